import PackFormat
import Packs
import Practice
import TestSupport
import Testing

/// What no other pack may do to a step that protects the person who answers.
@Suite struct ProtectionTests {
  private static let steps = """
      - {id: mood, ask: How is it?, type: choice, options: [Calm, Heavy]}
      - {id: near, ask: "Is your {peer} near?", type: yes-no}
      - {id: words, say: "Ring 999, or your {peer}.", protects: true, when: {answered: near, is: "no"}}
      - {id: each, ask: "And {item}?", protects: true, for_each: {list: three}}
      - {id: last, ask: What next?, type: scale, scale: {labels: [Rest, Work]}}

    """

  private func core() throws -> Pack {
    try ComposedPacks.pack(
      "core", "vocabulary: {peer: peer}\n",
      [
        "prompts/short.yaml": Sample.steps(Self.steps), "values/three.yaml": ComposedPacks.values,
        "prompts/plain.yaml": Sample.steps("  - {id: a, ask: Plain?}\n", id: "plain"),
      ])
  }

  /// Every way in which a pack can stand beside it.
  private static let standings: [Composition.Standing] = [.installed, .own, .named]

  private func codes(
    of more: String, _ standing: Composition.Standing = .installed
  ) throws -> (codes: [String], pack: Pack) {
    let core = try core()
    let ours = try ComposedPacks.pack("org.example.ours", more)
    let both = Composition([.init(core, standing: .bundled), .init(ours, standing: standing)])
    return (both.findings.map(\.code), both.shelf.packs[0])
  }

  private func override(_ set: String, of item: String = "core/short") -> String {
    "overrides:\n  - item: \(item)\n    because: B\n    set: {\(set)}\n"
  }

  @Test(arguments: [
    "words/say: Do not ring.", "words/help: No.", "words/when: {answered: mood, is: calm}",
    "words/protects: false", "each/sensitivity: tender", "each/tags: [x]", "each/minutes: 2",
    "near/ask: Are you alone?", "near/type: line", "near/default: \"yes\"",
    "title: Other, near/help: H",
  ])
  func noFieldIsSet(set: String) throws {
    for standing in Self.standings {
      let (codes, pack) = try codes(of: override(set), standing)
      #expect(codes == ["protected-step"], "\(standing)")
      #expect(pack.prompts == Composition([.init(try core())]).shelf.packs[0].prompts)
    }
  }

  /// Left out, moved, with something new before it, or in other words: not by all the steps at once either.
  @Test(arguments: [
    "{id: mood, ask: Q, type: choice, options: [Calm, Heavy]}, NEAR, EACH, LAST",
    "MOOD, NEAR, EACH, WORDS, LAST", "WORDS, MOOD, NEAR, EACH, LAST",
    "{id: new, ask: Q}, MOOD, NEAR, WORDS, EACH, LAST",
    "MOOD, NEAR, {id: new, say: Q}, WORDS, EACH, LAST",
    "MOOD, NEAR, {id: words, say: Hush.}, EACH, LAST", "NEAR, MOOD, WORDS, EACH, LAST",
  ])
  func noStepIsMoved(order: String) throws {
    let (codes, pack) = try codes(of: override("steps: [\(filled(order))]"))
    #expect(Set(codes).isSubset(of: ["protected-step", "weakens", "later-step"]))
    #expect(codes.contains("protected-step"), "\(codes)")
    #expect(pack.prompts == Composition([.init(try core())]).shelf.packs[0].prompts)
  }

  /// Behind the last one there is room, and before it other words; what protects goes on doing so.
  @Test func theRestIsFree() throws {
    let more = override(
      "steps: [\(filled("MOOD, NEAR, WORDS, EACH, {id: new, ask: New?}, LAST"))], title: Ours")
    let (codes, pack) = try codes(of: more.replacing("protects: true", with: "protects: false"))
    #expect(codes == [])
    #expect(pack.prompts.first { $0.id == "short" }?.steps.count == 6)
    #expect(pack.prompts.first { $0.id == "short" }?.steps[2].protects == true)
    #expect(try self.codes(of: override("mood/ask: And now?, last/help: H")).codes == [])
  }

  private func filled(_ order: String) -> String {
    let steps = Self.steps.split(separator: "\n").map { $0.drop { " -".contains($0) } }
    return ["MOOD", "NEAR", "WORDS", "EACH", "LAST"].enumerated().reduce(order) { text, name in
      text.replacing(name.element, with: steps[name.offset])
    }
  }

  @Test func itsPromptIsNotHiddenAndItsValuesStay() throws {
    for standing in Self.standings {
      let (hidden, _) = try codes(of: "hides: [{item: core/short, because: B}]", standing)
      #expect(hidden == ["protected-prompt"])
    }
    #expect(try codes(of: "hides: [{item: core/plain, because: B}]").codes == [])
    #expect(try codes(of: override("items: [Work]", of: "core/three")).codes == ["protected-step"])
  }

  /// Another pack's word for a term is said everywhere but in what protects.
  @Test func vocabularyOfAnotherPackLeavesItsWords() throws {
    let (codes, pack) = try codes(of: "vocabulary: {peer: manager}")
    let short = try #require(pack.prompts.first { $0.id == "short" })
    #expect(codes == [] && short.steps[1].text == "Is your peer near?")
    #expect(short.steps[2].text == "Ring 999, or your peer.")
    let free = try ComposedPacks.pack(
      "core", "vocabulary: {peer: peer}\n",
      [
        "prompts/short.yaml": Sample.steps(Self.steps.replacing(", protects: true", with: ""))
          .replacing("list: three", with: "given: [One]")
      ])
    let ours = try ComposedPacks.pack("org.example.ours", "vocabulary: {peer: manager}")
    let shown = Composition([.init(free), .init(ours)]).shelf.packs[0].prompts[0]
    #expect(shown.steps[2].text == "Ring 999, or your manager.")
  }

  /// A translation speaks for its own pack alone.
  @Test func aLocaleOfAnotherPackSaysNothing() throws {
    let read = try foreign(locale: "  prompts/short/words/say: Hush.\n")
    #expect(read.findings.map(\.code).contains("locale-of-other"))
    let shown = Composition(
      [.init(try core()), .init(try #require(read.pack))], locale: LocaleChoice(naming: "xx"))
    #expect(try shown.step("words", of: "core/short").text == "Ring 999, or your peer.")
  }

  private func foreign(locale entries: String) throws -> PackFolder {
    let text = "schema: alongside.locale/1\nlocale: xx\nof: core\nentries:\n\(entries)"
    return try ComposedPacks.read(
      "org.example.ours", "", ["locales/xx.yaml": text], locales: "en, xx", linting: true)
  }

  @Test func whatProtectsIsNoPartOfTheHash() throws {
    var prompt = try core().prompts[1]
    #expect(prompt.id == "short")
    let bytes = CanonicalJSON.bytes(of: prompt)
    #expect(CanonicalJSON.wholeValue(of: prompt).text.contains("\"protects\":true"))
    #expect(!CanonicalJSON.value(of: prompt).text.contains("protects"))
    for index in prompt.steps.indices { prompt.steps[index].protects = false }
    #expect(CanonicalJSON.bytes(of: prompt) == bytes)
    #expect(CanonicalJSON.wholeValue(of: prompt).text == CanonicalJSON.value(of: prompt).text)
  }
}
