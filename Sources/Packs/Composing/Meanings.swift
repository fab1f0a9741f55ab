import PackFormat
import Practice

/// What the answers to a step mean: the words that people pick them by, under what is kept.
///
/// An entry keeps ids and points, and conditions look at them. Under other words the same id would
/// say another thing, of every answer before and after.
struct Meanings {
  private let labels: [String: String]

  init(_ step: Step) {
    let parts = step.type.parts
    var labels: [String: String] = [:]
    if !step.isSaid, parts.rows.isEmpty {
      for option in step.type.choosable { labels[option.id] = option.label }
    }
    if let scale = parts.scale {
      let ends = [scale.from: scale.low, scale.to: scale.high].compactMapValues(\.self)
      for (point, words) in ends.merging(scale.labels, uniquingKeysWith: { _, label in label }) {
        labels["\(point)"] = words
      }
    }
    self.labels = labels
  }

  /// The answers that mean something else in `new`, in order of their ids.
  func moved(in new: Meanings) -> [(id: String, before: String, after: String)] {
    labels.sorted { $0.key < $1.key }.compactMap { id, before in
      guard let after = new.labels[id], Self.folded(after) != Self.folded(before) else {
        return nil
      }
      return (id, before, after)
    }
  }

  /// Capitals and blanks mean nothing.
  private static func folded(_ label: String) -> String {
    label.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
  }
}

extension Weakening {
  /// The values of a framework that would mean something else.
  static func moved(_ old: ValuesFramework?, _ new: ValuesFramework) -> [Weakening] {
    let labels = { (items: [Option]) in
      Meanings(Step(id: new.id, words: .ask(""), type: .choice(items)))
    }
    return labels(old?.items ?? []).moved(in: labels(new.items)).map { value in
      Weakening(
        step: "", field: "items",
        loss: "the value \"\(value.id)\" means \"\(value.before)\", and would read "
          + "\"\(value.after)\".",
        code: .movedMeaning)
    }
  }

  /// The answers of a step that would mean something else.
  static func moved(_ old: Step, _ new: Step) -> [Weakening] {
    Meanings(old).moved(in: Meanings(new)).map { answer in
      Weakening(
        step: old.id, field: new.type.parts.scale == nil ? "options" : "scale",
        loss: "the answer \"\(answer.id)\" to \"\(old.id)\" means \"\(answer.before)\", and would "
          + "read \"\(answer.after)\".",
        code: .movedMeaning)
    }
  }
}
