import AlongsideRuntime
import Practice
import Testing

/// A prompt walked through with answers from a file.
@Suite struct TrialTests {
  let trial = Trial(
    Prompt(
      id: "x", pack: "p", title: "X",
      steps: [
        Step(id: "a", words: .ask("A?"), type: .yesNo),
        Step(id: "b", words: .ask("B?"), when: .answered(step: "a", .equals(.words("yes")))),
      ]), sets: [:])

  @Test func tellsWhatWasHidden() throws {
    let ignored = try trial.run(answers: Array("a: no\nb: words".utf8), file: "f")
    #expect(ignored == [IgnoredAnswer(step: "b")])
    let json = String(
      decoding: try JSON.bytes(trial.json(ignoring: ignored)), as: UTF8.self)
    #expect(
      json == #"{"ignored":["b"],"prompt":"p/x","steps":[{"ask":"A?","by":null,"item":null,"#
        + #""state":"answered","step":"a","value":"no"},{"ask":"B?","by":null,"item":null,"#
        + #""state":"not-applicable","step":"b","value":null}]}"#)
  }

  @Test func aWrongAnswerIsRefused() {
    #expect(throws: RuntimeError.self) { try trial.run(answers: Array("a: maybe".utf8), file: "f") }
    #expect(throws: RuntimeError.self) { try trial.run(answers: Array("c: 1".utf8), file: "f") }
    #expect(!trial.interview.hasAnswers)
  }

  @Test func nothingAnsweredIsFineToo() throws {
    #expect(try trial.run(answers: Array("{}".utf8), file: "f").isEmpty)
    #expect(trial.keep() == nil && !trial.canPutAside)
  }
}
