import Practice
import Testing

@Suite struct InterviewGivenAnswersTests {
  @Test func runsToTheEndAndSkipsWhatIsAbsent() throws {
    var interview = hard
    let ignored = try interview.run(given: ["hard": .value(.words("yes"))])
    #expect(ignored == [])
    #expect(interview.isFinished)
    #expect(interview.states == ["hard answered", "more skipped", "close skipped"])
  }

  @Test func answersToHiddenStepsAreHandedBack() throws {
    var interview = hard
    let ignored = try interview.run(given: [
      "hard": .value(.words("no")), "more": .value(.words("unused")),
    ])
    #expect(ignored == [IgnoredAnswer(step: "more")])
    #expect(interview.states == ["hard answered", "more not-applicable", "close skipped"])
  }

  @Test(arguments: [Repeat.Pick?.none, .init(atMost: 2)])
  func itemsAreThePicks(pick: Repeat.Pick?) throws {
    var interview = Samples.interview(
      Step(id: "hello", words: .say("Hello.")),
      Samples.ask("v", repeats: Repeat(items: .values("test/values"), pick: pick)))
    _ = try interview.run(given: [
      "v": .items([("mutuality", .words("m")), ("hope", .words("h"))])
    ])
    let unpicked = pick == nil ? ["v/choice skipped"] : []
    #expect(interview.states == ["v/hope answered"] + unpicked + ["v/mutuality answered"])
  }

  @Test func itemsOfAHiddenStepAreHandedBackOneByOne() throws {
    var interview = Samples.interview(Samples.people, Samples.aboutPeople)
    let ignored = try interview.run(given: ["about": .items([("1", .words("unused"))])])
    #expect(ignored == [IgnoredAnswer(step: "about", item: "1")])
  }

  @Test func anAnswerThatDoesNotFitNamesItsStepAndChangesNothing() {
    var interview = hard
    let before = interview
    let problem = #expect(throws: AnswerProblem.self) {
      try interview.run(given: ["hard": .value(.words("maybe")), "close": .value(.words("x"))])
    }
    #expect(problem?.step == "hard")
    #expect(problem?.message == "Please answer with one of: yes, no, later.")
    #expect(interview == before)
  }

  @Test func anUnknownStepNamesTheNearest() {
    var interview = hard
    let problem = #expect(throws: AnswerProblem.self) {
      try interview.run(given: ["clsoe": .value(.words("x"))])
    }
    #expect(problem?.step == "clsoe")
    #expect(
      problem?.message == "There is no step of this id in the prompt. The nearest is `close`.")
  }

  @Test(arguments: [
    ("v", "one value"), ("v", "wrong item"), ("one", "items"), ("hello", "one value"),
  ])
  func theWrongShapeIsAProblem(step: String, shape: String) {
    var interview = Samples.interview(
      Step(id: "hello", words: .say("Hello.")), Samples.ask("one"),
      Samples.ask("v", repeats: Repeat(items: .values("test/values"), pick: .init())))
    let given: GivenAnswer =
      shape == "one value" ? .value(.words("secret")) : .items([("gone", .words("secret"))])
    let problem = #expect(throws: AnswerProblem.self) {
      try interview.run(given: [step: given])
    }
    #expect(problem?.step == step)
    #expect(problem?.message.contains("secret") == false)
    #expect(!interview.isFinished)
  }

  @Test func aConfirmThatIsAbsentIsSkipped() throws {
    var interview = Samples.interview(Samples.ask("agree", .confirm, skip: false))
    var other = interview
    _ = try interview.run(given: [:])
    #expect(interview.isFinished)
    #expect(interview.unagreed == ["agree"])
    _ = try other.run(given: ["agree": .value(.yes)])
    #expect(other.unagreed == [])
  }

  private var hard: Interview {
    Interview(
      steps: Samples.hard, sets: [:], sealed: true)
  }
}
