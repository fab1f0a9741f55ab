import Practice
import Testing

@Suite struct InterviewResumingTests {
  @Test func goesOnAtTheSameQuestion() throws {
    var interview = begun
    try interview.answer(.words("yes"))
    let resumed = resume(interview.progress)
    #expect(resumed == interview)
    #expect(resumed.here == "more")
  }

  @Test func goesOnAtAQuestionThatWasGoneBackTo() throws {
    var interview = begun
    try interview.answer(.words("yes"))
    try interview.answer(.words("heavy"))
    while interview.back() {}
    let resumed = resume(interview.progress)
    #expect(resumed.here == "hard")
    #expect(resumed.standing == .words("yes"))
  }

  @Test func goesOnWhereItStopped() throws {
    var interview = begun
    try interview.answer(.words("yes"))
    interview.stop()
    let resumed = resume(interview.progress)
    #expect(!resumed.isFinished)
    #expect(resumed.here == "more")
  }

  @Test func aFinishedOneStaysFinished() throws {
    var interview = begun
    interview.skip()
    try interview.answer(.words("done"))
    #expect(resume(interview.progress).isFinished)
  }

  @Test func hiddenAnswersAreStillThere() throws {
    var interview = begun
    try interview.answer(.words("yes"))
    try interview.answer(.words("heavy"))
    while interview.back() {}
    try interview.answer(.words("no"))
    var resumed = resume(interview.progress)
    resumed.back()
    try resumed.answer(.words("yes"))
    #expect(resumed.standing == .words("heavy"))
  }

  @Test func stepsThatAreGoneAreDropped() throws {
    var interview = begun
    try interview.answer(.words("yes"))
    try interview.answer(.words("heavy"))
    let changed = Samples.prompt(Samples.ask("new"), Samples.ask("close", .line))
    let resumed = Interview(
      steps: changed.steps, sets: [:], sealed: true, resuming: interview.progress)
    #expect(resumed.progress.given == [:])
    #expect(resumed.here == "close", "the saved place is still there")
  }

  @Test func aPlaceThatIsGoneBeginsAtTheFirstUnanswered() throws {
    var interview = begun
    try interview.answer(.words("yes"))
    let changed = Samples.prompt(Samples.hard[0], Samples.ask("other"), Samples.ask("close"))
    let resumed = Interview(
      steps: changed.steps, sets: [:], sealed: true, resuming: interview.progress)
    #expect(resumed.here == "other")
    #expect(resumed.outcome[0].value == .words("yes"))
  }

  @Test func anAnswerThatNoLongerFitsIsDropped() throws {
    var interview = begun
    try interview.answer(.words("later"))
    let changed = Samples.prompt(
      Samples.ask("hard", .choice(Array(Samples.yesOrLater.prefix(2)))), Samples.ask("close"))
    let resumed = Interview(
      steps: changed.steps, sets: [:], sealed: true, resuming: interview.progress)
    #expect(resumed.progress.given == [:])
    #expect(resumed.states == ["hard not-reached", "close not-reached"])
  }

  @Test func optionsThatAreGoneAreDroppedFromAnAnswer() throws {
    var interview = Samples.interview(
      Samples.ask("which", .choices(Samples.values, atLeast: nil, atMost: nil)),
      Samples.ask("rows", .table(rows: Samples.values, columns: Samples.yesOrLater)))
    try interview.answer(.ids(["hope", "choice"]))
    try interview.answer(.cells(["hope": "yes", "choice": "later"]))
    let fewer = Array(Samples.values.dropFirst())
    let resumed = Interview(
      steps: [
        Samples.ask("which", .choices(fewer, atLeast: nil, atMost: nil)),
        Samples.ask("rows", .table(rows: fewer, columns: Samples.yesOrLater)),
      ],
      sets: [:], sealed: true, resuming: interview.progress)
    #expect(
      resumed.outcome.map(\.value) == [.ids(["choice"]), .cells(["choice": "later"])])
  }

  @Test func itemsOfAListThatNoLongerFitsAreDroppedWithIt() throws {
    var interview = Samples.interview(Samples.people, Samples.aboutPeople, Samples.ask("close"))
    try interview.answer(Samples.records("a"))
    try interview.answer(.words("about a"))
    let changed = Samples.prompt(
      Samples.ask("people", .list([Field(id: "who", label: "Who", kind: .line)])),
      Samples.aboutPeople, Samples.ask("close"))
    let resumed = Interview(
      steps: changed.steps, sets: [:], sealed: true, resuming: interview.progress)
    #expect(resumed.progress.given == [:])
  }

  @Test func wordsAlreadySaidAreNotSaidAgain() throws {
    let prompt = Samples.prompt(
      Samples.ask("one"), Step(id: "pause", words: .say("Pause.")), Samples.ask("two"))
    var interview = Interview(steps: prompt.steps, sets: [:], sealed: true)
    try interview.answer(.words("first"))
    interview.passOn()
    var saved = interview.progress
    saved.current = Interview.Place(step: "pause")
    let resumed = Interview(steps: prompt.steps, sets: [:], sealed: true, resuming: saved)
    #expect(resumed.here == "two")
  }

  private var begun: Interview { Interview(steps: prompt.steps, sets: [:], sealed: true) }
  private var prompt: Prompt { Prompt(id: "hard", title: "Hard", steps: Samples.hard) }

  private func resume(_ progress: Interview.Progress) -> Interview {
    Interview(steps: prompt.steps, sets: [:], sealed: true, resuming: progress)
  }

  /// What a person wrote is not lost when a question, an option or an item of a later version is gone.
  @Test func wordsWithoutAQuestionAreStillThere() throws {
    var old = [
      Samples.ask("gone"), Samples.ask("which", .choice(Samples.yesOrLater, other: "Else")),
      Samples.ask("each", repeats: Repeat(items: .given(Samples.values))),
      Samples.ask("stays", .line), Samples.ask("pick", .choice(Samples.yesOrLater)),
    ]
    var interview = Interview(steps: old, sets: [:], sealed: true)
    for value in [Value.words("two\nlines"), .other("my own way"), .words("of hope")] {
      try interview.answer(value)
    }
    interview.skip()
    interview.skip()
    for value in [Value.words("here"), .words("later")] { try interview.answer(value) }
    old[1].type = .choice(Samples.yesOrLater)
    old[2].repeats = Repeat(items: .given(Array(Samples.values.dropFirst())))
    old[4].type = .choice(Array(Samples.yesOrLater.prefix(2)))
    let resumed = Interview(
      steps: Array(old.dropFirst()), sets: [:], sealed: true, resuming: interview.progress)
    #expect(resumed.strays == ["my own way", "of hope", "two\nlines"])
    let same = Interview(
      steps: interview.steps, sets: [:], sealed: true, resuming: interview.progress)
    #expect(same.strays == [])
  }
}
