/// The text after the first key of a line, and how it would look in quotes.
struct QuotableValue {
  /// The column where the text begins.
  let column: Int
  /// What stands before the text: dashes, key, colon.
  private let start: String
  private let text: String

  /// Nil for a line without a key and a text after it.
  init?(line: String) {
    let scalars = Array(line.unicodeScalars)
    guard scalars.count <= 300 else { return nil }
    var index = 0
    while index < scalars.count, scalars[index] == " " || scalars[index] == "-" { index += 1 }
    let key = index
    while index < scalars.count, Self.isKeyPart(scalars[index]) { index += 1 }
    guard index > key, index + 1 < scalars.count, scalars[index] == ":", scalars[index + 1] == " "
    else { return nil }
    index += 1
    while index < scalars.count, scalars[index] == " " { index += 1 }
    guard index < scalars.count else { return nil }
    column = index + 1
    start = Self.string(scalars[key..<index])
    var end = scalars.count
    while end > index, scalars[end - 1] == " " { end -= 1 }
    text = Self.string(scalars[index..<end])
  }

  private static func isKeyPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || (scalar.isASCII && scalar.properties.isAlphabetic)
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The sign that the text begins with.
  var opening: String { String(text.prefix(1)) }

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

  /// The key with the text in quotes.
  var quoted: String {
    guard text.utf8.contains(UInt8(ascii: "\"")) else { return start + "\"" + escaped + "\"" }
    return start + "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }

  private var escaped: String {
    text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
  }
}
