package import Practice

/// How the parts of a step look to the person who answers, on a terminal or a page.
///
/// ```swift
/// QuestionParts.options(of: .single([quiet, busy]))  // ["Quiet", "Busy: more than one visit"]
/// ```
package enum QuestionParts {
  /// How an answer is given.
  package enum Form: Sendable, Hashable, CaseIterable {
    case line, lines
    /// By picking from options, or by typing what the kind of answer asks for.
    case pick
  }

  package static func form(of type: StepType) -> Form {
    type == .text ? .lines : type.isWords ? .line : .pick
  }

  /// The answers to pick from.
  package static func options(of type: StepType) -> [String] {
    let parts = type.parts
    guard parts.rows.isEmpty else { return [] }
    guard let scale = parts.scale else {
      let other = parts.other.map { [$0] } ?? []
      return parts.options.map(label) + other + type.kind.facts.ids
    }
    return AnswerWords.points(scale).map(\.label)
      + (scale.labels.isEmpty ? [] : scale.also.map(label))
  }

  package static func label(_ option: Option) -> String { AnswerWords.labelled(option) }

  /// How to answer, in one sentence.
  package static func hint(for type: StepType) -> String? {
    if case .choices(_, let least, let most, _) = type, least != nil || most != nil {
      return "Numbers, as in 1 3\(bounds(least, most))."
    }
    guard let scale = type.parts.scale, scale.labels.isEmpty else { return type.kind.facts.hint }
    return "From \(scale.from)\(scale.low.map { " (\($0))" } ?? "") to "
      + "\(scale.to)\(scale.high.map { " (\($0))" } ?? "")."
  }

  package static func hint(for pick: Repeat.Pick) -> String {
    "Numbers, as in 1 3\(bounds(pick.atLeast, pick.atMost))."
  }

  /// How many are meant; nobody is held to it.
  private static func bounds(_ least: Int?, _ most: Int?) -> String {
    let few = least.flatMap { $0 > 1 ? ", \($0) or more" : nil } ?? ""
    return few + (most.map { ", up to \($0)" } ?? "")
  }

  /// A given answer in the words of its options.
  package static func shown(_ value: Value, _ type: StepType) -> String {
    type.words(for: value) ?? value.listed
  }
}
