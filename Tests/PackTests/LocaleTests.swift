import FoundationEssentials
import PackFormat
import Packs
import Practice
import Testing

@Suite struct LocaleTests {
  private let short = Sample.steps(
    "  - {id: a, ask: \"Where was {item}?\", for_each: {given: [Hope]}}\n  - {id: b, ask: And then?}\n"
  )

  private func hash(_ text: String) -> String { SourceHash.of(text) }

  private func locale(_ entries: String, _ name: String = "xx", of pack: String = "core") -> String
  {
    "schema: alongside.locale/1\nlocale: \(name)\nof: \(pack)\nentries:\n\(entries)"
  }

  private func read(_ entries: String, _ more: [String: String] = [:]) throws -> PackFolder {
    try ComposedPacks.read(
      "core", "",
      ["prompts/short.yaml": short, "locales/xx.yaml": locale(entries)]
        .merging(more) { a, _ in a },
      locales: "en, xx", linting: true)
  }

  private var good: String {
    """
      prompts/short/title: {text: TITLE, source_hash: \(hash("Short"))}
      prompts/short/a/ask: {text: "WHERE {item}?", source_hash: \(hash("Where was {item}?"))}
      prompts/short/a/for_each/hope: HOPE
      prompts/short/b/ask: {text: THEN?, source_hash: "0000000000000000"}

    """
  }

  @Test func freshTextsAreShownAndOthersSaid() throws {
    let core = try #require(read(good).pack)
    let shown = Composition([.init(core)], locale: LocaleChoice(naming: "xx"))
    let prompt = try shown.shelf.prompt(named: "short")
    #expect(prompt.title == "TITLE" && prompt.steps[0].text == "WHERE {item}?")
    #expect(prompt.steps[0].repeats?.items == .given([Option(id: "hope", label: "HOPE")]))
    #expect(prompt.steps[1].text == "And then?")
    let translation = try #require(shown.translations["core"])
    #expect(
      translation.note(below: "prompts/short/")
        == "1 of 4 texts is not yet in xx, or changed since; it is shown in en.")
    #expect(translation.missing == ["pack/name"])
    #expect(translation.stale == ["prompts/short/b/ask"])
  }

  @Test func languagesAreChosenFromTheEnvironment() {
    #expect(LocaleChoice(environment: ["LANG": "cy_GB.UTF-8"]).names == ["cy-GB", "cy"])
    #expect(LocaleChoice(environment: ["LANG": "cy", "LC_ALL": "C"]).names == [])
    #expect(
      LocaleChoice(environment: ["LANG": "cy", "LC_MESSAGES": "pt_BR@x"]).names == ["pt-BR", "pt"])
    #expect(LocaleChoice(environment: ["LC_ALL": "", "LANG": "C.UTF-8"]).names == [])
    #expect(LocaleChoice(environment: [:]) == .source)
  }

  @Test func withoutTheLanguageNothingHappens() throws {
    let core = try #require(read(good).pack)
    for name in ["cy", "en", "en-GB", ""] {
      let shown = Composition([.init(core)], locale: LocaleChoice(naming: name))
      #expect(shown.shelf.packs == [core] && shown.translations == [:], "\(name)")
    }
  }

  @Test func rewordedTextsStayAsTheOtherPackWordsThem() throws {
    let core = try #require(read(good).pack)
    let ours = try ComposedPacks.override("title: Ours, a/ask: 'And {item}?'", of: "core/short")
    let shown = Composition([.init(core), .init(ours)], locale: LocaleChoice(naming: "xx"))
    let prompt = try shown.shelf.prompt(named: "short")
    #expect(prompt.title == "Ours" && prompt.steps[0].text == "And {item}?")
    #expect(prompt.steps[0].original == "WHERE {item}?")
  }

  @Test func everyTextHasAWay() throws {
    var pack = try ComposedPacks.core("vocabulary: {peer: peer}\n")
    pack.prompts.append(try Sample.readPrompt(Sample.prompt, pack: "core"))
    let paths = Set(TextPaths.texts(of: pack).map(\.path))
    for path in [
      "pack/name", "vocabulary/peer", "prompts/evening/title", "prompts/evening/stayed/ask",
      "prompts/evening/stayed/help", "prompts/evening/how/options/easy",
      "prompts/whole/welcome/say",
      "prompts/whole/story/example", "prompts/whole/mood/options/hard/gloss",
      "prompts/whole/energy/scale/low", "prompts/whole/energy/scale/also/prefer-not",
      "prompts/whole/near/scale/labels/2", "prompts/whole/count/also/lots",
      "prompts/whole/actions/of/next-day", "prompts/whole/grid/rows/morning",
      "prompts/whole/grid/options/well", "prompts/whole/given/for_each/one", "templates/talk/title",
      "templates/talk/parties/one", "templates/talk/open/ask", "values/three/title",
      "values/three/items/care/gloss", "signposts/uk/title", "signposts/uk/items/line/name",
      "signposts/uk/items/line/hours",
    ] { #expect(paths.contains(path), "\(path)") }
    #expect(paths.count == TextPaths.texts(of: pack).count)
  }

  @Test(arguments: [
    ("  prompts/short/titel: T\n", "5:3 unknown-text"),
    ("  prompts/shrot/title: T\n", "5:3 unknown-text"),
    (
      "  prompts/short/title: {text: T, source_hash: \"1234567890123456\"}\n",
      "5:3 stale-translation"
    ),
    ("  prompts/short/title: \(String(repeating: "T", count: 121))\n", "5:3 too-long"),
    ("  prompts/short/title: |-\n    T\n    U\n", "5:3 not-one-line"),
    ("  prompts/short/a/ask: Where?\n", "5:3 locale-placeholder"),
    ("  prompts/short/b/ask: \"And {then}?\"\n", "5:3 locale-placeholder"),
  ])
  func slipsAreFound(entries: String, expected: String) throws {
    let found = try read(entries).findings.map { "\($0.line):\($0.column) \($0.code)" }
    #expect(found.contains(expected))
    let others = ["1:1 missing-translation", "2:1 missing-source", "5:3 no-source-hash"]
    #expect(found.filter { !others.contains($0) } == [expected])
  }

  @Test func translationsSayWhatTheyWereMadeFrom() throws {
    let entries = "  prompts/short/title: T\n  prompts/short/b/ask: \"Ond {item}?\"\n"
    let note = try #require(read(entries).findings.first { $0.code == "no-source-hash" })
    #expect(note.severity == .note && (note.line, note.column) == (5, 3))
    #expect(note.message.hasPrefix("2 texts do not say which words they were"))
    let hash = SourceHash.of("Short")
    #expect(note.hint == "For prompts/short/title write: source_hash: \"\(hash)\"")
    let marked = "  prompts/short/title: {text: T, source_hash: \"\(hash)\"}\n"
    #expect(try !read(marked).findings.contains { $0.code == "no-source-hash" })
  }

  @Test func missingOnesAreCounted() throws {
    let missing = try #require(read(good).findings.first { $0.code == "missing-translation" })
    #expect(missing.message == "1 of 5 texts are not yet in xx: pack/name")
    #expect(missing.severity == .warning && missing.file == "locales/xx.yaml")
    let none = try ComposedPacks.read("core", "", [:], locales: "en, xx", linting: true)
    #expect(none.findings.map { "\($0.file) \($0.code)" } == ["pack.yaml missing-translation"])
  }

  @Test func otherLanguagesAndPacksAreSaid() throws {
    let other = try read(good, ["locales/yy.yaml": locale("  pack/name: N\n", "yy")])
    #expect(other.findings.contains { $0.code == "unlisted-locale" })
    let pack = try read(good, ["locales/zz.yaml": locale("  pack/name: N\n", of: "org.other")])
    #expect(pack.findings.contains { $0.code == "locale-of-other" })
    #expect(try ComposedPacks.read("core", "", ["prompts/short.yaml": short]).findings == [])
  }

  @Test func withoutLintingNothingOfThisIsLookedFor() throws {
    let folder = try ComposedPacks.read(
      "core", "", ["prompts/short.yaml": short, "locales/xx.yaml": locale("  pack/nmae: N\n")])
    #expect(folder.findings == [])
  }
}
