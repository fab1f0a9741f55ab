/// A page as a person writes it, with its title and tags read out of it.
///
/// Titles and tags can be written inside a page, so that they never stand in a shell's history:
///
/// - Lines end at LF or CRLF; a lone CR is a character like any other. Lines are joined by LF.
/// - Blank lines at the beginning and at the end are dropped.
/// - When the first line is `# ` and more words, those words are the title.
/// - When every word of the last line is `#` and a tag (`#evening #work-group`), those are the
///   tags, without `#`, each once. A tag is letters, digits, `-` and `_`.
/// - Both lines, and the blank lines beside them, are taken out of the text. All else is kept as
///   it was typed.
package struct PageText: Sendable, Hashable {
  package var title: String?
  package var tags: [String]
  package var text: String

  package init(title: String? = nil, tags: [String] = [], text: String) {
    self.title = title
    self.tags = tags
    self.text = text
  }

  /// Reads a page by the rules above.
  package init(reading page: String) {
    var lines = Self.trimmed(Self.lines(page)[...])
    title = lines.first.flatMap(Self.title)
    if title != nil { lines = Self.trimmed(lines.dropFirst()) }
    tags = lines.last.flatMap(Self.tags) ?? []
    if !tags.isEmpty { lines = Self.trimmed(lines.dropLast()) }
    text = lines.joined(separator: "\n")
  }

  /// Whether there is a word, a title or a tag in it.
  package var saysSomething: Bool { !text.isEmpty || title != nil || !tags.isEmpty }

  /// The lines between LF or CRLF.
  ///
  /// Bytes are looked at: Swift takes CRLF for one character.
  static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().map {
      index, bytes in
      let isEnded = bytes.endIndex < text.utf8.endIndex
      let line = isEnded && bytes.last == 0x0D ? bytes.dropLast() : bytes
      return String(decoding: line, as: UTF8.self)
    }
  }

  /// The lines without the blank ones at either end.
  private static func trimmed(_ lines: ArraySlice<String>) -> ArraySlice<String> {
    guard let first = lines.firstIndex(where: { !$0.isBlank }),
      let last = lines.lastIndex(where: { !$0.isBlank })
    else { return [] }
    return lines[first...last]
  }

  private static func title(_ line: String) -> String? {
    guard line.hasPrefix("# ") else { return nil }
    let words = line.dropFirst(2).trimmed
    return words.isEmpty ? nil : words
  }

  private static func tags(_ line: String) -> [String]? {
    var tags: [String] = []
    var seen: Set<Substring> = []
    for word in line.split(whereSeparator: \.isWhitespace) {
      let tag = word.dropFirst()
      guard word.hasPrefix("#"), !tag.isEmpty,
        tag.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
      else { return nil }
      if seen.insert(tag).inserted { tags.append(String(tag)) }
    }
    return tags
  }
}

extension StringProtocol {
  /// True when there is nothing to see.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The words without white space at either end.
  package var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
