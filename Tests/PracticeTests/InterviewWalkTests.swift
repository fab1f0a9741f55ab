import Practice
import TestSupport
import Testing

/// Random walks through an interview with every kind of turn in it.
@Suite struct InterviewWalkTests {
  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func nothingGivenIsLostAndEveryWalkEnds(seed: UInt64) throws {
    var walk = RandomWalk(seed: seed)
    for turn in 1...80 {
      try walk.step()
      let outcome = walk.interview.outcome
      let isKept = walk.interview.progress.given == walk.given
      #expect(isKept, "seed \(seed), turn \(turn): an answer was lost or changed")
      let isShown = outcome.allSatisfy { answer in
        let given = walk.given[.init(step: answer.step, item: answer.item)]
        return answer.value == (walk.isHidden(answer) ? nil : given)
      }
      #expect(isShown, "seed \(seed), turn \(turn): an answer that is shown is not the given one")
      #expect(walk.isInOrder, "seed \(seed), turn \(turn): the outcome is out of order")
      #expect(walk.resumesTheSame, "seed \(seed), turn \(turn): resuming changed something")
    }
    let turns = try walk.turnsToTheEnd()
    #expect(turns <= 40, "seed \(seed): it does not end")
  }
}

/// One person going to and fro.
private struct RandomWalk {
  var interview: Interview
  /// What was given at each place and not skipped since, as a person would remember it.
  var given: [Interview.Place: Value] = [:]
  private var numbers: SeededRandom

  init(seed: UInt64) {
    numbers = SeededRandom(seed: seed)
    interview = Interview(steps: Self.prompt.steps, sets: ["values": Samples.values], sealed: true)
  }

  static let prompt = Samples.prompt(
    Step(id: "hello", words: .say("Hello.")),
    Samples.ask("hard", .choice(Samples.yesOrLater)),
    Samples.ask("more", when: .answered(step: "hard", .equals(.words("yes")))),
    Samples.ask(
      "scale", .scale(Scale(from: 0, to: 4, also: [Option(id: "prefer-not", label: "Rather not")])),
      when: .not(.skipped(step: "more"))),
    Samples.ask("which", .choices(Samples.values, atLeast: nil, atMost: nil)),
    Samples.ask("each", repeats: Repeat(items: .answered("which"))),
    Step(
      id: "aside", words: .say("Now {item}."), when: .answered(step: "scale", .atLeast(2)),
      repeats: Repeat(items: .values("values"))),
    Samples.ask(
      "picked", .number(atLeast: nil, atMost: nil, also: []),
      repeats: Repeat(items: .values("values"), pick: .init(atMost: 2))),
    Samples.ask(
      "last", .line,
      when: .any([.answered(step: "picked", .atMost(3)), .answered(step: "each", .given)])))

  mutating func step() throws {
    guard let turn = interview.turn, let place = interview.progress.current else {
      interview.back()
      return
    }
    switch (numbers.below(10), turn.kind) {
    case (0...2, _): interview.back()
    case (3, _): interview.stop()
    case (_, .say): interview.passOn()
    case (_, .pick(let items, _)):
      try interview.pick(items.shuffled(using: &numbers).prefix(numbers.below(3)).map(\.id))
    case (4, .question):
      interview.skip()
      given[place] = nil
    case (_, .question):
      let value = value(for: turn.step.type)
      try interview.answer(value)
      given[place] = value
    }
  }

  /// Left out by a condition; one that looks at something not reached is not reached either.
  func isHidden(_ answer: Answer) -> Bool {
    let isConditional = interview.steps.contains { $0.id == answer.step && $0.when != nil }
    return answer.state == .notApplicable || isConditional && answer.state == .notReached
  }

  /// Answers in the order of the steps, each place once.
  var isInOrder: Bool {
    let order = interview.steps.map(\.id)
    let ranks = interview.outcome.compactMap { order.firstIndex(of: $0.step) }
    let places = interview.outcome.map { Interview.Place(step: $0.step, item: $0.item) }
    return ranks == ranks.sorted() && Set(places).count == places.count
      && Set(ranks).count == order.count - 2
  }

  var resumesTheSame: Bool {
    let resumed = Interview(
      steps: interview.steps, sets: interview.sets, sealed: true, resuming: interview.progress)
    return resumed.outcome == interview.outcome
  }

  /// How many turns are left when the person only goes on.
  func turnsToTheEnd() throws -> Int {
    var interview = interview
    if interview.progress.isStopped { interview.back() }
    var turns = 0
    while interview.turn != nil, turns < 1000 {
      interview.skip()
      turns += 1
    }
    return turns
  }

  private mutating func value(for type: StepType) -> Value {
    switch type {
    case .choice(let options, _): .words(options[numbers.below(options.count)].id)
    case .scale: numbers.below(4) == 0 ? .words("prefer-not") : .number(Double(numbers.below(5)))
    case .choices(let options, _, _, _):
      .ids(
        options.map(\.id).enumerated().filter { $0.offset == 0 || numbers.below(2) == 0 }.map(
          \.element))
    case .number: .number(Double(numbers.below(7)))
    default: .words("words \(numbers.below(1000))")
    }
  }
}
