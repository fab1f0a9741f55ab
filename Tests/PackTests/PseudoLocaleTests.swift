import FoundationEssentials
import PackFormat
import Packs
import Practice
import Testing

/// The bundled pack in a language that nobody speaks: what would stay plain could not be translated.
@Suite struct PseudoLocaleTests {
  private func core() throws -> Pack {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("prompts/core").path
    return try #require(PackFolder(path: path).pack)
  }

  private func shown(_ pack: Pack) -> Composition {
    Composition([.init(pack)], locale: LocaleChoice(naming: PseudoLocale.name))
  }

  /// The letters a to z outside braces.
  private func plainLetters(_ text: String) -> String {
    var letters = ""
    var isInside = false
    for scalar in text.unicodeScalars {
      if scalar == "{" { isInside = true }
      if scalar == "}" { isInside = false }
      if !isInside, scalar.isASCII, scalar.properties.isAlphabetic {
        letters.unicodeScalars.append(scalar)
      }
    }
    return letters
  }

  @Test func noTextOfCoreStaysPlain() throws {
    let core = try core()
    let shown = shown(core)
    let texts = TextPaths.texts(of: shown.shelf.packs[0])
    #expect(texts.count > 300)
    for text in texts {
      #expect(text.text.hasPrefix("[") && plainLetters(text.text).isEmpty, "\(text.path)")
    }
    #expect(shown.translations["core"]?.note() == nil)
  }

  /// Walked over as screens do it, without the list of ways that the translation itself uses.
  @Test func noWordOnScreenStaysPlain() throws {
    for prompt in shown(try core()).shelf.prompts {
      guard case .object(var keys) = CanonicalJSON.value(of: prompt) else { continue }
      for key in ["schema", "id", "source", "tags"] { keys[key] = nil }
      check(.object(keys), prompt.id)
    }
  }

  private func check(_ value: JSONValue, _ place: String) {
    // What is no text: names that answers are kept under, and what they are compared with.
    let names: Set = [
      "id", "type", "when", "default", "tags", "source", "sensitivity", "skip", "list", "answered",
      "who", "keep", "reveal", "carry",
    ]
    switch value {
    case .string(let text): #expect(plainLetters(text).isEmpty, "\(place)")
    case .array(let items): for item in items { check(item, place) }
    case .object(let members):
      for (key, value) in members where !names.contains(key) { check(value, "\(place)/\(key)") }
    default: break
    }
  }

  @Test func idsAndAnswersAreTheSame() throws {
    let core = try core()
    for (plain, shown) in zip(core.prompts, shown(core).shelf.prompts) {
      #expect(plain.fullID == shown.fullID && plain.steps.map(\.id) == shown.steps.map(\.id))
      for (a, b) in zip(plain.steps, shown.steps) {
        #expect(a.when == b.when && a.isTender == b.isTender && a.fallback == b.fallback)
        #expect(ids(a.type) == ids(b.type))
      }
    }
  }

  private func ids(_ type: StepType) -> [String] {
    switch type {
    case .choice(let options, _), .choices(let options, _, _, _): options.map(\.id)
    case .table(let rows, let columns): (rows + columns).map(\.id)
    case .list(let fields): fields.map(\.id)
    case .scale(let scale): ["\(scale.from) \(scale.to)"] + scale.also.map(\.id)
    default: []
    }
  }

  @Test func placeholdersAreUntouched() throws {
    let pack = try ComposedPacks.core("vocabulary: {peer: peer}\n")
    let shown = shown(pack)
    #expect(try shown.step("each").text.contains(" {item}?"))
    #expect(shown.shelf.packs[0].sessions[0].steps[2].text.contains("{two}"))
  }
}
