/// The way through a prompt's steps as the answers stand: what is shown, and for which items.
///
/// Worked out from the first step to the last, each from the steps before it, so there is always
/// one result, whatever a prompt says.
struct Route: Sendable {
  let legs: [Leg]
  /// Everything to be shown, in order.
  let places: [Interview.Place]
  /// What was answered, without what no longer fits because its options went.
  let given: [Interview.Place: Value]
  private let party: String?
  /// The places of the legs, by the ids of their steps.
  private let numbers: [String: Int]

  /// - Parameter waiting: the ids of steps that answers given elsewhere decide about.
  init(
    steps: [Step], waiting: Set<String>, sets: [String: [Option]], progress: Interview.Progress,
    party: String?
  ) {
    var walk = Walk(waiting: waiting, sets: sets, progress: progress)
    for step in steps { walk.pass(step) }
    legs = walk.legs
    numbers = Dictionary(
      walk.legs.enumerated().map { ($0.element.step.id, $0.offset) },
      uniquingKeysWith: { a, _ in a })
    places = Self.places(of: walk.legs)
    given = walk.progress.given
    self.party = party
  }

  /// In a block, everything about one item comes before the next item.
  private static func places(of legs: [Leg]) -> [Interview.Place] {
    let blocks = Dictionary(grouping: legs.filter { $0.step.block != nil }) { $0.step.block }
    return legs.flatMap { leg -> [Interview.Place] in
      guard leg.step.isLeader else { return leg.step.block == nil ? leg.places : [] }
      let inside = (blocks[leg.step.id] ?? []).filter(\.isShown).map { inner in
        (inner.step.id, Set((inner.chosen ?? []).map(\.id)))
      }
      return leg.places
        + (leg.chosen ?? []).flatMap { item in
          inside.filter { $0.1.contains(item.id) }.map { .init(step: $0.0, item: item.id) }
        }
    }
  }

  /// The words of a step as they are asked about an item: in a block, where several questions follow
  /// about each, they name it.
  func words(of step: Step, _ filling: Filling) -> String {
    let words = filling.text(step.text)
    guard step.block != nil, let label = filling.item?.label, !words.contains(label) else {
      return words
    }
    return "\(label): \(words)"
  }

  /// What is filled in for the names in braces in the words of a step.
  func filling(_ step: Step, item: Option?) -> Filling {
    var filling = Filling(item: item)
    filling.isLiteral = step.isLiteral
    for name in step.shownAnswers {
      // What another party answered is no part of this interview.
      guard name.party == nil || name.party == party, let leg = leg(name.step), leg.isShown
      else { continue }
      let isBeside = leg.step.block != nil && leg.step.block == step.block
      guard leg.step.repeats == nil || isBeside else { continue }
      // A question to all of a meeting shows nobody's own answer, unless all have seen it.
      guard
        leg.step.who != "each" || step.who == "each" || step.who == party
          || leg.step.reveal == .now
      else { continue }
      let place = Interview.Place(step: name.step, item: isBeside ? item?.id : nil)
      guard let value = given[place] else { continue }
      filling.answers[name.description] = leg.step.type.brief(value) ?? Filling.above
    }
    return filling
  }

  func leg(_ step: String) -> Leg? { numbers[step].map { legs[$0] } }

  /// What comes after this place; nil at the end.
  func place(after place: Interview.Place) -> Interview.Place? {
    guard let index = places.firstIndex(of: place) else { return nil }
    return places[(index + 1)...].first
  }

  /// The items that a `list`, `choices` or `table` answer gives to ask about.
  static func items(of value: Value, to type: StepType) -> [Option] {
    switch value {
    case .ids(let ids): type.parts.options.filter { ids.contains($0.id) }
    case .other(let words, let ids):
      type.parts.options.filter { ids.contains($0.id) }
        + [Option(id: Option.other, label: words.isEmpty ? type.parts.other ?? "" : words)]
    case .cells(let cells): type.parts.rows.filter { cells[$0.id] != nil }
    case .records(let records):
      records.enumerated().map { index, record in
        let id = String(index + 1)
        return Option(id: id, label: label(of: record, fields: type.parts.fields) ?? id)
      }
    case .words, .number, .yes: []
    }
  }

  /// The first line of the first text field, or else of the first field with words.
  private static func label(of record: [String: Value], fields: [Field]) -> String? {
    let textsFirst =
      fields.filter { $0.kind == .text || $0.kind == .line }
      + fields.filter { $0.kind != .text && $0.kind != .line }
    for field in textsFirst {
      if case .words(let words)? = record[field.id] { return PageText.lines(words.trimmed).first }
    }
    return nil
  }
}

/// Goes through the steps, keeping what the later ones look back at.
private struct Walk {
  let waiting: Set<String>
  let sets: [String: [Option]]
  private(set) var progress: Interview.Progress
  var legs: [Leg] = []
  private var answers: [String: [Value]] = [:]
  private var skipped: Set<String> = []
  private var settled: [String: Bool] = [:]
  /// The steps of each block so far, by the id of its leader.
  private var inside: [String: Set<String>] = [:]
  /// The items that each step of a block is asked about.
  private var asked: [String: Set<String>] = [:]

  init(waiting: Set<String>, sets: [String: [Option]], progress: Interview.Progress) {
    self.waiting = waiting
    self.sets = sets
    self.progress = progress
  }

  mutating func pass(_ step: Step) {
    // A second step of the same id could never be told from the first.
    guard settled[step.id] == nil else { return }
    if let block = step.block { return pass(step, in: block) }
    let isKnown = !waiting.contains(step.id)
    let isWanted = isKnown && step.when?.holds(answers: answers, skipped: skipped) ?? true
    let items = isWanted ? items(of: step) : []
    let step = isWanted ? withOptions(step) : step
    let hasNothing = step.repeats != nil && items.isEmpty || step.lacksOptions
    let leg = Leg(
      step: step, isShown: isWanted && !hasNothing,
      isDecided: isKnown && isDecided(step), items: items, chosen: chosen(step, from: items))
    dropMisfits(leg)
    legs.append(leg)
    note(leg)
  }

  /// Leaves out answers whose options have gone; they count again when those return.
  private mutating func dropMisfits(_ leg: Leg) {
    guard leg.step.optionsFrom != nil else { return }
    for place in leg.questions {
      guard let value = progress.given[place] else { continue }
      progress.given[place] = try? leg.step.type.checked(value)
    }
  }

  /// A step of a block: shown for those of the leader's items for which it is wanted.
  private mutating func pass(_ step: Step, in block: String) {
    guard let leader = legs.first(where: { $0.step.id == block }) else { return }
    let step = withOptions(step)
    let isKnown = !waiting.contains(step.id)
    let wanted = leader.chosen.map { items in
      isKnown && !step.lacksOptions ? items.filter { isWanted(step, for: $0, in: block) } : []
    }
    let isAsked =
      switch wanted {
      case nil: isKnown
      // Nothing was picked: what would have been asked was skipped.
      case [] where leader.chosen == []:
        isKnown && step.when?.holds(answers: answers, skipped: skipped) ?? true
      case let items?: !items.isEmpty
      }
    let isShown = leader.isShown && isAsked
    let leg = Leg(
      step: step, isShown: isShown,
      isDecided: isKnown && leader.isDecided && isDecided(step), items: leader.items,
      chosen: wanted)
    inside[block, default: []].insert(step.id)
    asked[step.id] = Set((wanted ?? []).map(\.id))
    dropMisfits(leg)
    legs.append(leg)
    note(leg)
  }

  /// Whether a step of a block is asked about an item: of the block's own steps, what was said of
  /// this item counts.
  private func isWanted(_ step: Step, for item: Option, in block: String) -> Bool {
    guard let when = step.when else { return true }
    func beside(_ id: String) -> Interview.Place? {
      guard inside[block]?.contains(id) ?? false else { return nil }
      return .init(step: id, item: item.id)
    }
    func isAsked(_ place: Interview.Place) -> Bool {
      asked[place.step]?.contains(item.id) ?? false
    }
    return when.holds(
      answers: { id in
        guard let place = beside(id) else { return answers[id] ?? [] }
        return isAsked(place) ? progress.given[place].map { [$0] } ?? [] : []
      },
      skipped: { id in
        guard let place = beside(id) else { return skipped.contains(id) }
        return isAsked(place) && progress.skipped.contains(place)
      })
  }

  /// The step with the options that an earlier answer gives it.
  private func withOptions(_ step: Step) -> Step {
    guard case .answered(let name)? = step.optionsFrom else { return step }
    return step.with(options: items(answered: name))
  }

  private func isDecided(_ step: Step) -> Bool {
    step.looksAt.allSatisfy { settled[$0.step] ?? true }
  }

  private func items(of step: Step) -> [Option] {
    let items: [Option]
    switch step.repeats?.items {
    case nil: return []
    case .given(let options): items = options
    case .values(let id): items = sets[id] ?? []
    case .answered(let name): items = self.items(answered: name)
    }
    var seen: Set<String> = []
    return items.filter { seen.insert($0.id).inserted }
  }

  /// The items that the answer to an earlier step gives.
  private func items(answered name: String) -> [Option] {
    let source = StepName.plain(name)
    guard let leg = legs.first(where: { $0.step.id == source }), leg.step.repeats == nil,
      let value = answers[source]?.first
    else { return [] }
    return Route.items(of: value, to: leg.step.type)
  }

  /// In the order of the set, so that answers stand the same however they were picked.
  private func chosen(_ step: Step, from items: [Option]) -> [Option]? {
    guard let repeats = step.repeats else { return nil }
    guard repeats.pick != nil else { return Array(items.prefix(Interview.mostItems)) }
    guard let picks = progress.picks[step.id] else { return nil }
    let chosen = items.filter { picks.contains($0.id) }
    // Everything that was picked has gone since: that is not the same as picking nothing.
    return chosen.isEmpty && !picks.isEmpty ? nil : Array(chosen.prefix(Interview.mostItems))
  }

  private mutating func note(_ leg: Leg) {
    let id = leg.step.id
    guard leg.isShown else { return settled[id] = leg.isDecided }
    guard !leg.step.isSaid else { return settled[id] = !leg.isUnpicked }
    let values = leg.questions.compactMap { progress.given[$0] }
    let passed = leg.questions.filter { progress.skipped.contains($0) }
    answers[id] = values
    let isSettled = !leg.isUnpicked && values.count + passed.count == leg.questions.count
    settled[id] = isSettled
    if isSettled, values.isEmpty { skipped.insert(id) }
  }
}
