import Practice
import Testing

@Suite struct InterviewAnsweringTests {
  @Test func aHiddenStepIsPassedOver() throws {
    var interview = hard
    try interview.answer(.words("no"))
    #expect(interview.here == "close")
    try interview.answer(.words("done"))
    #expect(interview.states == ["hard answered", "more not-applicable", "close answered"])
  }

  @Test func backKeepsTheAnswerAndShowsIt() throws {
    var interview = hard
    try interview.answer(.words("yes"))
    try interview.answer(.words("heavy"))
    #expect(interview.back() == true)
    #expect(interview.here == "more")
    #expect(interview.standing == .words("heavy"))
    #expect(interview.wasHere)
    #expect(interview.back() == true)
    #expect(interview.standing == .words("yes"))
    #expect(interview.back() == false)
    #expect(interview.here == "hard")
  }

  @Test func aHiddenAnswerIsKeptLeftOutAndRestored() throws {
    var interview = hard
    try interview.answer(.words("yes"))
    try interview.answer(.words("heavy"))
    try interview.answer(.words("done"))
    while interview.back() {}
    try interview.answer(.words("no"))
    #expect(interview.here == "close", "the hidden step is passed over")
    #expect(interview.back() == true, "and passed over on the way back")
    #expect(interview.here == "hard")
    #expect(interview.outcome[1].state == .notApplicable)
    #expect(interview.outcome[1].value == nil)
    try interview.answer(.words("yes"))
    #expect(interview.here == "more")
    #expect(interview.standing == .words("heavy"))
    #expect(interview.outcome[1].value == .words("heavy"))
  }

  @Test func anAnswerOfAHiddenStepOpensNothing() throws {
    var interview = Samples.interview(
      Samples.ask("a", .yesNo),
      Samples.ask("b", .yesNo, when: .answered(step: "a", .equals(.words("yes")))),
      Samples.ask("c", when: .answered(step: "b", .given)))
    try interview.answer(.words("yes"))
    try interview.answer(.words("yes"))
    while interview.back() {}
    try interview.answer(.words("no"))
    #expect(interview.isFinished)
    #expect(interview.states == ["a answered", "b not-applicable", "c not-applicable"])
  }

  @Test func skippingIsAStateOfItsOwn() throws {
    var interview = hard
    interview.skip()
    try interview.answer(.words("  \n"))
    #expect(interview.isFinished)
    #expect(interview.states == ["hard skipped", "more not-applicable", "close skipped"])
    #expect(!interview.hasAnswers)
    interview.back()
    #expect(interview.standing == nil)
    #expect(interview.wasHere)
  }

  @Test func skippingLetsGoOfWhatWasAnswered() throws {
    var interview = hard
    try interview.answer(.words("yes"))
    interview.back()
    interview.skip()
    #expect(interview.outcome[0] == Answer(step: "hard", ask: "About hard?", state: .skipped))
  }

  @Test(arguments: [true, false])
  func nobodyIsHeldWhereAYesIsAskedFor(skip: Bool) throws {
    var interview = Samples.interview(Samples.ask("agree", .confirm, skip: skip))
    interview.skip()
    #expect(interview.isFinished)
    #expect(interview.states == ["agree skipped"])
    #expect(interview.unagreed == ["agree"])
    interview.back()
    try interview.answer(.yes)
    #expect(interview.states == ["agree answered"])
    #expect(interview.unagreed == [])
  }

  @Test func stopLeavesTheRestNotReached() throws {
    var interview = hard
    try interview.answer(.words("yes"))
    interview.stop()
    #expect(interview.isFinished)
    #expect(interview.states == ["hard answered", "more not-reached", "close not-reached"])
    #expect(interview.hasAnswers)
    #expect(interview.back() == true, "back after stopping is where the person stopped")
    #expect(interview.here == "more")
  }

  @Test func stopAtOnceReachesNothing() {
    var interview = hard
    interview.stop()
    #expect(interview.states == ["hard not-reached", "more not-reached", "close not-reached"])
    #expect(!interview.hasAnswers)
  }

  @Test func whatDependsOnAHiddenStepIsNotReachedEither() {
    var interview = Samples.interview(
      Samples.ask("a", .yesNo), Samples.ask("b", when: .answered(step: "a", .given)),
      Samples.ask("c", when: .answered(step: "b", .given)))
    interview.stop()
    #expect(interview.states == ["a not-reached", "b not-reached", "c not-reached"])
  }

  @Test func aDefaultDoesNotStandWhereThePersonSkipped() throws {
    var interview = Samples.interview(
      Samples.ask("one", .line, fallback: .value(.words("steady"))), Samples.ask("two"))
    interview.skip()
    interview.back()
    #expect(interview.standing == nil)
  }

  @Test func stopAfterGoingBackKeepsLaterAnswers() throws {
    var interview = hard
    try interview.answer(.words("no"))
    try interview.answer(.words("done"))
    while interview.back() {}
    interview.stop()
    #expect(interview.states == ["hard answered", "more not-applicable", "close answered"])
  }

  @Test func backFromTheEndIsTheLastQuestion() throws {
    var interview = hard
    interview.skip()
    try interview.answer(.words("done"))
    interview.stop()
    #expect(interview.isFinished)
    #expect(interview.back() == true)
    #expect(interview.here == "close")
  }

  @Test func backPassesOverWordsThatAreOnlySaid() throws {
    var interview = Samples.interview(
      Step(id: "hello", words: .say("Hello.")), Samples.ask("one"),
      Step(id: "pause", words: .say("Pause.")), Samples.ask("two"))
    interview.passOn()
    #expect(interview.back() == false)
    try interview.answer(.words("first"))
    interview.passOn()
    #expect(interview.here == "two")
    #expect(interview.back() == true)
    #expect(interview.here == "one")
  }

  @Test func nothingCanBeAnsweredWhereNothingIsAsked() throws {
    var interview = Samples.interview(Step(id: "hello", words: .say("Hello.")))
    #expect(throws: AnswerProblem.self) { try interview.answer(.words("hello")) }
    #expect(throws: AnswerProblem.self) { try interview.pick(["hope"]) }
    interview.skip()
    #expect(interview.isFinished)
    #expect(throws: AnswerProblem.self) { try interview.answer(.words("more")) }
  }

  private var hard: Interview {
    Interview(
      steps: Samples.hard, sets: [:], sealed: true)
  }
}
