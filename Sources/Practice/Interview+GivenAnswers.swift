extension Interview {
  /// Runs to the end with answers given all at once, from the current turn on.
  ///
  /// An absent step is a skip, one that asks for a yes too. Returns the answers that were not used, in
  /// the order of the steps: their step was not shown, or their item is beyond `mostItems`. Throws,
  /// changing nothing, if an answer does not fit, or if a step or an item does not exist.
  package mutating func run(
    given answers: GivenAnswers
  ) throws(AnswerProblem) -> [IgnoredAnswer] {
    for id in answers.keys.sorted() { try checkStep(id) }
    var trial = self
    while let turn = trial.turn {
      do throws(AnswerProblem) {
        try trial.take(turn, from: answers)
      } catch {
        throw AnswerProblem(error.message, step: turn.step.id, item: turn.item?.id)
      }
    }
    self = trial
    return ignored(answers)
  }

  private func checkStep(_ id: String) throws(AnswerProblem) {
    guard let step = steps.first(where: { $0.id == id }) else {
      let nearest = Nearest.word(to: id, among: steps.filter { !$0.isSaid }.map(\.id))
      let hint = nearest.map { " The nearest is `\($0)`." } ?? ""
      throw AnswerProblem("There is no step of this id in the prompt.\(hint)", step: id)
    }
    if step.isSaid, step.repeats?.pick == nil {
      throw AnswerProblem("This step only says something; it takes no answer.", step: id)
    }
  }

  /// Takes the current turn with the answer given for it, or skips it.
  package mutating func take(_ turn: Turn, from answers: GivenAnswers) throws(AnswerProblem) {
    let given = answers[turn.step.id]
    switch (turn.kind, given) {
    case (.say, _): passOn()
    case (.pick(let items, _), _) where turn.step.isLeader:
      try pick(picks(among: items, of: turn.step, from: answers))
    case (.pick(let items, _), let given?): try pick(Self.items(given, among: items).map(\.0))
    case (_, nil): skip()
    case (.question, .items(_)?) where turn.item == nil:
      throw AnswerProblem("This step is asked once, so it takes one answer and no items.")
    case (.question, .value(let value)?) where turn.item == nil: try answer(value)
    case (.question, let given?):
      let all = route.leg(turn.step.id)?.items ?? []
      let item = turn.item?.id
      if let (_, value) = try Self.items(given, among: all).first(where: { $0.0 == item }) {
        try answer(value)
      } else {
        skip()
      }
    }
  }

  /// The items of a block that were picked: those named for it, and those that answers are about.
  private func picks(
    among items: [Option], of leader: Step, from answers: GivenAnswers
  ) throws(AnswerProblem) -> [String] {
    var picked: Set<String> = []
    switch answers[leader.id] {
    case nil: break
    case .value(.ids(let ids))?: picked.formUnion(ids)
    case .items?, .value?:
      throw AnswerProblem("Items are picked here, so it takes a list of their ids.")
    }
    for step in steps where step.block == leader.id {
      if let given = answers[step.id] {
        picked.formUnion(try Self.items(given, among: items).map(\.0))
      }
    }
    return picked.sorted()
  }

  private static func items(
    _ given: GivenAnswer, among items: [Option]
  ) throws(AnswerProblem) -> [(String, Value)] {
    let known = items.map(\.id)
    guard case .items(let answers) = given, answers.allSatisfy({ known.contains($0.0) }) else {
      throw AnswerProblem(
        "This step is asked about each item, so it takes answers by item id. The items are: "
          + known.joined(separator: ", ") + ".")
    }
    return answers
  }

  private func ignored(_ answers: GivenAnswers) -> [IgnoredAnswer] {
    route.legs.flatMap { leg -> [IgnoredAnswer] in
      switch answers[leg.step.id] {
      case .value where !leg.isShown: return [IgnoredAnswer(step: leg.step.id)]
      case .items(let items):
        let asked = Set(leg.questions.compactMap(\.item))
        return items.map(\.0).filter { !asked.contains($0) }
          .map { IgnoredAnswer(step: leg.step.id, item: $0) }
      case nil, .value: return []
      }
    }
  }
}
