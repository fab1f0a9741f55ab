internal import Practice

/// What changed between two wordings, in words and signs: `[-taken away-]`, `{+added+}`.
enum DifferenceText {
  static func text(_ changes: [EntryChange]) -> String {
    guard !changes.isEmpty else { return "Nothing but the time." }
    return changes.map(block).joined(separator: "\n\n")
  }

  private static func block(_ change: EntryChange) -> String {
    switch change {
    case .title(let difference): "Title: \(difference.marked)"
    case .tags(let added, let removed):
      "Tags: "
        + (removed.map { "[-#\($0)-]" } + added.map { "{+#\($0)+}" }).joined(separator: " ")
    case .answer(let ask, let item, let difference):
      "\(ask)\(item.map { " (\($0))" } ?? "")\n\(difference.marked)"
    case .text(let difference): difference.marked
    }
  }
}
