import Packs
import Practice
import Testing

/// What lint proves about conditions is what really happens.
@Suite struct StepLogicTests {
  /// Walks through small made-up prompts in every way there is, and compares.
  @Test(arguments: 0..<8)
  func agreesWithEveryWayThrough(part: Int) throws {
    let seed = UInt64.random(in: 0..<1 << 40)
    var random = Seeded(state: seed)
    for round in 0..<60 {
      let steps = MadeUp.steps(&random)
      guard let walked = EveryWay(steps) else { continue }
      let logic = StepLogic(steps)
      for (step, verdict) in zip(steps, logic.verdicts) {
        let place = "seed \(seed), round \(round), part \(part), \(step.id) of \(steps)"
        // In a block less is proved than is true: what one item excludes, another may have.
        let hasBlock = steps.contains(where: \.isLeader)
        let isShown = walked.shown.contains(step.id)
        #expect(verdict.isDead == !isShown || (hasBlock && !isShown), "\(verdict): \(place)")
        if verdict == .always { #expect(!walked.hidden.contains(step.id), "\(place)") }
        let isAlways = step.when != nil && step.repeats == nil && !verdict.isDead
        // What follows from a step that is never asked is told of that step alone.
        let isClear = !logic.verdicts.contains(where: \.isDead)
        if isAlways, isClear, !hasBlock, !walked.hidden.contains(step.id) {
          #expect(verdict == .always, "\(place)")
        }
      }
    }
  }

  private func verdict(of when: Condition, after steps: [Step]) -> StepLogic.Verdict? {
    StepLogic(steps + [Step(id: "last", words: .ask("?"), when: when)]).verdicts.last
  }

  /// Asked about two things, one can be high and the other low.
  @Test func whatNoSingleAnswerCanDoTwoCan() {
    let items = Repeat(items: .given([Option(id: "x", label: "X"), Option(id: "y", label: "Y")]))
    var level = Step(id: "level", words: .ask("?"), type: .scale(Scale(from: 0, to: 2)))
    let both = Condition.all([
      .answered(step: "level", .atLeast(2)), .answered(step: "level", .atMost(0)),
    ])
    #expect(verdict(of: both, after: [level]) == .never)
    level.repeats = items
    #expect(verdict(of: both, after: [level]) == .open)
    let three = Condition.all([both, .answered(step: "level", .equals(.number(1)))])
    #expect(verdict(of: three, after: [level]) == .never)
  }

  @Test func numbersLieBetweenNumbers() {
    let count = Step(
      id: "count", words: .ask("?"), type: .number(atLeast: 0, atMost: 3, also: []))
    let least: (Double) -> Condition = { .answered(step: "count", .atLeast($0)) }
    let most: (Double) -> Condition = { .answered(step: "count", .atMost($0)) }
    #expect(verdict(of: .all([least(1), most(2)]), after: [count]) == .open)
    #expect(verdict(of: .all([least(2), most(1)]), after: [count]) == .never)
    #expect(verdict(of: least(4), after: [count]) == .never)
    #expect(
      verdict(of: .any([least(1), most(1), .skipped(step: "count")]), after: [count]) == .always)
    #expect(verdict(of: .all([.not(least(1)), .not(most(0.9))]), after: [count]) == .open)
  }

  @Test func wholeMinutesHaveNothingBetween() {
    let long = Step(id: "long", words: .ask("?"), type: .duration)
    let between: Condition = .all([
      .answered(step: "long", .atLeast(1.1)), .answered(step: "long", .atMost(1.9)),
    ])
    #expect(verdict(of: between, after: [long]) == .never)
    #expect(verdict(of: .answered(step: "long", .atMost(-1)), after: [long]) == .never)
  }

  @Test func severalItemsCanHaveSeveralAnswers() {
    let options = [Option(id: "a", label: "A"), Option(id: "b", label: "B")]
    let asked = Step(
      id: "each", words: .ask("?"), type: .yesNo,
      repeats: Repeat(items: .given(options)))
    let both: Condition = .all([
      .answered(step: "each", .equals(.words("yes"))),
      .answered(step: "each", .equals(.words("no"))),
    ])
    #expect(verdict(of: both, after: [asked]) == .open)
    var one = asked
    one.repeats?.pick = .init(atMost: 1)
    #expect(verdict(of: both, after: [one]) == .never)
  }

  @Test func whatAsksForAYesCanBeSkippedToo() {
    let agree = Step(id: "agree", words: .ask("?"), type: .confirm, isSkippable: false)
    #expect(verdict(of: .skipped(step: "agree"), after: [agree]) == .open)
    #expect(verdict(of: .answered(step: "agree", .given), after: [agree]) == .open)
  }

  @Test func aHundredChoicesClaimNothingAndEndSoon() {
    let steps = (0..<100).map { number in
      Step(id: "s\(number)", words: .ask("?"), type: .yesNo)
    }
    // True on every way, but only a walk through all of them could tell.
    let parts: [Condition] = steps.map { .answered(step: $0.id, .equals(.words("yes"))) }
    let odd: Condition = .any([.all(parts), .not(.all(parts.reversed()))])
    #expect(verdict(of: odd, after: steps) != .never)
  }

  @Test func whatCouldNotBeReadProvesNothing() {
    let mood = Step(id: "mood", words: .ask("?"), type: .choice([Option(id: "a", label: "A")]))
    let last = Step(
      id: "last", words: .ask("?"), when: .answered(step: "mood", .equals(.words("b"))))
    #expect(StepLogic([mood, last]).verdicts == [.open, .never])
    #expect(StepLogic([mood, last], unsound: [0]).verdicts == [.open, .open])
    #expect(StepLogic([mood, last], unsound: [1]).verdicts == [.open, .open])
  }
}

/// Numbers that a seed gives again.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Small prompts with conditions of every form.
private enum MadeUp {
  static func steps(_ random: inout Seeded) -> [Step] {
    var steps: [Step] = []
    for number in 0..<Int.random(in: 2...5, using: &random) {
      var step = Step(id: "s\(number)", words: .ask("?"), type: type(&random))
      if !steps.isEmpty, Int.random(in: 0..<4, using: &random) > 0 {
        step.when = condition(steps.filter { !$0.isSaid }, depth: 2, &random)
      }
      if Int.random(in: 0..<12, using: &random) == 0 {
        (step.type, step.isSkippable) = (.confirm, false)
      }
      if Int.random(in: 0..<9, using: &random) == 0 {
        step.repeats = Repeat(
          items: .given([Option(id: "x", label: "X"), Option(id: "y", label: "Y")]))
      }
      steps.append(step)
      if Int.random(in: 0..<15, using: &random) == 0 {
        steps += block(number, after: steps, &random)
      }
    }
    return steps
  }

  /// Two steps about each of two items, after the one that leads them.
  private static func block(
    _ number: Int, after steps: [Step], _ random: inout Seeded
  ) -> [Step] {
    let items = Repeat.Items.given([Option(id: "x", label: "X"), Option(id: "y", label: "Y")])
    var leader = Step(id: "l\(number)", words: .ask("?"))
    leader.repeats = Repeat(items: items, isBlock: true)
    var inside: [Step] = []
    for place in 0..<2 {
      var step = Step(
        id: "l\(number)-\(place)", words: .ask("?"), type: place == 0 ? .yesNo : .line)
      let earlier = inside.isEmpty ? steps.filter { !$0.isSaid } : inside
      if !earlier.isEmpty, Int.random(in: 0..<4, using: &random) > 0 {
        step.when = condition(earlier, depth: 1, &random)
      }
      (step.block, step.repeats) = (leader.id, Repeat(items: items))
      inside.append(step)
    }
    return [leader] + inside
  }

  private static let options = ["a", "b", "c"].map { Option(id: $0, label: $0) }

  private static func type(_ random: inout Seeded) -> StepType {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .yesNo
    case 1: .choice(Array(options.prefix(2)))
    case 2: .choices(Array(options.prefix(2)), atLeast: nil, atMost: nil)
    case 3: .scale(Scale(from: 0, to: 2, also: [Option(id: "no", label: "No")]))
    case 4: .line
    default: .text
    }
  }

  private static func condition(
    _ steps: [Step], depth: Int, _ random: inout Seeded
  ) -> Condition {
    switch depth == 0 ? 0 : Int.random(in: 0..<8, using: &random) {
    case 5: .not(condition(steps, depth: depth - 1, &random))
    case 6: .all((0..<2).map { _ in condition(steps, depth: depth - 1, &random) })
    case 7: .any((0..<2).map { _ in condition(steps, depth: depth - 1, &random) })
    default: atom(steps[Int.random(in: 0..<steps.count, using: &random)], &random)
    }
  }

  private static func atom(_ step: Step, _ random: inout Seeded) -> Condition {
    let pick = Int.random(in: 0..<6, using: &random)
    if pick == 0 { return .skipped(step: step.id) }
    if pick == 1 { return .answered(step: step.id, .given) }
    let test: Condition.Test =
      switch step.type {
      case .yesNo: pick < 4 ? .equals(.words("yes")) : .differs(.words("yes"))
      case .choice: pick < 4 ? .equals(.words("a")) : .oneOf([.words("a"), .words("b")])
      case .choices: .includes(pick < 4 ? "a" : "b")
      case .scale: pick < 4 ? .atLeast(Double(pick - 1)) : .atMost(Double(pick - 4))
      case .line: pick < 4 ? .equals(.words("x")) : .differs(.words("x"))
      case .confirm: .equals(.yes)
      default: .given
      }
    return .answered(step: step.id, test)
  }
}

/// What a person could come across on all ways through a prompt.
private struct EveryWay {
  var shown: Set<String> = []
  var hidden: Set<String> = []
  private var ways = 0

  /// Nil where there are too many ways.
  init?(_ steps: [Step]) {
    let prompt = Prompt(id: "p", title: "P", steps: steps)
    walk(Interview(steps: prompt.steps, sets: [:], sealed: true))
    guard ways < 3_000 else { return nil }
  }

  private mutating func walk(_ interview: Interview) {
    guard ways < 3_000 else { return }
    guard let turn = interview.turn else {
      ways += 1
      for answer in interview.outcome where answer.state == .notApplicable {
        hidden.insert(answer.step)
      }
      return
    }
    shown.insert(turn.step.id)
    var next = interview
    next.skip()
    walk(next)
    for value in Self.answers(to: turn.step.type) {
      next = interview
      if (try? next.answer(value)) != nil { walk(next) }
    }
  }

  private static func answers(to type: StepType) -> [Value] {
    switch type {
    case .yesNo: [.words("yes"), .words("no")]
    case .choice: type.parts.named.map { .words($0.id) }
    case .choices: [.ids(["a"]), .ids(["b"]), .ids(["a", "b"])]
    case .scale: [.number(0), .number(1), .number(2), .words("no")]
    case .confirm: [.yes]
    default: [.words("x"), .words("y")]
    }
  }
}
