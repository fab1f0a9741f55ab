import Practice
import Testing

/// What a question can do beside asking: show earlier answers, take other words, choose from what was
/// given before, bring last time, and lead on.
@Suite struct InterviewAskingTests {
  private func about(_ step: String, _ type: StepType = .text) -> [Step] {
    [
      Samples.ask(step, type),
      Step(
        id: "next", words: .ask("You said {answer:\(step)}. Why {item}?"), help: "{answer:\(step)}"),
    ]
  }

  @Test(arguments: [
    (StepType.line, Value.words("Heavy"), "Heavy"),
    (.text, .words("two\nlines"), "what you wrote above"),
    (.line, .words(String(repeating: "long ", count: 20)), "what you wrote above"),
    (.line, .words("{item} and {answer:first}"), "{item} and {answer:first}"),
    (.line, .words("  blanks around  "), "blanks around"),
    (.choice(Samples.yesOrLater), .words("later"), "Not today"),
    (
      .choices(Samples.values, atLeast: nil, atMost: nil), .ids(["hope", "choice"]), "Hope, Choice"
    ),
    (.choice(Samples.yesOrLater, other: "Else"), .other("by the sea"), "by the sea"),
    (.choice(Samples.yesOrLater, other: "Else"), .other(""), "Else"),
    (.number(atLeast: nil, atMost: nil, also: []), .number(2.5), "2.5"),
    (.yesNo, .words("no"), "no"),
  ])
  func anAnswerIsShownOnce(type: StepType, value: Value, shown: String) throws {
    var interview = Interview(steps: about("first", type), sets: [:], sealed: true)
    try interview.answer(value)
    #expect(interview.turn?.ask == "You said \(shown). Why …?")
    #expect(interview.turn?.help == shown)
    try interview.answer(.words("because"))
    #expect(interview.outcome.last?.ask == "You said \(shown). Why …?")
  }

  @Test func whatWasSkippedIsAnEllipsis() {
    var interview = Interview(steps: about("first"), sets: [:], sealed: true)
    interview.skip()
    #expect(interview.turn?.ask == "You said …. Why …?")
  }

  @Test func anAnswerThatIsChangedIsShownAsItIsNow() throws {
    var interview = Interview(steps: about("first", .line), sets: [:], sealed: true)
    try interview.answer(.words("early"))
    interview.back()
    try interview.answer(.words("late"))
    #expect(interview.turn?.ask == "You said late. Why …?")
  }

  /// In a meeting another's answer is not known here, whoever else answered the same step.
  @Test func anotherPartysAnswerIsNotShown() throws {
    var steps = about("first", .line)
    steps[1].words = .ask("You: {answer:worker.first}. They: {answer:supporter.first}.")
    for index in steps.indices { steps[index].who = "each" }
    var interview = Interview(steps: steps, sets: [:], sealed: true, as: "worker")
    try interview.answer(.words("mine"))
    #expect(interview.turn?.ask == "You: mine. They: ….")
  }

  @Test func wordsOfOnesOwnAreKeptBesideWhatWasChosen() throws {
    let type = StepType.choices(
      [Samples.values[0], Option(id: "none", label: "None", isAlone: true)], atLeast: nil,
      atMost: nil, other: "Something else")
    #expect(try type.checked(.ids(["hope", "other"])) == .other("", beside: ["hope"]))
    #expect(try type.checked(.other(" tea ", beside: ["hope"])) == .other("tea", beside: ["hope"]))
    #expect(type.words(for: .other("tea", beside: ["hope"])) == "Hope, Something else: tea")
    #expect(try type.checked(.ids(["none"])) == .ids(["none"]))
    for value in [Value.ids(["none", "hope"]), .other("tea", beside: ["none"]), .other("a\nb")] {
      #expect(throws: AnswerProblem.self) { try type.checked(value) }
    }
    #expect(throws: AnswerProblem.self) { try StepType.choice(Samples.values).checked(.other("x")) }
  }

  @Test func aConditionFindsTheOther() throws {
    let steps = [
      Samples.ask("which", .choice(Samples.values, other: "Else")),
      Samples.ask("more", when: .answered(step: "which", .equals(.words("other")))),
    ]
    var interview = Interview(steps: steps, sets: [:], sealed: true)
    try interview.answer(.other("the sea"))
    #expect(interview.turn?.step.id == "more")
    interview.back()
    try interview.answer(.words("hope"))
    #expect(interview.turn == nil)
  }

  private var chosen: [Step] {
    var most = Samples.ask("most", .choice(Samples.values))
    most.type = StepType(.choice, StepParts(), isOpen: true) ?? .text
    most.optionsFrom = .answered("which")
    return [
      Samples.ask("which", .choices(Samples.values, atLeast: nil, atMost: nil, other: "Else")),
      most,
    ]
  }

  @Test func optionsComeFromAnEarlierAnswer() throws {
    var interview = Interview(steps: chosen, sets: [:], sealed: true)
    try interview.answer(.other("the sea", beside: ["hope"]))
    #expect(interview.turn?.step.type.parts.options.map(\.label) == ["Hope", "the sea"])
    #expect(throws: AnswerProblem.self) { try interview.answer(.words("choice")) }
    try interview.answer(.words("other"))
    #expect(interview.outcome.last?.words == "the sea")
    let resumed = Interview(
      steps: chosen, sets: [:], sealed: true, resuming: interview.progress)
    #expect(resumed.outcome == interview.outcome)
    interview.back()
    interview.back()
    try interview.answer(.ids(["choice"]))
    #expect(interview.turn?.step.id == "most" && interview.standing == nil)
    interview.back()
    interview.skip()
    #expect(interview.outcome.map(\.state) == [.skipped, .notApplicable])
  }

  /// Records are numbered by their list: who chose one has chosen that one, whatever its number becomes.
  @Test func aChosenRecordIsFoundAgain() throws {
    var steps = chosen
    steps[0].type = .list([Field(id: "what", label: "what", kind: .line)])
    let records = { (words: [String]) in Value.records(words.map { ["what": .words($0)] }) }
    var interview = Interview(steps: steps, sets: [:], sealed: true)
    try interview.answer(records(["rest", "ring"]))
    try interview.answer(.words("2"))
    #expect(interview.outcome.last?.words == "ring")
    interview.back()
    interview.back()
    try interview.answer(records(["ring"]))
    #expect(interview.outcome.last?.value == .words("1"))
    #expect(interview.outcome.last?.words == "ring")
    interview.back()
    try interview.answer(records(["walk", "sleep"]))
    #expect(interview.outcome.last?.value == nil)
  }

  @Test func optionsComeFromAFramework() {
    var step = Samples.ask("value")
    step.type = StepType(.choice, StepParts(), isOpen: true) ?? .text
    step.optionsFrom = .values("srn")
    let open = Interview(steps: [step], sets: ["srn": Samples.values], sealed: true)
    #expect(open.turn?.step.type.parts.options == Samples.values)
    let without = Interview(steps: [step], sets: [:], sealed: true)
    #expect(without.turn == nil && without.outcome.map(\.state) == [.notApplicable])
  }

  @Test func lastTimeIsShownWhenOpenAlone() {
    var step = Samples.ask("word", .line)
    step.showsLast = true
    let last = Samples.lastTime("word", .words("steady"))
    for sealed in [true, false] {
      let interview = Interview(
        steps: [step], sets: [:], sealed: sealed, lastTime: [.init(step: "word"): last])
      #expect(interview.shownLast == (sealed ? nil : last) && interview.standing == nil)
    }
  }

  @Test func whatIsAheadFollowsWhatWasChosen() throws {
    let options = [
      Option(id: "a", label: "A", then: [.signposts("near")]),
      Option(id: "b", label: "B", then: [.prompt("rest"), .signposts("near")]),
    ]
    var prompt = Samples.prompt(
      Samples.ask("one", .choices(options, atLeast: nil, atMost: nil)),
      Samples.ask("two", .choice(options), when: .answered(step: "one", .includes("b"))))
    prompt.then = [.item("rest"), .signposts("near")]
    var interview = Interview(steps: prompt.steps, sets: [:], sealed: true)
    #expect(interview.onward(of: prompt) == [.item("rest"), .signposts("near")])
    try interview.answer(.ids(["b"]))
    #expect(
      interview.onward(of: prompt) == [.prompt("rest"), .signposts("near"), .item("rest")])
  }
}
