import Practice

extension PromptYAML {
  /// A condition; one that looks at one step stands on one line.
  static func condition(_ condition: Condition) -> YAMLPiece {
    switch condition {
    case .answered(let step, let test): .braces([("answered", .words(step))] + self.test(test))
    case .skipped(let step): .braces([("skipped", .words(step))])
    case .all(let parts): .map([("all", .list(parts.map(self.condition)))])
    case .any(let parts): .map([("any", .list(parts.map(self.condition)))])
    case .not(let part): .map([("not", self.condition(part))])
    }
  }

  private static func test(_ test: Condition.Test) -> [YAMLPiece.Member] {
    switch test {
    case .given: []
    case .equals(let value): [("is", self.value(value))]
    case .differs(let value): [("is_not", self.value(value))]
    case .oneOf(let values): [("in", .row(values.map { self.value($0) }))]
    case .atLeast(let bound): number("at_least", bound)
    case .atMost(let bound): number("at_most", bound)
    case .includes(let id): [("includes", .words(id))]
    }
  }
}
