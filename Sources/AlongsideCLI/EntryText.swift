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
