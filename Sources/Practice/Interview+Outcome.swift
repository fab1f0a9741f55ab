extension Interview {
  /// What became of every question, in the order of the steps; at any time, as if it ended here.
  ///
  /// - Words that are only said have no answer, nor has an item that was not picked.
  /// - A hidden step is not applicable; where what it depends on was not reached, it was not
  ///   reached either.
  /// - A repeated step has one answer for each item asked about. It has one without an item when
  ///   it is hidden, when its items were not yet picked, and when none were picked (skipped).
  package var outcome: [Answer] {
    route.legs.filter { !$0.step.isSaid }.flatMap { leg -> [Answer] in
      guard leg.isShown else {
        return [whole(leg, leg.isDecided ? .notApplicable : .notReached)]
      }
      guard leg.step.repeats != nil else { return [answer(at: Place(step: leg.step.id), leg)] }
      guard let chosen = leg.chosen else { return [whole(leg, .notReached)] }
      guard !chosen.isEmpty else { return [whole(leg, .skipped)] }
      return leg.questions.map { answer(at: $0, leg) }
    }
  }

  /// The whole step, where there is no single place to speak of.
  private func whole(_ leg: Leg, _ state: AnswerState) -> Answer {
    Answer(step: leg.step.id, ask: Turn.fill(leg.step.text, item: nil), state: state)
  }

  private func answer(at place: Place, _ leg: Leg) -> Answer {
    let item = leg.items.first { $0.id == place.item }
    let ask = Turn.fill(leg.step.text, item: item)
    let value = progress.given[place]
    let state: AnswerState =
      value != nil ? .answered : progress.skipped.contains(place) ? .skipped : .notReached
    return Answer(
      step: place.step, ask: ask, state: state, value: value,
      words: value.flatMap { leg.step.type.words(for: $0) }, item: place.item)
  }
}
