import Practice
import Testing

@Suite struct InterviewTests {
  @Test func asksInOrderAndFinishes() throws {
    var interview = Samples.interview(
      Step(id: "arrive", words: .say("Take a breath.")), Samples.ask("one", .line),
      Samples.ask("two"))
    #expect(interview.turn?.kind == .say)
    #expect(interview.turn?.ask == "Take a breath.")
    #expect(interview.turn?.position == 0)
    #expect(interview.turn?.total == 2)
    interview.passOn()
    #expect(interview.turn?.ask == "About one?")
    #expect(interview.turn?.position == 1)
    interview.passOn()
    #expect(interview.here == "one", "a question is not passed by passing on")
    try interview.answer(.words("first"))
    #expect(!interview.isFinished)
    try interview.answer(.words("second\nline"))
    #expect(interview.isFinished)
    #expect(interview.turn == nil)
    #expect(interview.hasAnswers)
    #expect(
      interview.outcome == [
        Answer(step: "one", ask: "About one?", state: .answered, value: .words("first")),
        Answer(step: "two", ask: "About two?", state: .answered, value: .words("second\nline")),
      ])
  }

  @Test func anEmptyPromptIsFinished() {
    let interview = Samples.interview()
    #expect(interview.isFinished)
    #expect(interview.outcome == [])
    #expect(!interview.hasAnswers)
  }

  @Test func aSecondStepOfTheSameIDIsNotAskedForEver() throws {
    var interview = Samples.interview(Samples.ask("one"), Samples.ask("one"))
    try interview.answer(.words("once"))
    #expect(interview.isFinished)
  }

  @Test func conditionsOnLaterStepsNeverHold() throws {
    var interview = Samples.interview(
      Samples.ask("one", when: .answered(step: "two", .given)), Samples.ask("two"))
    try interview.answer(.words("later"))
    #expect(interview.isFinished)
    #expect(interview.states == ["one not-applicable", "two answered"])
  }

  @Test func aProblemChangesNothing() {
    var interview = Samples.interview(Samples.ask("hard", .choice(Samples.yesOrLater)))
    let before = interview
    let problem = #expect(throws: AnswerProblem.self) {
      try interview.answer(.words("secret words"))
    }
    #expect(problem?.message == "Please answer with one of: yes, no, later.")
    #expect(interview == before)
  }

  @Test func fillsTheItemIntoHelpAndExample() {
    let step = Step(
      id: "values", words: .ask("Where was {item}?"), help: "{item} may be small.",
      example: "I saw {item} {here} {", repeats: Repeat(items: .given(Samples.values)))
    let interview = Samples.interview(step)
    #expect(interview.turn?.ask == "Where was Hope?")
    #expect(interview.turn?.help == "Hope may be small.")
    #expect(interview.turn?.example == "I saw Hope {here} {")
  }

  @Test func standingIsTheDefault() {
    let interview = Samples.interview(
      Samples.ask("energy", .line, fallback: .value(.words("steady"))))
    #expect(interview.standing == .words("steady"))
    #expect(!interview.wasHere)
  }

  @Test(arguments: [
    (false, Value.words("yes"), Value?.some(.words("yes"))), (true, .words("yes"), nil),
    (false, .words("gone"), nil),
  ])
  func lastAnswerStandsWhenOpenAndStillFitting(sealed: Bool, last: Value, expected: Value?) {
    let step = Samples.ask("hard", .choice(Samples.yesOrLater), fallback: .last)
    let interview = Interview(
      steps: [step], sets: [:], sealed: sealed,
      lastTime: [.init(step: "hard"): Samples.lastTime("hard", last)])
    #expect(interview.standing == expected)
  }

  @Test func lastAnswersOfARepeatedStepGoByItem() {
    let step = Samples.ask("v", repeats: Repeat(items: .given(Samples.values)), fallback: .last)
    let interview = Interview(
      steps: [step], sets: [:], sealed: false,
      lastTime: [.init(step: "v", item: "hope"): Samples.lastTime("v", .words("then"))])
    #expect(interview.standing == .words("then"))
  }
}
