import Practice
import YAML

extension FileReader {
  /// Returns the line with its text in quotes, if the text begins with a certain sign.
  mutating func lineInQuotes(at mark: Mark, opening: String) -> String? {
    guard linting, let value = QuotableValue(line: lines.text(mark.line)), value.isWords,
      value.opening == opening
    else { return nil }
    return value.quoted
  }

  /// Reports a word processor's quotes around a whole value, which YAML takes for text to show.
  ///
  /// - Parameter key: the key of the value, or of the list that holds it.
  mutating func lintQuotes(_ node: Node, of key: String = "") {
    switch node.kind {
    case .scalar(let scalar):
      lintCutOff(scalar, at: node.mark, of: key)
      guard scalar.isPlain, let text = Self.insideCurly(scalar.text) else { return }
      let line = QuotableValue(line: lines.text(node.mark.line))
      let whole = line.flatMap { $0.isWords ? $0.quoted : nil }
      findings.add(
        .curlyQuotes, at: node.mark,
        "Curly quotes, as word processors make them, are part of the text here.",
        hint: "Write: \(whole ?? "\"\(text)\"")", severity: .warning)
    case .sequence(let items): for item in items { lintQuotes(item, of: key) }
    case .mapping(let pairs): for pair in pairs { lintQuotes(pair.value, of: pair.key) }
    }
  }

  /// The keys whose values people are shown.
  private static let shown: Set = [
    "ask", "say", "help", "example", "title", "label", "gloss", "name", "options", "rows", "also",
    "given", "labels", "low", "high", "contact", "hours", "because",
  ]

  /// Reports a # after a blank, which ends unquoted text: the rest of the line is a hidden note.
  private mutating func lintCutOff(_ scalar: Node.Scalar, at mark: Mark, of key: String) {
    guard scalar.isPlain, !scalar.text.isEmpty, Self.shown.contains(key) else { return }
    let line = String(
      String.UnicodeScalarView(
        lines.text(mark.line).unicodeScalars.dropFirst(mark.column - 1)))
    guard line.hasPrefix(scalar.text) else { return }
    let rest = line.dropFirst(scalar.text.count)
    guard rest.utf8.first == 0x20, rest.drop(while: { $0 == " " }).utf8.first == 0x23 else {
      return
    }
    let isQuotable = !line.utf8.contains(0x22) && !line.utf8.contains(0x5C)
    findings.add(
      .cutOff, at: mark, "The text ends before the #: what follows on this line is not shown.",
      hint: (isQuotable ? "Write: \"\(line)\". " : "Put the whole text in quotes. ")
        + "A note for yourself goes on a line of its own.", severity: .warning)
  }

  /// Returns the text inside a pair of curly quotes that surrounds all of it.
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
