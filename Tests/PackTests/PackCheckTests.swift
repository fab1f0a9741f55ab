import PackFormat
import Packs
import Practice
import Testing
import YAML

/// The tests of a pack, run as a person would walk.
@Suite struct PackCheckTests {
  static let prompt = """
      - {id: mood, ask: How is it?, type: choice, options: [Easy, Hard]}
      - {id: why, ask: Why?, when: {answered: mood, is: hard}}
      - {id: parts, ask: "{item}?", type: line, for_each: {given: [One, Two], pick: {at_most: 1}}}
      - {id: agree, ask: Agreed?, type: confirm, skip: no}
      - {id: end, say: The end.}
    """

  private func failures(_ cases: String) throws -> [PackCheck.Failure] {
    let prompt = try Sample.readPrompt(Sample.steps(Self.prompt))
    let text = "schema: alongside.tests/1\nprompt: short\ncases:\n" + cases
    let tests = try #require(PackFile.tests(Array(text.utf8), file: "t.yaml").content)
    return PackCheck.run(tests, prompt: prompt, sets: [:])
  }

  @Test func whatHoldsSaysNothing() throws {
    #expect(
      try failures(
        """
          - name: easy
            answers: {mood: easy, parts: {one: a}, agree: yes}
            shows: [mood, parts, end]
            hides: [why]
          - name: hard
            answers: {mood: hard}
            shows: [why, agree, end]
          - name: no is a skip
            answers: {mood: hard, agree: no}
            shows: [end]
          - name: nothing at all
            shows: [mood, parts]
            hides: [why]
        """) == [])
  }

  @Test func whatDoesNotHoldIsNamed() throws {
    let found = try failures(
      """
        - name: wrong
          answers: {mood: easy, agree: yes}
          shows: [why]
          hides: [parts]
      """)
    #expect(found.map(\.reason) == [.notShown(["why"]), .notHidden(["parts"])])
    #expect(found[0].line == 4)
    #expect(found[0].shown == ["mood", "parts", "agree", "end"])
    #expect(found[0].name == "wrong")
  }

  @Test(arguments: [
    ("answers: {mood: eazy}", 5), ("answers: {mod: easy}", 5), ("shows: [whi]", 4),
    ("hides: [nothing]", 4), ("answers: {parts: {one: a, two: b}}", 4),
  ])
  func aBrokenCaseIsToldApart(line: String, place: Int) throws {
    let found = try failures("  - name: broken\n    \(line)\n")
    #expect(found.count == 1)
    guard case .broken? = found.first?.reason else {
      Issue.record("\(found)")
      return
    }
    #expect(found.first?.line == place)
  }

  /// In a template each case says who answers; what hangs on others is not asked.
  @Test func aTemplateIsTriedAsOneOfItsParties() throws {
    let session = try ComposedPacks.core().sessions[0]
    func run(_ case: PromptTests.Case) -> [PackCheck.Failure.Reason] {
      PackCheck.run(
        PromptTests(file: "t", prompt: "talk", cases: [`case`]), prompt: session, sets: [:]
      ).map(\.reason)
    }
    let mark = Mark.start
    #expect(
      run(.init(name: "one", as: "one", shows: ["open", "agreed", "mine"], mark: mark)) == [])
    #expect(run(.init(name: "two", as: "two", shows: ["open"], hides: ["mine"], mark: mark)) == [])
    for case .broken(let words, _) in run(.init(name: "nobody", mark: mark)) {
      #expect(words.contains("does not say who answers"))
    }
    #expect(run(.init(name: "nobody", mark: mark)).count == 1)
    #expect(run(.init(name: "third", as: "three", mark: mark)).count == 1)
  }
}
