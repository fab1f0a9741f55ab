/// Writes one text in YAML: bare if every reader takes it for that text, otherwise in quotes.
///
/// It is stricter than our own reader needs: what another YAML reader would take for a number, a
/// date, a yes or a null is quoted too.
package enum YAMLScalar {
  /// Returns the text on one line.
  ///
  /// - Parameter isInFlow: true between brackets or braces, where commas separate the items.
  package static func inline(_ text: String, isInFlow: Bool = false) -> String {
    isSafeBare(text, isInFlow: isInFlow) ? text : quoted(text)
  }

  /// Whether a text means itself without quotes.
  static func isSafeBare(_ text: String, isInFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, hasPlainEdges(text) else { return false }
    if opening.contains(first) || text.hasPrefix("...") || text.hasPrefix("---") { return false }
    if text.hasSuffix(":") || text.contains(": ") || text.contains(" #") { return false }
    if isInFlow, text.unicodeScalars.contains(where: inFlow.contains) { return false }
    guard text.unicodeScalars.allSatisfy(isOrdinary) else { return false }
    return !looksLikeAnotherType(text)
  }

  /// Signs that mean something to YAML at the beginning of a text, and similar ones.
  private static let opening: Set<Unicode.Scalar> = [
    "-", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`",
    "=", "<", "~", "\\",
  ]
  /// Signs that end a bare text in flow; the question mark does so for some readers.
  private static let inFlow: Set<Unicode.Scalar> = [",", "[", "]", "{", "}", ":", "?"]

  static func hasPlainEdges(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return !first.properties.isWhitespace && !last.properties.isWhitespace
  }

  /// Whether a character is written as it is: no control, no line end, no tab.
  static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) && scalar.value != 0x2028
      && scalar.value != 0x2029 && scalar.value != 0xFEFF
  }

  private static let otherWords: Set = [
    "yes", "no", "y", "n", "true", "false", "on", "off", "null",
  ]

  /// Whether some reader takes the text for a number, a date, a time or a truth value.
  private static func looksLikeAnotherType(_ text: String) -> Bool {
    let lowered = text.lowercased()
    if otherWords.contains(lowered) || [".nan", ".inf", "+.inf"].contains(lowered) { return true }
    guard let first = lowered.utf8.first,
      (0x30...0x39).contains(first) || first == UInt8(ascii: ".") || first == UInt8(ascii: "+")
    else { return false }
    return lowered.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
        || "_.:+-xotzT ".utf8.contains(byte)
    }
  }

  /// Returns the text in double quotes, or in single ones if that needs no escapes.
  private static func quoted(_ text: String) -> String {
    let needsEscapes = !text.unicodeScalars.allSatisfy(isOrdinary)
    let hasMarks = text.utf8.contains(UInt8(ascii: "\"")) || text.utf8.contains(UInt8(ascii: "\\"))
    guard hasMarks, !needsEscapes else { return doubleQuoted(text) }
    let parts = text.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "''") + "'"
  }

  private static func doubleQuoted(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { view.append(contentsOf: escaped(scalar).unicodeScalars) }
    return "\"" + String(view) + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": return "\\\""
    case "\\": return "\\\\"
    case "\n": return "\\n"
    case "\t": return "\\t"
    default:
      guard !isOrdinary(scalar) else { return String(Character(scalar)) }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
  }
}
