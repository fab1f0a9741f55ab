import PackFormat
import Packs
import Practice
import Testing

/// An answer keeps the words it is picked by: what is kept is its id.
@Suite struct MeaningTests {
  private static let steps = """
      - {id: chosen, ask: Q, type: choice, options: [{id: chose, label: I chose it}, {id: given, label: It was given}]}
      - {id: some, ask: Q, type: choices, options: [Rest, Food]}
      - {id: how, ask: Q, type: scale, scale: {labels: [Low, Middling, High], also: [{id: not, label: Not today}]}}
      - {id: far, ask: Q, type: scale, scale: {from: 0, to: 10, low: Near, high: Far}}
      - {id: sure, ask: Q, type: yes-no}
      - {id: many, ask: Q, type: number, also: [{id: none, label: Nobody}]}

    """

  private func codes(_ set: String) throws -> [String] {
    let core = try ComposedPacks.pack("core", "", ["prompts/short.yaml": Sample.steps(Self.steps)])
    let ours = try ComposedPacks.override(set, of: "core/short")
    let both = Composition([.init(core), .init(ours)])
    if !both.findings.isEmpty { #expect(both.shelf.packs[0] == core) }
    return Array(Set(both.findings.map(\.code)))
  }

  @Test(arguments: [
    "chosen/options: [{id: chose, label: I chose it}, {id: given, label: I let it happen}]",
    "chosen/options: [{id: chose, label: It was given}, {id: given, label: I chose it}]",
    "some/options: [{id: rest, label: Food}, {id: food, label: Rest}]",
    "some/type: choice, some/options: [{id: rest, label: Work}]",
    "how/scale: {labels: [High, Middling, Low]}",
    "how/scale: {labels: [Low, Middling, High], also: [{id: not, label: Never}]}",
    "far/scale: {from: 0, to: 10, low: Far, high: Near}",
    "far/scale: {from: 0, to: 10, labels: {0: Far}}",
    "sure/type: choice, sure/options: [{id: 'yes', label: 'No'}, {id: 'no', label: 'Yes'}]",
    "many/also: [{id: none, label: All of them}]",
    "steps: [{id: chosen, ask: Q, type: choice, options: [{id: given, label: I chose it}]}]",
  ])
  func otherWordsAtAnIdAreRefused(set: String) throws {
    let found = try codes(set)
    #expect(found.contains("moved-meaning"), "\(found)")
  }

  @Test(arguments: [
    "chosen/options: [{id: given, label: it  was given, gloss: By the rota}, {id: chose, label: I chose it}]",
    "chosen/options: [{id: chose, label: I chose it}, {id: asked, label: I was asked}]",
    "some/options: [{id: quiet, label: Quiet}, {id: rest, label: Rest}]",
    "how/scale: {labels: [Low, Middling, High, Very high]}", "chosen/ask: Other words?",
    "sure/type: choice, sure/options: [{id: 'yes', label: 'Yes'}, {id: maybe, label: Maybe}]",
  ])
  func newAnswersOtherOrderAndGlossesAreFree(set: String) throws {
    #expect(try codes(set) == [])
  }

  @Test func theWordsAreNamed() throws {
    let core = try ComposedPacks.pack("core", "", ["prompts/short.yaml": Sample.steps(Self.steps)])
    let ours = try ComposedPacks.override(
      "chosen/options: [{id: given, label: I let it happen}]", of: "core/short")
    let found = try #require(Composition.conflicts(of: ours, with: [core]).first)
    #expect(found.line == 12 && found.severity == .error)
    #expect(
      found.message
        == "This would weaken core/short: the answer \"given\" to \"chosen\" means \"It was given\", "
        + "and would read \"I let it happen\".")
    #expect(Composition.refusals(of: ours, with: [core]).map(\.code) == ["moved-meaning"])
  }
}
