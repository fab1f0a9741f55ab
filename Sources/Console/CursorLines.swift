/// The lines of a text around a cursor, and the steps of which all moving and erasing is made.
///
/// A step goes over one character as a person sees it; the end of a line is one as well.
struct CursorLines: Equatable, Sendable {
  var above: [String] = []
  var before = ""
  var after = ""
  /// The line right below is the last of these.
  var below: [String] = []

  /// The character before the cursor, a line's end included.
  var previous: Character? { before.last ?? (above.isEmpty ? nil : "\n") }
  var next: Character? { after.first ?? (below.isEmpty ? nil : "\n") }

  mutating func insert(_ text: String) {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return before += text }
    above.append(before + parts[0])
    above += parts[1..<(parts.count - 1)].map(String.init)
    before = String(parts[parts.count - 1])
  }

  mutating func stepLeft() -> Character? {
    guard let last = before.popLast() else { return climb() ? endOfLine() : nil }
    after = String(last) + after
    return last
  }

  mutating func stepRight() -> Character? {
    guard let first = after.first else { return descend() ? "\n" : nil }
    after.removeFirst()
    before.append(first)
    return first
  }

  /// To the line above, at its beginning.
  mutating func climb() -> Bool {
    guard let line = above.popLast() else { return false }
    below.append(before + after)
    (before, after) = ("", line)
    return true
  }

  /// To the line below, at its beginning.
  mutating func descend() -> Bool {
    guard let line = below.popLast() else { return false }
    above.append(before + after)
    (before, after) = ("", line)
    return true
  }

  private mutating func endOfLine() -> Character {
    (before, after) = (after, "")
    return "\n"
  }

  mutating func stepLeftErasing() -> String {
    if let last = before.popLast() { return String(last) }
    guard let line = above.popLast() else { return "" }
    before = line
    return "\n"
  }

  mutating func stepRightErasing() -> String {
    if !after.isEmpty { return String(after.removeFirst()) }
    guard let line = below.popLast() else { return "" }
    after = line
    return "\n"
  }

  /// Erases back over characters of one sort, and then over all that are not.
  mutating func erasingBack(inLine: Bool, over isFirst: (Character) -> Bool) -> String {
    var gone = ""
    func last(_ lines: CursorLines) -> Character? { inLine ? lines.before.last : lines.previous }
    while let one = last(self), isFirst(one) { gone = stepLeftErasing() + gone }
    while let one = last(self), !isFirst(one) { gone = stepLeftErasing() + gone }
    return gone
  }
}

extension Character {
  var isInWord: Bool { isLetter || isNumber }
}
