import Practice
import TestSupport
import Testing

/// One party of a meeting is asked what it answers, and nothing that hangs on the others' answers.
@Suite struct PartyTests {
  private static func step(
    _ id: String, _ who: String?, type: StepType = .yesNo, when: Condition? = nil,
    repeats: Repeat? = nil
  ) -> Step {
    Step(id: id, words: .ask("\(id)?"), type: type, when: when, repeats: repeats, who: who)
  }

  private static let people = StepType.choices(Samples.values, atLeast: nil, atMost: nil)

  /// Worker and supporter, with every way of looking at an earlier answer.
  private static let steps = [
    Step(id: "hello", words: .say("Settle in.")),
    step("energy", "each"),
    step("hard", "worker"),
    step("values", "worker", type: people),
    step("rest", "worker", when: .answered(step: "worker.hard", .equals(.words("yes")))),
    step("about", "worker", type: .line, repeats: Repeat(items: .answered("worker.values"))),
    step("care", "worker", when: .answered(step: "supporter.energy", .equals(.words("no")))),
    step("then", "worker", when: .skipped(step: "care")),
    step("offer", "supporter", when: .answered(step: "hard", .given)),
    step("tired", "each", when: .not(.answered(step: "energy", .equals(.words("yes"))))),
    step("begin", "either"),
    step("next", "both", type: .line, when: .answered(step: "worker.begin", .given)),
  ]

  private func interview(_ party: String) -> Interview {
    Interview(steps: Self.steps, sets: [:], sealed: true, as: party)
  }

  @Test func aPartyHasItsOwnSteps() {
    #expect(
      interview("worker").steps.map(\.id) == [
        "hello", "energy", "hard", "values", "rest", "about", "care", "then", "tired", "begin",
        "next",
      ])
    #expect(
      interview("supporter").steps.map(\.id) == [
        "hello", "energy", "offer", "tired", "begin", "next",
      ])
    #expect(Interview(steps: Self.steps, sets: [:], sealed: true).unasked == [])
  }

  @Test func whatHangsOnTheOthersIsNamedWithThem() {
    let worker = interview("worker").unasked
    #expect(worker.map(\.step.id) == ["care", "then"])
    #expect(worker.map(\.parties) == [["supporter"], ["supporter"]])
    let supporter = interview("supporter").unasked
    #expect(supporter.map(\.step.id) == ["offer", "next"])
    #expect(supporter.map(\.parties) == [["worker"], ["worker"]])
  }

  @Test func ownAnswersDecideUnderEitherName() throws {
    var interview = interview("worker")
    interview.passOn()
    try interview.answer(.words("no"))
    try interview.answer(.words("yes"))
    try interview.answer(.ids(["choice"]))
    #expect(interview.here == "rest")
    interview.skip()
    #expect(interview.here == "about/choice")
    interview.skip()
    #expect(interview.here == "tired", "what hangs on the supporter is passed over")
    interview.skip()
    try interview.answer(.words("yes"))
    #expect(interview.here == "next")
    try interview.answer(.words("A walk."))
    #expect(interview.isFinished)
    #expect(
      interview.states == [
        "energy answered", "hard answered", "values answered", "rest skipped",
        "about/choice skipped", "care not-reached", "then not-reached", "tired skipped",
        "begin answered", "next answered",
      ])
  }

  @Test func goingBackAndResumingKeepToTheParty() throws {
    var interview = interview("supporter")
    interview.passOn()
    try interview.answer(.words("no"))
    #expect(interview.here == "tired")
    try interview.answer(.words("yes"))
    #expect(interview.here == "begin")
    let resumed = Interview(
      steps: Self.steps, sets: [:], sealed: true, as: "supporter", resuming: interview.progress)
    #expect(resumed == interview)
    interview.back()
    interview.back()
    #expect(interview.here == "energy" && interview.standing == .words("no"))
    try interview.answer(.words("yes"))
    #expect(interview.here == "begin", "the own answer hides what it showed")
    interview.stop()
    #expect(interview.states.last == "next not-reached")
  }

  /// A draft of one party, opened for the other, shows nothing of it beyond what both answer.
  @Test func anotherPartysAnswersAreNotTakenUp() throws {
    var worker = interview("worker")
    _ = try worker.run(given: ["hard": .value(.words("yes")), "rest": .value(.words("no"))])
    let supporter = Interview(
      steps: Self.steps, sets: [:], sealed: true, as: "supporter", resuming: worker.progress)
    #expect(supporter.progress.given.isEmpty)
  }

  @Test func answersGivenAllAtOnceWorkAsForAPrompt() throws {
    var interview = interview("worker")
    let ignored = try interview.run(given: [
      "energy": .value(.words("yes")), "hard": .value(.words("no")),
      "rest": .value(.words("yes")), "care": .value(.words("yes")),
    ])
    #expect(ignored == [IgnoredAnswer(step: "rest"), IgnoredAnswer(step: "care")])
    #expect(interview.isFinished)
    #expect(throws: AnswerProblem.self) {
      var interview = self.interview("worker")
      _ = try interview.run(given: ["offer": .value(.words("yes"))])
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func aPartyIsAskedNothingThatAnotherAnswersOrDecides(seed: UInt64) throws {
    var numbers = SeededRandom(seed: seed)
    let meeting = RandomMeeting(&numbers)
    for party in RandomMeeting.parties {
      var interview = Interview(steps: meeting.steps, sets: [:], sealed: true, as: party)
      let own = meeting.steps.filter { meeting.isOf($0, party) }
      let free = own.filter { !meeting.hangsOnOthers($0, party) }.map(\.id)
      #expect(interview.steps == own, "seed \(seed), \(party)")
      #expect(
        interview.unasked.map(\.step.id) == own.map(\.id).filter { !free.contains($0) },
        "seed \(seed), \(party)")
      for move in 1...60 {
        if let turn = interview.turn {
          #expect(free.contains(turn.step.id), "seed \(seed), \(party), move \(move)")
        }
        try meeting.move(&interview, numbers.below(8))
        let resumed = Interview(
          steps: meeting.steps, sets: [:], sealed: true, as: party, resuming: interview.progress)
        #expect(resumed.outcome == interview.outcome, "seed \(seed), \(party), move \(move)")
      }
      let waiting = interview.outcome.filter { !free.contains($0.step) }
      #expect(waiting.allSatisfy { $0.state == .notReached }, "seed \(seed), \(party)")
    }
  }
}

/// A meeting of two, whose steps look at earlier ones by all sorts of names.
private struct RandomMeeting {
  static let parties = ["worker", "supporter"]

  var steps: [Step] = []

  init(_ numbers: inout SeededRandom) {
    for number in 0..<10 {
      let who = ["worker", "supporter", "each", "both", "either", nil][numbers.below(6)]
      let words: Step.Words = who == nil ? .say("\(number).") : .ask("\(number)?")
      steps.append(
        Step(
          id: "s\(number)", words: words, type: .yesNo, when: condition(&numbers, depth: 2),
          who: who))
    }
  }

  private func condition(_ numbers: inout SeededRandom, depth: Int) -> Condition? {
    let asked = steps.filter { !$0.isSaid }
    guard !asked.isEmpty, numbers.below(3) > 0 else { return nil }
    switch numbers.below(depth > 0 ? 6 : 3) {
    case 0: return .answered(step: name(of: asked, &numbers), .equals(.words("yes")))
    case 1: return .answered(step: name(of: asked, &numbers), .given)
    case 2: return .skipped(step: name(of: asked, &numbers))
    case 3: return condition(&numbers, depth: depth - 1).map { .not($0) }
    default:
      let parts = (0..<2).compactMap { _ in condition(&numbers, depth: depth - 1) }
      guard !parts.isEmpty else { return nil }
      return numbers.below(2) == 0 ? .all(parts) : .any(parts)
    }
  }

  private func name(of steps: [Step], _ numbers: inout SeededRandom) -> String {
    let step = steps[numbers.below(steps.count)]
    guard step.who == "each" || step.who == "either", numbers.below(2) == 0 else { return step.id }
    return "\(Self.parties[numbers.below(2)]).\(step.id)"
  }

  func isOf(_ step: Step, _ party: String) -> Bool {
    step.who != Self.parties.first { $0 != party }
  }

  /// Whether, over however many steps, somebody else's answer decides.
  func hangsOnOthers(_ step: Step, _ party: String) -> Bool {
    names(in: step.when).contains { name in
      let parts = name.split(separator: ".").map(String.init)
      if parts.count == 2, parts[0] != party { return true }
      guard let source = steps.first(where: { $0.id == parts.last }) else { return false }
      return !isOf(source, party) || hangsOnOthers(source, party)
    }
  }

  private func names(in condition: Condition?) -> [String] {
    switch condition {
    case nil: []
    case .answered(let name, _), .skipped(let name): [name]
    case .not(let part): names(in: part)
    case .all(let parts), .any(let parts): parts.flatMap { names(in: $0) }
    }
  }

  func move(_ interview: inout Interview, _ number: Int) throws {
    switch (number, interview.turn?.kind) {
    case (0, _), (1, _): interview.back()
    case (2, _): interview.stop()
    case (_, .say): interview.passOn()
    case (3, .question): interview.skip()
    case (_, .question): try interview.answer(.words(number.isMultiple(of: 2) ? "yes" : "no"))
    default: interview.back()
    }
  }
}
