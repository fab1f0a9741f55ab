extension Condition {
  /// Whether the condition holds.
  ///
  /// A step is looked up by its plain id, whether or not the condition names a party with it: the
  /// answers are those of whoever is asked.
  ///
  /// - Parameters:
  ///   - answers: step id to what was answered. A repeated step has one value for each item, and
  ///     a test holds when it holds for any of them. A step that is not there was not answered.
  ///   - skipped: the steps that were shown and skipped.
  package func holds(answers: [String: [Value]], skipped: Set<String>) -> Bool {
    holds(answers: { answers[$0] ?? [] }, skipped: skipped.contains)
  }

  /// The same, with answers that are looked up by the plain id of their step.
  func holds(answers: (String) -> [Value], skipped: (String) -> Bool) -> Bool {
    switch self {
    case .answered(let name, let test):
      answers(StepName.plain(name)).contains(where: test.holds)
    case .skipped(let name): skipped(StepName.plain(name))
    case .all(let parts): parts.allSatisfy { $0.holds(answers: answers, skipped: skipped) }
    case .any(let parts): parts.contains { $0.holds(answers: answers, skipped: skipped) }
    case .not(let part): !part.holds(answers: answers, skipped: skipped)
    }
  }

  /// All steps it looks at, as it names them.
  package var names: Set<StepName> {
    switch self {
    case .answered(let name, _), .skipped(let name): [StepName(name)]
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.names) }
    case .not(let part): part.names
    }
  }
}

extension Condition.Test {
  /// Whether a given answer passes.
  ///
  /// The ids of a `choices` answer are a set: their order makes no difference. Only numbers pass
  /// `atLeast` and `atMost`; an `also` answer is none.
  package func holds(_ value: Value) -> Bool {
    switch self {
    case .given: true
    case .equals(let other): Self.same(value, other)
    case .differs(let other): !Self.same(value, other)
    case .oneOf(let others): others.contains { Self.same(value, $0) }
    case .atLeast(let bound): Self.number(value).map { $0 >= bound } ?? false
    case .atMost(let bound): Self.number(value).map { $0 <= bound } ?? false
    case .includes(let id): Self.includes(value, id)
    }
  }

  private static func same(_ a: Value, _ b: Value) -> Bool {
    if case (.ids(let a), .ids(let b)) = (a, b) { return Set(a) == Set(b) }
    if case (.other(_, let ids), .words(Option.other)) = (a, b) { return ids.isEmpty }
    return a == b
  }

  private static func number(_ value: Value) -> Double? {
    if case .number(let number) = value { return number }
    return nil
  }

  /// An option chosen, a field filled in some record, a row answered.
  private static func includes(_ value: Value, _ id: String) -> Bool {
    switch value {
    case .ids(let ids): ids.contains(id)
    case .other(_, let ids): id == Option.other || ids.contains(id)
    case .records(let records): records.contains { $0[id] != nil }
    case .cells(let cells): cells[id] != nil
    case .words, .number, .yes: false
    }
  }
}
