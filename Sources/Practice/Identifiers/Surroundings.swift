/// A finding with the words around it on its line, shortened for a screen.
package struct Surroundings: Sendable, Hashable {
  /// One line; "…" stands where it was cut, a space where a sign could not be shown.
  package let line: String

  /// Where the passage stands in `line`: UTF-8 offsets.
  package let passage: Range<Int>

  /// - Parameters:
  ///   - finding: one that was found in this very text; another text gives other words, no trap.
  ///   - width: how many characters the line may have; at least 20 are used, at most 10,000.
  package init(of finding: IdentifierFinding, in text: String, width: Int) {
    let width = min(max(width, 20), 10_000)
    let start = Self.index(finding.range.lowerBound, in: text)
    let end = max(start, Self.index(finding.range.upperBound, in: text))
    let passage = Self.cut(Self.shown(text[start..<end].prefix(width + 1)), to: width)
    let room = width - passage.count
    let before = Self.lastLine(text[..<start].suffix(room + 1))
    let after = Self.firstLine(text[end...].prefix(room + 1))
    // The longer side takes what the shorter one leaves.
    let half = room / 2
    let beforeRoom = max(half, room - after.count)
    let head = Self.cutAtStart(before, to: min(before.count, beforeRoom))
    let tail = Self.cut(after, to: room - head.count)
    line = head + passage + tail
    self.passage = head.utf8.count..<head.utf8.count + passage.utf8.count
  }

  /// The scalar that begins at the offset or holds it; the end for any offset outside.
  private static func index(_ offset: Int, in text: String) -> String.Index {
    guard 0..<text.utf8.count ~= offset else { return text.endIndex }
    var index = text.utf8.index(text.startIndex, offsetBy: offset)
    while index > text.startIndex, String.Index(index, within: text.unicodeScalars) == nil {
      index = text.utf8.index(before: index)
    }
    return index
  }

  private static func firstLine(_ text: Substring) -> String {
    shown(text.prefix { !$0.isNewline })
  }

  private static func lastLine(_ text: Substring) -> String {
    let start = text.lastIndex(where: \.isNewline).map { text.index(after: $0) }
    return shown(text[(start ?? text.startIndex)...])
  }

  /// With a space for every sign that moves the cursor or cannot be seen.
  private static func shown(_ text: Substring) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar != "\r" {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: shown.append(" ")
      default: shown.append(scalar.properties.isBidiControl ? " " : scalar)
      }
    }
    return String(shown)
  }

  /// At most so many characters from the beginning, with "…" for what is left out.
  private static func cut(_ text: String, to count: Int) -> String {
    guard text.count > count else { return text }
    guard count > 0 else { return "" }
    let kept = text.prefix(count - 1)
    let isInWord = text[kept.endIndex...].first.map { !$0.isWhitespace } ?? false
    guard isInWord, let space = kept.lastIndex(where: \.isWhitespace) else { return kept + "…" }
    return kept[..<space] + "…"
  }

  /// At most so many characters from the end, with "…" for what is left out.
  private static func cutAtStart(_ text: String, to count: Int) -> String {
    guard text.count > count || count == 0 else { return text }
    guard count > 0 else { return "" }
    let kept = text.suffix(count - 1)
    let isInWord = text[..<kept.startIndex].last.map { !$0.isWhitespace } ?? false
    guard isInWord, let space = kept.firstIndex(where: \.isWhitespace) else { return "…" + kept }
    return "…" + kept[space...].dropFirst()
  }
}
