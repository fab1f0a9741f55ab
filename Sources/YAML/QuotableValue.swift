/// The text after the first key or dash of a line, and how the line would look with it in quotes.
package struct QuotableValue {
  /// The column where the text begins.
  let column: Int
  /// The column of the key, or of the text where there is none.
  let keyColumn: Int
  /// The key, or nothing for an item of a list.
  let key: String
  /// What stands before the text: dashes, key, colon.
  private let start: String
  private let text: String
  /// A comment after the text.
  private let rest: String

  /// Nil for a line without a text after a key or a dash.
  package init?(line: String) {
    let scalars = Array(line.unicodeScalars)
    guard scalars.count <= 300 else { return nil }
    var index = 0
    while index < scalars.count, scalars[index] == " " || scalars[index] == "\t" { index += 1 }
    let first = index
    while index + 1 < scalars.count, scalars[index] == "-", scalars[index + 1] == " " {
      while index < scalars.count, scalars[index] == "-" || scalars[index] == " " { index += 1 }
    }
    let keyStart = index
    while index < scalars.count, Self.isKeyPart(scalars[index]) { index += 1 }
    if index > keyStart, index + 1 < scalars.count, scalars[index] == ":",
      scalars[index + 1] == " "
    {
      key = Self.string(scalars[keyStart..<index])
      index += 1
      while index < scalars.count, scalars[index] == " " { index += 1 }
    } else {
      guard keyStart > first else { return nil }
      (key, index) = ("", keyStart)
    }
    guard index < scalars.count else { return nil }
    column = index + 1
    keyColumn = keyStart + 1
    start = Self.string(scalars[first..<index])
    var end = Self.end(of: scalars, from: index)
    rest = Self.string(scalars[end...])
    while end > index, scalars[end - 1] == " " { end -= 1 }
    text = Self.string(Self.withoutCurlyQuotes(scalars[index..<end]))
  }

  private static func isKeyPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || (scalar.isASCII && scalar.properties.isAlphabetic)
  }

  /// Where a comment begins, or the line ends.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int {
    var index = start + 1
    while index < scalars.count {
      if scalars[index] == "#", scalars[index - 1] == " " { return index - 1 }
      index += 1
    }
    return scalars.count
  }

  /// Quotes of a word processor around the whole text are meant as quotes.
  private static func withoutCurlyQuotes(
    _ text: ArraySlice<Unicode.Scalar>
  ) -> ArraySlice<Unicode.Scalar> {
    guard text.count > 2, let first = text.first, let last = text.last, isCurly(first),
      isCurly(last) || last == "\""
    else { return text }
    return text.dropFirst().dropLast()
  }

  private static func isCurly(_ scalar: Unicode.Scalar) -> Bool {
    (0x2018...0x201F).contains(scalar.value)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The sign that the text begins with.
  package var opening: String { String(text.prefix(1)) }

  /// True after a key whose value is words to be read, as far as a line can tell.
  package var isWords: Bool {
    [
      "ask", "say", "help", "example", "title", "label", "gloss", "name", "because", "source",
      "credit", "low", "high",
    ].contains(key)
  }

  /// True when a colon inside the text makes it look like another key.
  var holdsColon: Bool {
    !"\"'[{".contains(opening) && (text.utf8.contains(UInt8(ascii: ":")))
  }

  /// True for a text that begins with a sign of YAML's own and is not closed as one.
  var needsQuotes: Bool {
    switch opening {
    case "@", "`", "%", "*", "&", "!": true
    case "\"", "'": text.count < 2 || !text.hasSuffix(opening)
    case "{": !text.hasSuffix("}")
    case "[": !text.hasSuffix("]") && text.contains("]")
    default: false
    }
  }

  /// The line with a text whose own quotes end too soon put into quotes that do not; nil for any
  /// other: `'It's fine'`.
  var requoted: String? {
    guard "\"'".contains(opening), text.count > 2, text.hasSuffix(opening) else { return nil }
    let inner = String(text.dropFirst().dropLast())
    let other = opening == "'" ? "\"" : "'"
    guard inner.contains(opening), !inner.contains(other), !inner.contains("\\") else { return nil }
    return start + other + inner + other + rest
  }

  /// The line without its indentation, with the text in quotes.
  package var quoted: String {
    guard text.utf8.contains(UInt8(ascii: "\"")) else {
      return start + "\"" + escaped + "\"" + rest
    }
    return start + "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'" + rest
  }

  private var escaped: String {
    text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
  }
}
