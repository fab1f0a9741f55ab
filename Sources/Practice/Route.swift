/// The way through a prompt's steps as the answers stand: what is shown, and for which items.
///
/// Worked out from the first step to the last, each from the steps before it, so there is always
/// one result, whatever a prompt says.
struct Route: Sendable {
  let legs: [Leg]
  /// Everything to be shown, in order.
  let places: [Interview.Place]

  /// - Parameter waiting: the ids of steps that answers given elsewhere decide about.
  init(
    steps: [Step], waiting: Set<String>, sets: [String: [Option]], progress: Interview.Progress
  ) {
    var walk = Walk(waiting: waiting, sets: sets, progress: progress)
    for step in steps { walk.pass(step) }
    legs = walk.legs
    places = walk.legs.flatMap(\.places)
  }

  func leg(_ step: String) -> Leg? { legs.first { $0.step.id == step } }

  /// What comes after this place; nil at the end.
  func place(after place: Interview.Place) -> Interview.Place? {
    guard let index = places.firstIndex(of: place) else { return nil }
    return places[(index + 1)...].first
  }

  /// The items that a `list`, `choices` or `table` answer gives to ask about.
  static func items(of value: Value, to type: StepType) -> [Option] {
    switch value {
    case .ids(let ids): type.parts.options.filter { ids.contains($0.id) }
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
  let progress: Interview.Progress
  var legs: [Leg] = []
  private var answers: [String: [Value]] = [:]
  private var skipped: Set<String> = []
  private var settled: [String: Bool] = [:]

  init(waiting: Set<String>, sets: [String: [Option]], progress: Interview.Progress) {
    self.waiting = waiting
    self.sets = sets
    self.progress = progress
  }

  mutating func pass(_ step: Step) {
    // A second step of the same id could never be told from the first.
    guard settled[step.id] == nil else { return }
    let isKnown = !waiting.contains(step.id)
    let isWanted = isKnown && step.when?.holds(answers: answers, skipped: skipped) ?? true
    let items = isWanted ? items(of: step) : []
    let leg = Leg(
      step: step, isShown: isWanted && (step.repeats == nil || !items.isEmpty),
      isDecided: isKnown && isDecided(step), items: items, chosen: chosen(step, from: items))
    legs.append(leg)
    note(leg)
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
    case .answered(let name):
      let source = StepName.plain(name)
      guard let leg = legs.first(where: { $0.step.id == source }), leg.step.repeats == nil,
        let value = answers[source]?.first
      else { return [] }
      items = Route.items(of: value, to: leg.step.type)
    }
    var seen: Set<String> = []
    return items.filter { seen.insert($0.id).inserted }
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
    guard !leg.step.isSaid else { return settled[id] = true }
    let values = leg.questions.compactMap { progress.given[$0] }
    let passed = leg.questions.filter { progress.skipped.contains($0) }
    answers[id] = values
    let isPicked = leg.step.repeats == nil || leg.chosen != nil
    let isSettled = isPicked && values.count + passed.count == leg.questions.count
    settled[id] = isSettled
    if isSettled, values.isEmpty { skipped.insert(id) }
  }
}
