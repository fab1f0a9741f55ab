import Packs
import Practice
import Testing

/// What no pack may take from the person who answers.
@Suite struct WeakeningTests {
  private static let rest = """
    {id: heavy, ask: What was heavy?, sensitivity: tender}, \
    {id: how, ask: How was it?, type: choice, options: [Easy, Hard]}, {id: hard-one, ask: Q}, \
    {id: set-up, ask: Q, tags: [organisation]}, {id: each, ask: Q}
    """

  @Test(arguments: [
    ("core/evening", "heavy/sensitivity: ordinary", "the ways out"),
    ("core/evening", "steps: [{id: stayed, ask: Q}]", "no longer be asked \"heavy\""),
    ("core/evening", "steps: [{id: stayed, say: Q}, \(rest)]", "no longer be asked \"stayed\""),
    (
      "core/evening",
      "steps: [{id: stayed, ask: Q}, {id: x, ask: Q, type: confirm, skip: no}, \(rest)]",
      "could not skip the new step \"x\""
    ),
    ("core/evening", "set-up/tags: [work]", "organisation's part"),
    ("core/evening", "set-up/when: {answered: how, is: hard}", "as core asks it"),
    ("core/talk", "open/keep: shared", "theirs alone"),
    ("core/talk", "mine/keep: agreed", "theirs alone"),
    ("core/talk", "open/reveal: now", "earlier than people were told"),
  ])
  func isRefusedAndSaid(item: String, set: String, words: String) throws {
    let core = try ComposedPacks.core()
    let ours = try ComposedPacks.override(set, of: item)
    let both = Composition([.init(core), .init(ours)])
    #expect(both.findings.contains { $0.code == "weakens" && $0.message.contains(words) })
    #expect(both.findings.allSatisfy { $0.code == "weakens" && $0.line == 12 })
    #expect(both.shelf.packs[0] == core)
  }

  @Test func aConfirmThatCouldBeSkippedStaysSo() throws {
    let core = try ComposedPacks.pack(
      "core", "", ["prompts/short.yaml": Sample.steps("  - {id: a, ask: Q, type: confirm}\n")])
    let ours = try ComposedPacks.override("a/skip: no", of: "core/short")
    let both = Composition([.init(core), .init(ours)])
    #expect(both.said == ["12 weakens"])
    #expect(both.findings[0].message.contains("could no longer skip \"a\""))
  }

  @Test(arguments: [
    ("core/talk", "open/reveal: never"), ("core/talk", "agreed/keep: shared"),
    ("core/talk", "agreed/keep: private"), ("core/evening", "stayed/sensitivity: tender"),
    ("core/evening", "set-up/tags: [organisation, work]"),
  ])
  func moreCareIsWelcome(item: String, set: String) throws {
    let ours = try ComposedPacks.override(set, of: item)
    #expect(Composition([.init(try ComposedPacks.core()), .init(ours)]).said == [])
  }
}
