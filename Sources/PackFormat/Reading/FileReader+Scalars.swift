import Practice
import YAML

extension FileReader {
  mutating func checkScalar(_ node: Node, _ shape: Shape, as name: String) {
    guard node.scalar != nil else { return wrongType(node, shape, as: name) }
    guard let words = node.words else {
      return findings.add(
        .emptyValue, at: node.mark, "\(name) is blank; it wants \(shape.expected).",
        hint: "Write something, or take the key away.")
    }
    switch shape {
    case .text(let most): checkLength(words, most, at: node.mark, as: name)
    case .line(let most):
      checkLength(words, most, at: node.mark, as: name)
      if words.utf8.contains(0x0A) { notOneLine(at: node.mark, as: name) }
    case .id, .packID, .itemName, .stepName: checkName(words, shape, at: node.mark, as: name)
    case .word(let known): checkWord(words, known, at: node.mark, as: name)
    case .whole(let range): checkWhole(node, range, as: name)
    case .number:
      if node.number == nil { noNumber(node, shape, as: name) }
    case .day, .link, .version, .textPath, .hash: checkForm(words, shape, at: node.mark, as: name)
    default: break
    }
  }

  private mutating func checkLength(
    _ words: String, _ most: Int, at mark: Mark, as name: String
  ) {
    let count = words.unicodeScalars.count
    guard count > most else { return }
    findings.add(
      .tooLong, at: mark, "\(name) has \(count) characters; at most \(most) are shown.",
      hint: "Shorten it, or move a part to \"help\" or another step.")
  }

  private mutating func notOneLine(at mark: Mark, as name: String) {
    findings.add(
      .notOneLine, at: mark, "\(name) runs over several lines; it wants one.",
      hint: "Write it on one line, or begin it with > in place of |.")
  }

  private mutating func checkName(
    _ words: String, _ shape: Shape, at mark: Mark, as name: String
  ) {
    let fits =
      switch shape {
      case .packID: Identifier.isPackID(words)
      case .itemName: Identifier.isItemName(words)
      case .stepName: Identifier.isStepName(words)
      default: Identifier.isID(words)
      }
    guard !fits else { return }
    var better = words.utf8.contains(UInt8(ascii: "/")) ? nil : Identifier.made(from: words)
    if case .packID = shape, words.contains(".") { better = ItemName.packID(near: words) }
    findings.add(
      .badID, at: mark, "\(name) wants \(shape.expected).",
      hint: better.map { "Write: \($0)" } ?? "Use a to z, 0 to 9 and hyphens.")
  }

  private mutating func checkWord(
    _ words: String, _ known: [String], at mark: Mark, as name: String
  ) {
    guard !known.contains(words) else { return }
    // "skip" gets no hint: only a confirm step may say no, and "false" is not a slip of the pen.
    let meant =
      name == "\"skip\""
      ? nil : ["true": "yes", "on": "yes", "false": "no", "off": "no"][words.lowercased()]
    findings.add(
      .unknownWord, at: mark, "\(name) cannot be \"\(words.prefix(60))\".",
      hint: meant.flatMap { known.contains($0) ? "Write: \($0)" : nil }
        ?? Nearest.question(words, among: known) ?? "It can be \(known.joined(separator: ", ")).")
  }

  private mutating func checkWhole(_ node: Node, _ range: ClosedRange<Int>, as name: String) {
    guard let whole = node.whole else { return noNumber(node, .whole(range), as: name) }
    guard !range.contains(whole) else { return }
    findings.add(
      .outOfRange, at: node.mark,
      "\(name) is \(whole); it wants \(Shape.whole(range).expected).")
  }

  private mutating func noNumber(_ node: Node, _ shape: Shape, as name: String) {
    let isQuoted = node.scalar.map { !$0.isPlain && Numerals.number($0.text) != nil } ?? false
    findings.add(
      .wrongType, at: node.mark, "\(name) wants \(shape.expected).",
      hint: isQuoted ? "Take the quotes away." : "Write digits only, such as 5.")
  }

  private mutating func checkForm(
    _ words: String, _ shape: Shape, at mark: Mark, as name: String
  ) {
    switch shape {
    case .day where Day(words) == nil:
      findings.add(
        .badDay, at: mark, "\(name) wants \(shape.expected).",
        hint: "Write year, month and day with hyphens between.")
    case .link where !Self.isLink(words):
      findings.add(
        .badLink, at: mark, "\(name) wants \(shape.expected).",
        hint: "Write the whole address, such as https://example.org/contact")
    case .version where !Self.isVersion(words):
      findings.add(
        .badVersion, at: mark, "\(name) wants \(shape.expected).",
        hint: "Write three whole numbers with dots between.")
    case .textPath where !Identifier.isTextPath(words):
      findings.add(
        .badTextPath, at: mark, "\(name) wants \(shape.expected).",
        hint: "It begins with \(Identifier.textFolders.joined(separator: "/, "))/.")
    case .hash where !Identifier.isHash(words):
      findings.add(
        .badHash, at: mark, "\(name) wants \(shape.expected).",
        hint: "Begin it as the SHA-256 of the text begins, or take the key away.")
    default: break
    }
  }

  private static func isLink(_ words: String) -> Bool {
    let starts = ["https://", "http://"]
    return starts.contains { words.hasPrefix($0) && words.utf8.count > $0.utf8.count }
      && !words.utf8.contains { $0 <= 0x20 }
  }

  private static func isVersion(_ words: String) -> Bool {
    let parts = words.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy {
        $0.utf8.first != UInt8(ascii: "-") && Numerals.whole(String($0)) != nil
      }
  }
}
