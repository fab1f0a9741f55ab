package import Practice

/// What can be proved about when each step of a prompt or session is asked.
///
/// A proof looks at every way through the earlier steps by the rules of `Route`, with answers told
/// apart only as far as the conditions can. Where there are too many ways nothing is claimed.
package struct StepLogic {
  /// What is proved about one step.
  package enum Verdict: Sendable, Hashable {
    /// Nothing: it is asked on some ways and not on others, or it is always meant to be, or the
    /// ways could not all be followed.
    case open
    /// The condition contradicts itself.
    case never
    /// The condition could hold, but never on any way through the steps before it.
    case unreached
    /// It holds on no way because a step it looks at is never asked, which was found before.
    case follows
    /// The condition holds on every way.
    case always
    /// The condition may hold, but there is never anything to go through.
    case nothingToRepeat
  }

  /// What is proved about an earlier answer that a step shows.
  package enum Shown: Sendable, Hashable {
    /// Somebody may come to the step without having answered.
    case mayMiss
    /// Nobody who comes to the step has answered.
    case never
  }

  /// One for each step.
  package private(set) var verdicts: [Verdict] = []
  /// For each step, the answers it shows of which something is proved, by their names.
  package private(set) var shown: [[String: Shown]] = []

  private var roads = Crossroads([])
  private var numbers: [String: Int] = [:]
  private var tests: [String: [Condition.Test]] = [:]
  private var neverAsked: Set<Int> = []
  /// When the steps that lead a block are asked.
  private var asked: [String: Formula] = [:]

  /// - Parameters:
  ///   - steps: all of a prompt or session.
  ///   - unsound: places of steps that could not be read whole; nothing is claimed about them, nor
  ///     about what depends on them.
  package init(_ steps: [Step], unsound: Set<Int> = []) {
    guard steps.contains(where: { $0.when != nil || !$0.shownAnswers.isEmpty }) else {
      verdicts = Array(repeating: .open, count: steps.count)
      shown = Array(repeating: [:], count: steps.count)
      return
    }
    for step in steps { step.when.map { note($0) } }
    for (place, step) in steps.enumerated() {
      if place > 0, let ended = steps[place - 1].block, step.block != ended {
        loosen(steps.filter { $0.block == ended })
      }
      let isSound = !unsound.contains(place)
      let when = step.when.map { formula($0) } ?? .always
      let asked = asked(step, when)
      let verdict = isSound ? verdict(step, when, asked) : .open
      verdicts.append(verdict)
      shown.append(isSound && !verdict.isDead ? answers(shownBy: step, asked) : [:])
      addStops(for: step, asked, isSound: isSound, isDead: verdict.isDead)
    }
  }

  /// After a block its answers are those about all its items: one step may be answered about one item
  /// and another, which excludes it, about the next.
  private mutating func loosen(_ block: [Step]) {
    for step in block {
      guard let number = numbers[step.id], !neverAsked.contains(number) else { continue }
      var stop = roads.stops[number]
      stop.asked = .always
      stop.outcomes = stop.outcomes.map { $0 + [.hidden] }
      numbers[step.id] = roads.stops.count
      roads.stops.append(stop)
    }
  }

  /// Which tests are put to each step; those put to it alone and for one party together.
  private mutating func note(_ condition: Condition) {
    switch condition {
    case .answered(let name, let test):
      let step = StepName(name).step
      if test != .given, !tests[step, default: []].contains(test) {
        tests[step, default: []].append(test)
      }
    case .skipped: break
    case .all(let parts), .any(let parts): for part in parts { note(part) }
    case .not(let part): note(part)
    }
  }

  private mutating func formula(_ condition: Condition) -> Formula {
    switch condition {
    case .answered(let name, let test):
      guard let stop = number(name) else { return .any([]) }
      if test == .given { return .isGiven(stop) }
      let bit = tests[StepName(name).step]?.firstIndex(of: test) ?? 0
      return .passes(stop, bit: min(bit, 63))
    case .skipped(let name): return number(name).map { .isSkipped($0) } ?? .any([])
    case .all(let parts): return .all(parts.map { formula($0) })
    case .any(let parts): return .any(parts.map { formula($0) })
    case .not(let part): return .not(formula(part))
    }
  }

  /// One party's answer to a step is a thing of its own, of which nothing is known but its kind.
  private mutating func number(_ name: String) -> Int? {
    if let number = numbers[name] { return number }
    guard let base = numbers[StepName(name).step] else { return nil }
    var stop = roads.stops[base]
    stop.asked = .always
    if stop.canHide { stop.outcomes = stop.outcomes.map { $0 + [.hidden] } }
    numbers[name] = roads.stops.count
    roads.stops.append(stop)
    return numbers[name]
  }

  private mutating func asked(_ step: Step, _ when: Formula) -> Formula {
    var parts = [when]
    if let block = step.block, let leader = asked[block] { parts.append(leader) }
    if case .answered(let source)? = step.repeats?.items, let stop = number(source) {
      parts.append(.isGiven(stop))
    }
    if case .answered(let source)? = step.optionsFrom, let stop = number(source) {
      parts.append(.isGiven(stop))
    }
    let formula = parts.count == 1 ? when : Formula.all(parts)
    if step.isLeader { asked[step.id] = formula }
    return formula
  }

  /// What is proved about the answers that a step shows.
  private mutating func answers(shownBy step: Step, _ asked: Formula) -> [String: Shown] {
    var proofs: [String: Shown] = [:]
    for name in step.shownAnswers.map(\.description).sorted() {
      guard let stop = number(name) else { continue }
      if roads.can(.all([asked, .isGiven(stop)]), be: true) == false {
        proofs[name] = .never
      } else if roads.can(.all([asked, .not(.isGiven(stop))]), be: true) == true {
        proofs[name] = .mayMiss
      }
    }
    return proofs
  }

  private mutating func verdict(_ step: Step, _ when: Formula, _ asked: Formula) -> Verdict {
    let isRepeat = step.repeats?.items.source != nil || step.optionsFrom?.source != nil
    guard step.when != nil || isRepeat else { return .open }
    guard roads.can(asked, be: true) == false else {
      guard step.when != nil, roads.can(when, be: false) == false else { return .open }
      return roads.can(when, be: false, free: neverAsked) == false ? .always : .open
    }
    let all = Set(roads.stops.indices)
    if step.when != nil, roads.can(when, be: true, free: all) == false { return .never }
    guard roads.can(asked, be: true, free: neverAsked) == false else { return .follows }
    return roads.can(when, be: true) == false ? .unreached : .nothingToRepeat
  }

  private mutating func addStops(
    for step: Step, _ asked: Formula, isSound: Bool, isDead: Bool
  ) {
    // A second step of the same id is never told from the first.
    guard !step.isSaid, numbers[step.id] == nil else { return }
    let isFromValues = if case .values? = step.repeats?.items { true } else { false }
    // The items of a framework are not known here, and nobody has to pick any.
    let canVanish = isFromValues || step.optionsFrom != nil || step.block != nil
    var outcomes = isSound ? outcomes(of: step) : nil
    if canVanish { outcomes?.append(.hidden) }
    if isDead { neverAsked.insert(roads.stops.count) }
    numbers[step.id] = roads.stops.count
    roads.stops.append(
      .init(
        asked: asked, outcomes: outcomes,
        canHide: step.when != nil || step.repeats != nil || step.optionsFrom != nil))
  }

  /// What can become of a step that is asked.
  private func outcomes(of step: Step) -> [Outcome]? {
    guard !step.type.isOpen else { return nil }
    guard var classes = AnswerClasses.of(step.type, tests: tests[step.id] ?? []) else { return nil }
    let times = times(step)
    if times > 1 {
      guard let more = AnswerClasses.repeated(classes, times: times) else { return nil }
      classes = more
    }
    return classes.map { .given($0) } + [.skipped]
  }

  /// How many answers a step gets at most: one for each item, and in a session for each party.
  private func times(_ step: Step) -> Int {
    if step.who == "each" || step.who == "either" { return Interview.mostItems }
    guard let repeats = step.repeats else { return 1 }
    let most = min(repeats.pick?.atMost ?? Interview.mostItems, Interview.mostItems)
    guard case .given(let options) = repeats.items else { return most }
    return min(most, Set(options.map(\.id)).count)
  }
}

extension StepLogic.Verdict {
  /// Whether a step of this verdict is asked on no way.
  package var isDead: Bool {
    switch self {
    case .never, .unreached, .follows, .nothingToRepeat: true
    case .open, .always: false
    }
  }
}
