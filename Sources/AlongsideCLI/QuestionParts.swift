internal import Console
internal import Practice

/// How the parts of a step look on the screen.
enum QuestionParts {
  /// The answers to pick from.
  static func options(of type: StepType) -> [String] {
    switch type {
    case .choice(let options), .choices(let options, _, _): options.map(label)
    case .scale(let scale) where !scale.labels.isEmpty: points(of: scale) + scale.also.map(label)
    case .yesNo: ["yes", "no"]
    default: []
    }
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
    switch type {
    case .text, .line, .party, .entry: nil
    case .choice: "A number, or the word itself."
    case .choices: "Numbers, as in 1 3."
    case .scale(let scale) where scale.labels.isEmpty:
      "From \(scale.from)\(scale.low.map { " (\($0))" } ?? "") to "
        + "\(scale.to)\(scale.high.map { " (\($0))" } ?? "")."
    case .scale: "A number, or the word itself."
    case .yesNo: "yes or no."
    case .number: "A number."
    case .date: "A day, as in 2026-03-31, or today."
    case .time: "A time, as in 14:30."
    case .duration: "Minutes, or as in 1h30."
    case .confirm: "Type yes."
    case .list, .table: nil
    }
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
