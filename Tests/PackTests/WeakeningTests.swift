import PackFormat
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
    ("core/talk", "mine/who: two", "answered by others"),
    ("core/talk", "mine/when: {answered: two.open}", "tells one what two"),
    ("core/evening", "heavy/when: {answered: stayed}", "at another moment"),
    ("core/evening", "heavy/for_each: {given: [One]}", "at another moment"),
    ("core/evening", "heavy/default: Nothing", "people did not give"),
    ("core/evening", "set-up/for_each: {given: [One]}", "as core asks it"),
    (
      "core/evening",
      "hard-one/when: {all: [{answered: how, is: hard}, {answered: how, is: easy}]}",
      "never come up"
    ),
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

  /// Words that are said in a hard moment, and what decides whether the organisation is asked about.
  @Test(arguments: [
    ("safe/options: [Yes, Other]", "unknown-option"),
    ("words/when: {answered: safe, is: yes-now}", "be told"),
    ("words/when: {all: [{answered: safe, is: no}, {answered: safe, is: no}]}", "be told"),
    ("chosen/for_each: {given: [One]}", "as core asks it"),
    ("chosen/options: [{id: chose, label: Chose}, {id: other, label: Other}]", "unknown-option"),
    ("words/say: Ring someone.", ""),
  ])
  func whatIsSaidIsSaid(set: String, words: String) throws {
    let core = try ComposedPacks.pack(
      "core", "",
      [
        "prompts/short.yaml": Sample.steps(
          """
            - {id: safe, ask: Safe?, type: choice, options: [{id: yes-now, label: A}, {id: no, label: B}]}
            - {id: words, say: Ring 999., when: {answered: safe, is: no}}
            - {id: chosen, ask: Was it chosen?, type: choice, options: [{id: chose, label: Chose}, {id: moved, label: Moved}]}
            - {id: theirs, ask: Whose part is it?, tags: [organisation], when: {answered: chosen, is: moved}}

          """)
      ])
    let both = Composition([.init(core), .init(try ComposedPacks.override(set, of: "core/short"))])
    if words.isEmpty {
      #expect(both.said == [] && both.shelf.packs[0].prompts[0].steps[1].original == "Ring 999.")
    } else {
      #expect(
        both.findings.contains { "\($0.code) \($0.message)".contains(words) }, "\(both.findings)")
    }
  }

  /// A bare Enter may lead to an ordinary question, and not to a tender one.
  @Test(arguments: [
    ("ready/default: now", "weakens"), ("ready/default: later", ""),
    ("sure/default: now", "weakens"),
    ("mood/default: now", ""),
  ])
  func enterAloneLeadsToNoTenderQuestion(set: String, code: String) throws {
    let options = "type: choice, options: [now, later]"
    let core = try ComposedPacks.pack(
      "core", "",
      [
        "prompts/short.yaml": Sample.steps(
          """
            - {id: mood, ask: Q, \(options)}
            - {id: sure, ask: Q, \(options)}
            - {id: ready, ask: Q, \(options), default: later, when: {answered: sure, is: now}}
            - {id: happened, ask: Q, sensitivity: tender, when: {answered: ready, is: now}}
            - {id: light, ask: Q, when: {answered: mood, is: now}}

          """)
      ])
    let both = Composition([.init(core), .init(try ComposedPacks.override(set, of: "core/short"))])
    #expect(both.findings.map(\.code) == (code.isEmpty ? [] : [code]), "\(both.findings)")
  }

  @Test(arguments: ["title: Taken", "hides"])
  func thePersonsOwnIsNeverNamed(change: String) throws {
    let ours =
      try change == "hides"
      ? ComposedPacks.pack("org.example.ours", "hides: [{item: own/mine, because: B}]", [:])
      : ComposedPacks.override(change, of: "own/mine")
    let found = Composition.conflicts(of: ours, with: [try ComposedPacks.core()])
    #expect(found.map { "\($0.code) \($0.severity.rawValue)" } == ["protected error"])
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
