extension Interview {
  /// What is to be said or asked now; nil when finished.
  package var turn: Turn? {
    guard !isFinished, let place = progress.current else { return nil }
    let route = route
    guard let leg = route.leg(place.step) else { return nil }
    let item = place.item.flatMap { id in leg.items.first { $0.id == id } }
    let asked = route.places.filter { isAsked($0, on: route) }
    let upTo = route.places.firstIndex(of: place).map { route.places[...$0] } ?? []
    let filling = route.filling(leg.step, item: item)
    return Turn(
      step: leg.step, item: item, ask: words(of: leg, at: place, filling, on: route),
      kind: kind(of: leg, at: place), position: upTo.count { isAsked($0, on: route) },
      total: asked.count, filling: filling)
  }

  /// What stands at the current turn: the answer already given there, or else the default.
  ///
  /// Nil where the person skipped, where nothing is known, and where last time's answer no longer
  /// fits the step.
  package var standing: Value? {
    guard let turn, turn.kind == .question, let place = progress.current else { return nil }
    if let given = route.given[place] { return given }
    guard !progress.skipped.contains(place) else { return nil }
    switch turn.step.fallback {
    case nil: return nil
    // Options from elsewhere may lack what the prompt names.
    case .value(let value): return (try? turn.step.type.checked(value)) == nil ? nil : value
    case .last: return last(at: place)?.answer.value.flatMap { try? turn.step.type.checked($0) }
    }
  }

  /// What was answered last time at a place.
  ///
  /// `nil` for what is about the records of a list, or chosen among them: those are numbered, and last
  /// time's first one was another.
  private func last(at place: Place) -> LastTime? {
    guard let step = steps.first(where: { $0.id == place.step }), !isNumbered(step) else {
      return nil
    }
    return lastTime[place]
  }

  private func isNumbered(_ step: Step) -> Bool {
    [step.repeats?.items.source, step.optionsFrom?.source].contains { source in
      guard let source = steps.first(where: { $0.id == source }) else { return false }
      if case .list = source.type { return true }
      return isNumbered(source)
    }
  }

  /// What was answered last time at the current turn, where the step shows it.
  package var shownLast: LastTime? {
    guard let turn, turn.kind == .question, turn.step.showsLast else { return nil }
    return progress.current.flatMap { last(at: $0) }
  }

  /// True when the current turn was answered, picked or skipped before.
  package var wasHere: Bool {
    guard !isFinished, let place = progress.current else { return false }
    return isTaken(place, on: route)
  }

  /// The item ids picked earlier at the current turn; nil elsewhere, and before any were.
  package var standingPicks: [String]? {
    guard let turn, case .pick = turn.kind else { return nil }
    return route.leg(turn.step.id)?.chosen?.map(\.id)
  }

  /// True for a turn where items are picked before a repeated step.
  func isPick(_ place: Place, on route: Route) -> Bool {
    place.item == nil && route.leg(place.step)?.step.repeats?.pick != nil
  }

  /// True for a turn that wants something from the person.
  func isAsked(_ place: Place, on route: Route) -> Bool {
    isPick(place, on: route) || route.leg(place.step)?.step.isSaid == false
  }

  /// True when the person has been past here.
  func isTaken(_ place: Place, on route: Route) -> Bool {
    if isPick(place, on: route) { return route.leg(place.step)?.chosen != nil }
    return route.given[place] != nil || progress.skipped.contains(place)
      || progress.said.contains(place)
  }

  private func kind(of leg: Leg, at place: Place) -> Turn.Kind {
    if place.item == nil, let pick = leg.step.repeats?.pick {
      return .pick(items: leg.items, pick)
    }
    return leg.step.isSaid ? .say : .question
  }

  private func words(
    of leg: Leg, at place: Place, _ filling: Filling, on route: Route
  ) -> String {
    guard case .pick(let items, let pick) = kind(of: leg, at: place) else {
      return route.words(of: leg.step, filling)
    }
    // The words of a step that leads others are about the picking; those of one alone, about an item.
    let own = leg.step.isLeader ? filling.text(leg.step.text) : ""
    let question = own.isEmpty ? "Which of these would you like to think about?" : own
    guard let most = pick.atMost, most < items.count else { return question }
    let end = question.last.map { "?.!…".contains($0) } ?? true ? " " : ". "
    return question + end + (most == 1 ? "Pick one." : "Pick up to \(most).")
  }
}
