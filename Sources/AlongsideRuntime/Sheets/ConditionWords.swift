package import Practice

/// When a step is asked, in plain words: `only if you chose “Hard” at question 2`.
package struct ConditionWords {
  private let steps: [String: Step]
  private let numbers: [String: Int]
  private let parties: [Meeting.Party]

  /// - Parameters:
  ///   - steps: all steps of the prompt; questions are counted from 1.
  ///   - parties: who takes part, in a meeting.
  package init(_ steps: [Step], parties: [Meeting.Party] = []) {
    self.parties = parties
    self.steps = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    let asked = steps.filter { !$0.isSaid }.enumerated().map { ($0.element.id, $0.offset + 1) }
    numbers = Dictionary(asked) { first, _ in first }
  }

  /// The number of a question, from 1; nil for words that are only said.
  package func number(of step: Step) -> Int? { step.isSaid ? nil : numbers[step.id] }

  /// The whole condition, to stand behind a question.
  ///
  /// - Parameter who: who is asked, as a step of a meeting says it.
  package func text(_ condition: Condition, asking who: String? = nil) -> String {
    let subjects = Set(condition.names.map { subject($0, asking: who) })
    // One person throughout is named once.
    let only = subjects.count == 1 ? subjects.first.map { "\($0) " } : nil
    let naming: (String) -> String = { only == nil ? subject(StepName($0), asking: who) + " " : "" }
    if case .not(let part) = condition, !part.isCompound {
      return "unless \(only ?? "")\(clause(part, isNegated: false, naming))"
    }
    return "only if \(only ?? "")\(clause(condition, isNegated: false, naming))"
  }

  /// A text of a step for who only reads it: the item, and each earlier answer, said in words.
  package func filled(_ text: String, of step: Step, item: String) -> String {
    let answers = step.shownAnswers.map { name in
      let whose = subject(name, asking: step.who)
      let answer = whose == "you" ? "your answer to" : "the answer of \(whose) to"
      return (name.description, "(\(answer) \(place(name.step)))")
    }
    return Filling(
      item: Option(id: "item", label: item), answers: Dictionary(answers) { first, _ in first }
    ).text(text)
  }

  /// Whose answer a name means.
  func subject(_ name: StepName, asking who: String?) -> String {
    let source = steps[name.step]?.who
    guard let author = name.party ?? source, author != who else { return "you" }
    if let party = parties.first(where: { $0.id == author }) { return party.label }
    return author == "either" ? "one of you" : "you"
  }

  private func clause(
    _ condition: Condition, isNegated: Bool, _ naming: (String) -> String
  ) -> String {
    switch condition {
    case .answered(let step, let test): return naming(step) + answered(step, test, isNegated)
    case .skipped(let step):
      return naming(step) + (isNegated ? "did not skip " : "skipped ") + place(step)
    case .not(let part): return clause(part, isNegated: !isNegated, naming)
    // Not all of these means one of them not, and the other way round.
    case .all(let parts): return joined(parts, isNegated ? "or" : "and", isNegated, naming)
    case .any(let parts): return joined(parts, isNegated ? "and" : "or", isNegated, naming)
    }
  }

  private func joined(
    _ parts: [Condition], _ word: String, _ isNegated: Bool, _ naming: (String) -> String
  ) -> String {
    parts.map { part in
      let clause = clause(part, isNegated: isNegated, naming)
      return part.isCompound && parts.count > 1 ? "(\(clause))" : clause
    }.joined(separator: " \(word) ")
  }

  private func place(_ step: String) -> String {
    numbers[StepName.plain(step)].map { "question \($0)" } ?? "an earlier question"
  }

  private func answered(_ step: String, _ test: Condition.Test, _ isNegated: Bool) -> String {
    let type = steps[StepName.plain(step)]?.type ?? .text
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
    let words = quoted(label(id, isFilled ? asked : parts.named))
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
    case .ids, .records, .cells, .yes, .other: value.listed
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
