extension Interview {
  /// What became of every question, in the order of the steps; at any time, as if it ended here.
  ///
  /// - Words that are only said have no answer, nor has an item that was not picked.
  /// - A hidden step is not applicable; where what it depends on was not reached, it was not
  ///   reached either.
  /// - A repeated step has one answer for each item asked about. It has one without an item when
  ///   it is hidden, when its items were not yet picked, and when none were picked (skipped).
  /// - In a block, all answers about one item come before those about the next.
  package var outcome: [Answer] {
    let route = route
    let blocks = Dictionary(grouping: route.legs.filter { $0.step.block != nil }) { $0.step.block }
    return route.legs.flatMap { leg -> [Answer] in
      if leg.step.isLeader { return answers(in: blocks[leg.step.id] ?? [], leg, route) }
      return leg.step.isSaid || leg.step.block != nil ? [] : answers(to: leg, route)
    }
  }

  private func answers(to leg: Leg, _ route: Route) -> [Answer] {
    guard leg.isShown else {
      return [whole(leg, leg.isDecided ? .notApplicable : .notReached, route)]
    }
    guard leg.step.repeats != nil else {
      return [answer(at: Place(step: leg.step.id), leg, route)]
    }
    guard let chosen = leg.chosen else { return [whole(leg, .notReached, route)] }
    guard !chosen.isEmpty else { return [whole(leg, .skipped, route)] }
    return leg.questions.map { answer(at: $0, leg, route) }
  }

  private func answers(in block: [Leg], _ leader: Leg, _ route: Route) -> [Answer] {
    let asked = block.filter { !$0.step.isSaid }
    let about = route.places.compactMap { place -> Answer? in
      guard let leg = route.leg(place.step), leg.step.block == leader.step.id, !leg.step.isSaid
      else { return nil }
      return answer(at: place, leg, route)
    }
    let answered = Set(about.map(\.step))
    return about
      + asked.filter { !answered.contains($0.step.id) }.flatMap { answers(to: $0, route) }
  }

  /// The whole step, where there is no single place to speak of.
  private func whole(_ leg: Leg, _ state: AnswerState, _ route: Route) -> Answer {
    Answer(
      step: leg.step.id, ask: route.words(of: leg.step, route.filling(leg.step, item: nil)),
      state: state)
  }

  private func answer(at place: Place, _ leg: Leg, _ route: Route) -> Answer {
    let item = leg.items.first { $0.id == place.item }
    let value = route.given[place]
    let state: AnswerState =
      value != nil ? .answered : progress.skipped.contains(place) ? .skipped : .notReached
    return Answer(
      step: place.step, ask: route.words(of: leg.step, route.filling(leg.step, item: item)),
      state: state,
      value: value, words: value.flatMap { leg.step.type.words(for: $0) }, item: place.item)
  }

  /// What is offered at the end to who gave these answers, each once: for an option that was chosen,
  /// then to everyone.
  package func onward(of prompt: Prompt) -> [Onward] {
    let route = route
    let chosen = route.legs.flatMap { leg in
      leg.questions.flatMap { place in
        route.given[place].map { leg.step.type.onward(from: $0) } ?? []
      }
    }
    var seen: Set<Onward> = []
    return (chosen + prompt.then).filter { seen.insert($0).inserted }
  }
}

extension StepType {
  /// What is offered to whoever chose this.
  fileprivate func onward(from value: Value) -> [Onward] {
    let ids: [String] =
      switch value {
      case .words(let id): [id]
      case .ids(let ids), .other(_, let ids): ids
      case .number, .records, .cells, .yes: []
      }
    guard !isWords else { return [] }
    return parts.options.filter { ids.contains($0.id) }.flatMap(\.then)
  }
}
