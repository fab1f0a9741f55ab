import Practice
import YAML

extension FileReader {
  /// The line as it would be with its text in quotes, where that begins with a certain sign.
  mutating func lineInQuotes(at mark: Mark, opening: String) -> String? {
    guard linting, let value = QuotableValue(line: lines.text(mark.line)), value.isWords,
      value.opening == opening
    else { return nil }
    return value.quoted
  }

  /// Quotes of a word processor around a whole value are no quotes to YAML, and would be shown.
  mutating func lintQuotes(_ node: Node) {
    switch node.kind {
    case .scalar(let scalar):
      guard scalar.isPlain, let text = Self.insideCurly(scalar.text) else { return }
      let line = QuotableValue(line: lines.text(node.mark.line))
      let whole = line.flatMap { $0.isWords ? $0.quoted : nil }
      findings.add(
        .curlyQuotes, at: node.mark,
        "Curly quotes, as word processors make them, are part of the text here.",
        hint: "Write: \(whole ?? "\"\(text)\"")", severity: .warning)
    case .sequence(let items): for item in items { lintQuotes(item) }
    case .mapping(let pairs): for pair in pairs { lintQuotes(pair.value) }
    }
  }

  /// The text inside a pair of curly quotes that surrounds all of it.
  private static func insideCurly(_ text: String) -> Substring? {
    guard text.utf8.first == 0xE2, let first = text.unicodeScalars.first,
      let last = text.unicodeScalars.last
    else { return nil }
    let ends: [Unicode.Scalar]
    switch first {
    case "\u{201C}", "\u{201D}", "\u{201E}": ends = ["\u{201C}", "\u{201D}", "\""]
    case "\u{2018}", "\u{201A}": ends = ["\u{2018}", "\u{2019}", "'"]
    default: return nil
    }
    let inside = text.unicodeScalars.dropFirst().dropLast()
    guard ends.contains(last), !inside.isEmpty, inside.count <= 200,
      !inside.contains(where: { ends.dropLast().contains($0) && $0 != "\u{2019}" || $0 == "\"" })
    else { return nil }
    return Substring(inside)
  }
}
