import Practice
import Testing

/// Repeated steps: where items come from, picking, and answers that stay with their item.
@Suite struct RouteTests {
  @Test func asksOnceForEachItem() throws {
    var interview = Samples.interview(
      Samples.ask("v", repeats: Repeat(items: .values("test/values"))))
    #expect(interview.turn?.total == 3)
    for value in Samples.values {
      #expect(interview.turn?.item == value)
      #expect(interview.turn?.ask == "About v and \(value.label)?")
      try interview.answer(.words(value.id))
    }
    #expect(interview.isFinished)
    #expect(interview.outcome.map(\.item) == ["hope", "choice", "mutuality"])
    #expect(interview.outcome.map(\.ask).last == "About v and Mutuality?")
  }

  @Test func picksBeforeAsking() throws {
    var interview = picking
    let turn = try #require(interview.turn)
    #expect(turn.kind == .pick(items: Samples.values, .init(atLeast: 1, atMost: 2)))
    #expect(turn.ask == "Which of these would you like to think about? Pick up to 2.")
    #expect(interview.standingPicks == nil)
    try interview.pick(["mutuality", "hope"])
    #expect(interview.here == "v/hope", "items are asked in the order of their set")
    try interview.answer(.words("a"))
    interview.skip()
    #expect(interview.isFinished)
    #expect(interview.states == ["v/hope answered", "v/mutuality skipped"])
  }

  @Test func pickRefusesUnknownItemsAndTooMany() {
    var interview = picking
    let before = interview
    let unknown = #expect(throws: AnswerProblem.self) { try interview.pick(["secret"]) }
    #expect(unknown?.message == "Please pick among: hope, choice, mutuality.")
    #expect(throws: AnswerProblem("Please pick 2 at most.")) {
      try interview.pick(["hope", "choice", "mutuality"])
    }
    #expect(interview == before)
  }

  @Test(arguments: [true, false]) func pickingNothingIsOneSkip(bySkip: Bool) throws {
    var interview = picking
    if bySkip { interview.skip() } else { try interview.pick([]) }
    #expect(interview.isFinished)
    #expect(
      interview.outcome == [Answer(step: "v", ask: "About v and …?", state: .skipped)])
  }

  @Test func anUnpickedItemIsKeptAndRestored() throws {
    var interview = picking
    try interview.pick(["hope"])
    try interview.answer(.words("light"))
    while interview.back() {}
    #expect(interview.standingPicks == ["hope"])
    try interview.pick(["choice"])
    interview.skip()
    #expect(interview.states == ["v/choice skipped"])
    while interview.back() {}
    try interview.pick(["hope", "choice"])
    #expect(interview.standing == .words("light"))
    #expect(interview.states == ["v/hope answered", "v/choice skipped"])
  }

  @Test func notYetPickedIsNotReached() {
    var interview = picking
    interview.stop()
    #expect(interview.states == ["v not-reached"])
  }

  @Test func anUnknownSetIsNotApplicable() {
    let interview = Samples.interview(Samples.ask("v", repeats: Repeat(items: .values("gone"))))
    #expect(interview.isFinished)
    #expect(interview.states == ["v not-applicable"])
  }

  @Test func repeatsOverChosenOptions() throws {
    var interview = Samples.interview(
      Samples.ask("which", .choices(Samples.values, atLeast: nil, atMost: nil)),
      Samples.ask("v", repeats: Repeat(items: .answered("which"))))
    try interview.answer(.ids(["mutuality", "hope", "hope"]))
    #expect(interview.outcome[0].value == .ids(["hope", "mutuality"]))
    #expect(interview.turn?.ask == "About v and Hope?")
    interview.skip()
    #expect(interview.turn?.ask == "About v and Mutuality?")
  }

  @Test func repeatsOverAnsweredRows() throws {
    var interview = Samples.interview(
      Samples.ask("t", .table(rows: Samples.values, columns: Samples.yesOrLater)),
      Samples.ask("v", repeats: Repeat(items: .answered("t"))))
    try interview.answer(.cells(["choice": "no"]))
    #expect(interview.here == "v/choice")
  }

  @Test func repeatsOverRecordsByTheirFirstText() throws {
    var interview = Samples.interview(Samples.people, Samples.aboutPeople)
    try interview.answer(
      .records([
        ["when": .words("2026-01-31"), "note": .words("A call\r\nand more")],
        ["when": .words("2026-02-01")],
      ]))
    #expect(interview.turn?.item == Option(id: "1", label: "A call"))
    interview.skip()
    #expect(interview.turn?.item == Option(id: "2", label: "2026-02-01"))
  }

  @Test func nothingToRepeatOverIsNotApplicable() throws {
    var interview = Samples.interview(Samples.people, Samples.aboutPeople)
    #expect(interview.states == ["people not-reached", "about not-reached"])
    interview.skip()
    #expect(interview.states == ["people skipped", "about not-applicable"])
  }

  @Test func asksAboutFiftyItemsAtMost() throws {
    let many = (1...60).map { Option(id: "i\($0)", label: "Item \($0)") }
    let all = Samples.interview(Samples.ask("v", repeats: Repeat(items: .given(many))))
    #expect(all.turn?.total == 50)
    var picked = Samples.interview(
      Samples.ask("v", repeats: Repeat(items: .given(many), pick: .init())))
    #expect(throws: AnswerProblem.self) { try picked.pick(many.map(\.id)) }
    try picked.pick(many.suffix(50).map(\.id))
    #expect(picked.here == "v/i11")
  }

  @Test func wordsCanBeSaidAboutEachItem() throws {
    var interview = Samples.interview(
      Step(
        id: "v", words: .say("Think of {item}."),
        repeats: Repeat(items: .given(Samples.values), pick: .init(atMost: 1))))
    #expect(
      interview.turn?.ask == "Which of these would you like to think about? Pick one.")
    try interview.pick(["choice"])
    #expect(interview.turn?.ask == "Think of Choice.")
    interview.passOn()
    #expect(interview.isFinished)
    #expect(interview.outcome == [])
  }

  @Test func conditionsLookAtAnyItem() throws {
    var interview = Samples.interview(
      Samples.ask("v", .yesNo, repeats: Repeat(items: .given(Samples.values))),
      Samples.ask("any", when: .answered(step: "v", .equals(.words("yes")))),
      Samples.ask("none", when: .skipped(step: "v")))
    interview.skip()
    try interview.answer(.words("yes"))
    try interview.answer(.words("no"))
    #expect(interview.here == "any")
    while interview.back() {}
    for _ in 1...3 { interview.skip() }
    #expect(interview.here == "none")
  }

  private var picking: Interview {
    Samples.interview(
      Samples.ask(
        "v", repeats: Repeat(items: .values("test/values"), pick: .init(atLeast: 1, atMost: 2))))
  }
}
