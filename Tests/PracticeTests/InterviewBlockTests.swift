import Practice
import TestSupport
import Testing

/// Several steps about each item: what comes when, and what is filed where.
@Suite struct InterviewBlockTests {
  /// What is asked now, as `where/hope`.
  private func place(_ interview: Interview) -> String? {
    interview.turn.map { turn in turn.step.id + (turn.item.map { "/\($0.id)" } ?? "") }
  }

  private func picked(_ ids: [String], _ steps: [Step] = Samples.block) throws -> Interview {
    var interview = Interview(steps: steps, sets: ["values": Samples.values], sealed: true)
    try interview.pick(ids)
    return interview
  }

  @Test func allAboutOneItemComesBeforeTheNext() throws {
    var interview = try picked(["mutuality", "hope"])
    var places: [String] = []
    while let place = place(interview) {
      places.append(place)
      try interview.answer(.words("words of \(place)"))
    }
    #expect(
      places == [
        "where/hope", "more/hope", "where/mutuality", "more/mutuality", "close",
      ])
    #expect(interview.outcome.map(\.step) == ["where", "more", "where", "more", "close"])
    #expect(interview.outcome.map(\.item) == ["hope", "hope", "mutuality", "mutuality", nil])
    #expect(interview.outcome[1].ask == "words of where/hope: what would bring more of Hope?")
  }

  @Test func aConditionInsideLooksAtTheSameItem() throws {
    var interview = try picked(["hope", "mutuality"])
    interview.skip()
    #expect(place(interview) == "where/mutuality")
    try interview.answer(.words("in the queue"))
    #expect(place(interview) == "more/mutuality")
    interview.back()
    interview.back()
    #expect(place(interview) == "where/hope")
    try interview.answer(.words("late"))
    #expect(place(interview) == "more/hope")
  }

  @Test func pickingNothingSkipsTheBlock() throws {
    var interview = Interview(steps: Samples.block, sets: ["values": Samples.values], sealed: true)
    interview.skip()
    #expect(place(interview) == "close")
    interview.skip()
    #expect(interview.outcome.map(\.state) == [.skipped, .notApplicable, .skipped])
  }

  @Test func otherItemsLeaveAnswersToStandAgain() throws {
    var interview = try picked(["hope"])
    try interview.answer(.words("by the river"))
    interview.back()
    interview.back()
    #expect(interview.turn?.step.id == "look")
    try interview.pick(["choice"])
    #expect(interview.outcome.allSatisfy { $0.value == nil })
    interview.back()
    try interview.pick(["hope", "choice"])
    #expect(interview.outcome.first?.value == .words("by the river"))
  }

  @Test func withoutAPickTheWordsOfTheLeaderComeOnce() {
    var steps = Samples.block
    steps[0].repeats = Repeat(items: .given(Samples.values), isBlock: true)
    for index in [1, 2] { steps[index].repeats = Repeat(items: .given(Samples.values)) }
    var interview = Interview(steps: steps, sets: [:], sealed: true)
    #expect(interview.turn?.kind == .say && interview.turn?.ask == "Which would you like to see?")
    interview.passOn()
    #expect(place(interview) == "where/hope" && interview.turn?.total == 4)
  }

  @Test func answersAllAtOncePickWhatTheyAreAbout() throws {
    var interview = Interview(steps: Samples.block, sets: ["values": Samples.values], sealed: true)
    let ignored = try interview.run(given: [
      "where": .items([("hope", .words("a"))]), "more": .items([("choice", .words("b"))]),
      "look": .value(.ids(["mutuality"])),
    ])
    #expect(ignored == [IgnoredAnswer(step: "more", item: "choice")])
    let asked = interview.outcome.filter { $0.step == "where" }
    #expect(asked.map(\.item) == ["hope", "choice", "mutuality"])
    #expect(asked.map(\.state) == [.answered, .skipped, .skipped])
  }

  /// Fifty items with five steps each, as many as there can be.
  @Test func aBlockOfFiftyItemsEnds() throws {
    let items = (1...60).map { Option(id: "i\($0)", label: "Item \($0)") }
    var steps = [
      Step(id: "look", words: .ask("Which?"), repeats: Repeat(items: .given(items), isBlock: true))
    ]
    for number in 1...5 {
      var step = Step(id: "s\(number)", words: .ask("\(number) of {item}?"))
      (step.block, step.repeats) = ("look", Repeat(items: .given(items)))
      steps.append(step)
    }
    var interview = Interview(steps: steps, sets: [:], sealed: true)
    interview.passOn()
    var turns = 0
    while interview.turn != nil, turns < 1000 {
      try interview.answer(.words("\(turns)"))
      turns += 1
    }
    #expect(turns == 250 && interview.outcome.count == 250)
    #expect(interview.outcome.last?.ask == "5 of Item 50?")
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func nothingGivenIsLostOnAnyWalk(seed: UInt64) throws {
    var numbers = SeededRandom(seed: seed)
    var interview = Interview(steps: Samples.block, sets: ["values": Samples.values], sealed: true)
    var given: [Interview.Place: Value] = [:]
    for turn in 1...60 {
      guard let now = interview.turn, let place = interview.progress.current else {
        interview.back()
        continue
      }
      switch (numbers.below(8), now.kind) {
      case (0...2, _): interview.back()
      case (3, _): interview.stop()
      case (_, .say): interview.passOn()
      case (_, .pick(let items, _)):
        try interview.pick(items.shuffled(using: &numbers).prefix(numbers.below(4)).map(\.id))
      case (4, .question):
        interview.skip()
        given[place] = nil
      case (_, .question):
        let value = Value.words("\(place.step) of \(place.item ?? "all"), \(turn)")
        try interview.answer(value)
        given[place] = value
      }
      #expect(interview.progress.given == given, "seed \(seed), turn \(turn)")
      for answer in interview.outcome where answer.value != nil {
        let place = Interview.Place(step: answer.step, item: answer.item)
        #expect(answer.value == given[place], "seed \(seed), turn \(turn)")
      }
      let resumed = Interview(
        steps: interview.steps, sets: interview.sets, sealed: true, resuming: interview.progress)
      #expect(resumed.outcome == interview.outcome, "seed \(seed), turn \(turn)")
    }
  }
}
