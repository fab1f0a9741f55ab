internal import AlongsideRuntime
internal import Practice

/// Entries as people read them.
enum EntryText {
  /// How much of an id a list shows: enough to type back.
  private static let shownIDCount = 8

  /// One line of a list.
  static func line(_ entry: Entry) -> String {
    let tags = entry.tags.map { " #\($0)" }.joined()
    let name = entry.title ?? (entry.kind == .page ? "a page" : entry.kind.rawValue)
    // A title from elsewhere can have line ends in it.
    let title = name.split(whereSeparator: \.isNewline).joined(separator: " ")
    return "\(entry.id.prefix(shownIDCount))  \(Dates.short(entry.written))  \(title)\(tags)"
  }

  /// The whole entry.
  ///
  /// - Parameter prompt: the prompt it answered, where it is here in the same words: then picked
  ///   answers of an older entry, which does not hold them, stand in the words they were picked by.
  static func text(_ entry: Entry, prompt: Prompt? = nil) -> String {
    var parts: [String] = []
    if let title = entry.title { parts.append(title) }
    parts.append(Dates.long(entry.written))
    if !entry.tags.isEmpty { parts.append(entry.tags.map { "#\($0)" }.joined(separator: " ")) }
    var blocks = [parts.joined(separator: "\n")]
    for answer in entry.answers where answer.state == .answered {
      guard let value = answer.value else { continue }
      let type = prompt?.steps.first { $0.id == answer.step }?.type
      let shown = answer.words ?? type?.words(for: value) ?? value.listed
      blocks.append("\(answer.ask)\n\(indented(shown))")
    }
    if let text = entry.text, !text.isEmpty { blocks.append(text) }
    let left = entry.answers.count { $0.state == .skipped }
    if left > 0 {
      blocks.append(left == 1 ? "(1 question left open)" : "(\(left) questions left open)")
    }
    return blocks.joined(separator: "\n\n")
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }
}

/// Days and times as people read them.
enum Dates {
  /// "Sunday 22 November 2026, 14:05", as it was where it was written.
  static func long(_ moment: Moment) -> String { DayWords.long(moment) }

  /// "2026-11-22 14:05", as it was where it was written.
  static func short(_ moment: Moment) -> String { "\(moment.day) \(DayWords.time(moment))" }

  /// A moment that came without a zone.
  static func text(milliseconds: Int64) -> String {
    short(Moment(utcMilliseconds: milliseconds, offset: 0, zone: "UTC")) + " UTC"
  }
}

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
