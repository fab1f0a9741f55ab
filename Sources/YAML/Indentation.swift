/// How far a line was meant to be indented, going by the lines above it.
struct Indentation {
  private let lines: SourceLines
  private let line: Int

  init(_ lines: SourceLines, line: Int) {
    self.lines = lines
    self.line = line
  }

  /// The number of spaces before these words, or nil where the lines above do not tell.
  ///
  /// Below a line that ends in a colon it is two more than that line's key. A dash goes below the
  /// last dash; anything else goes below the key of the line above.
  func width(for words: String) -> Int? {
    guard let above = previous(before: line) else { return 0 }
    let text = lines.text(above)
    guard !text.utf8.contains(0x09), let (indent, key) = Self.columns(of: text) else { return nil }
    if text.utf8.last == UInt8(ascii: ":") { return key + 2 }
    guard words.hasPrefix("- ") || words == "-" else { return key }
    if indent < key { return indent }
    var before = above
    while let next = previous(before: before) {
      guard let (indent, key) = Self.columns(of: lines.text(next)) else { return nil }
      if indent < key { return indent }
      before = next
    }
    return nil
  }

  private func previous(before line: Int) -> Int? {
    var line = line - 1
    while line > 0, lines.indent(of: line) == nil { line -= 1 }
    return line > 0 ? line : nil
  }

  /// How many spaces a line begins with, and how much stands before its key.
  private static func columns(of text: String) -> (indent: Int, key: Int)? {
    let bytes = Array(text.utf8)
    guard let indent = bytes.firstIndex(where: { $0 != 0x20 }), bytes[indent] != 0x09 else {
      return nil
    }
    var key = indent
    while key + 1 < bytes.count, bytes[key] == 0x2D, bytes[key + 1] == 0x20 { key += 2 }
    return (indent, key)
  }
}
