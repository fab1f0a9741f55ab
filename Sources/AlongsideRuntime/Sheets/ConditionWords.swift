package import Practice

/// When a step is asked, in plain words: `only if you chose “Hard” at question 2`.
package struct ConditionWords {
  private let steps: [String: Step]
  private let numbers: [String: Int]

  /// - Parameter steps: all steps of the prompt; questions are counted from 1.
  package init(_ steps: [Step]) {
    self.steps = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    let asked = steps.filter { !$0.isSaid }.enumerated().map { ($0.element.id, $0.offset + 1) }
    numbers = Dictionary(asked) { first, _ in first }
  }

  /// The number of a question, from 1; nil for words that are only said.
  package func number(of step: Step) -> Int? { step.isSaid ? nil : numbers[step.id] }

  /// The whole condition, to stand behind a question.
  package func text(_ condition: Condition) -> String {
    if case .not(let part) = condition, !part.isCompound {
      return "unless you \(clause(part, isNegated: false))"
    }
    return "only if you \(clause(condition, isNegated: false))"
  }

  private func clause(_ condition: Condition, isNegated: Bool) -> String {
    switch condition {
    case .answered(let step, let test): return answered(step, test, isNegated)
    case .skipped(let step): return (isNegated ? "did not skip " : "skipped ") + place(step)
    case .not(let part): return clause(part, isNegated: !isNegated)
    // Not all of these means one of them not, and the other way round.
    case .all(let parts): return joined(parts, isNegated ? "or" : "and", isNegated)
    case .any(let parts): return joined(parts, isNegated ? "and" : "or", isNegated)
    }
  }

  private func joined(_ parts: [Condition], _ word: String, _ isNegated: Bool) -> String {
    parts.map { part in
      let clause = clause(part, isNegated: isNegated)
      return part.isCompound && parts.count > 1 ? "(\(clause))" : clause
    }.joined(separator: " \(word) ")
  }

  private func place(_ step: String) -> String {
    numbers[step].map { "question \($0)" } ?? "an earlier question"
  }

  private func answered(_ step: String, _ test: Condition.Test, _ isNegated: Bool) -> String {
    let type = steps[step]?.type ?? .text
    let place = place(step)
    switch test {
    case .given: return (isNegated ? "did not answer " : "answered ") + place
    case .equals(let value): return chose([value], type, isNegated) + " at " + place
    case .oneOf(let values): return chose(values, type, isNegated) + " at " + place
    case .differs(let value):
      let words = named(value, type)
      return isNegated
        ? "skipped \(place) or answered \(words)"
        : "answered \(place) with something other than \(words)"
    case .atLeast(let bound): return range(bound, "or more", type, isNegated) + " at " + place
    case .atMost(let bound): return range(bound, "or less", type, isNegated) + " at " + place
    case .includes(let id): return included(id, type, isNegated) + " at " + place
    }
  }

  private func chose(_ values: [Value], _ type: StepType, _ isNegated: Bool) -> String {
    let words = values.map { named($0, type) }.joined(separator: " or ")
    switch type {
    case .yesNo: return (isNegated ? "did not say " : "said ") + words
    case .confirm: return isNegated ? "did not agree" : "agreed"
    case .choice, .scale: return (isNegated ? "did not choose " : "chose ") + words
    default: return (isNegated ? "did not answer " : "answered ") + words
    }
  }

  private func range(
    _ bound: Double, _ side: String, _ type: StepType, _ isNegated: Bool
  ) -> String {
    (isNegated ? "did not choose " : "chose ") + named(.number(bound), type) + " " + side
  }

  private func included(_ id: String, _ type: StepType, _ isNegated: Bool) -> String {
    let parts = type.parts
    let isFilled = !parts.rows.isEmpty || !parts.fields.isEmpty
    let asked = parts.fields.map { Option(id: $0.id, label: $0.label) } + parts.rows
    let words = quoted(label(id, isFilled ? asked : parts.options))
    return isFilled
      ? (isNegated ? "left out " : "filled in ") + words
      : (isNegated ? "did not pick " : "picked ") + words
  }

  /// A value in the words it is chosen by.
  private func named(_ value: Value, _ type: StepType) -> String {
    switch value {
    case .words(let id) where type.kind.facts.ids.contains(id): id
    case .words(let id): quoted(label(id, type.parts.named))
    case .number(let number):
      Int(exactly: number).flatMap { type.parts.scale?.labels[$0] }.map(quoted) ?? value.listed
    case .ids, .records, .cells, .yes: value.listed
    }
  }

  private func label(_ id: String, _ options: [Option]) -> String {
    options.first { $0.id == id }?.label ?? id
  }

  private func quoted(_ words: String) -> String { "“\(words)”" }
}

extension Condition {
  fileprivate var isCompound: Bool {
    switch self {
    case .all(let parts), .any(let parts): parts.count > 1
    case .not(let part): part.isCompound
    case .answered, .skipped: false
    }
  }
}
