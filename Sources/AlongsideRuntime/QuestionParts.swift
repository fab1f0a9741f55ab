internal import Console
internal import Practice

/// How the parts of a step look on the screen.
enum QuestionParts {
  /// The answers to pick from.
  static func options(of type: StepType) -> [String] {
    let parts = type.parts
    guard parts.rows.isEmpty else { return [] }
    guard let scale = parts.scale else {
      return parts.options.map(label) + type.kind.facts.ids
    }
    return scale.labels.isEmpty ? [] : points(of: scale) + scale.also.map(label)
  }

  /// A scale in words: each point by its own, or its number where it has none.
  private static func points(of scale: Scale) -> [String] {
    (scale.from...scale.to).map { scale.labels[$0] ?? "\($0)" }
  }

  static func label(_ option: Practice.Option) -> String {
    option.gloss.map { "\(option.label): \($0)" } ?? option.label
  }

  static func form(of type: StepType) -> Question.Form {
    type == .text ? .lines : type.isWords ? .line : .pick
  }

  /// How to answer, in one sentence.
  static func hint(for type: StepType) -> String? {
    guard let scale = type.parts.scale, scale.labels.isEmpty else { return type.kind.facts.hint }
    return "From \(scale.from)\(scale.low.map { " (\($0))" } ?? "") to "
      + "\(scale.to)\(scale.high.map { " (\($0))" } ?? "")."
  }

  static func hint(for pick: Repeat.Pick) -> String {
    let most = pick.atMost.map { ", up to \($0)" } ?? ""
    return "Numbers, as in 1 3\(most)."
  }

  /// An answer that stands already, in the words of its options.
  static func shown(_ value: Value, _ type: StepType) -> String {
    type.words(for: value) ?? value.listed
  }
}
