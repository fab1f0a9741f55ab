extension QuotedWords {
  /// A value as it stands behind a key, or between the commas of a list.
  ///
  /// Looked at by scalars: an accent may follow a quote, and make one character with it.
  static func value(_ text: String) -> FrontMatter.Value {
    var rest = Substring(text).unicodeScalars
    switch rest.first {
    case "\"", "'":
      guard let words = quotedWords(&rest), isOver(rest) else { return .other }
      return .words(words)
    case "[": return list(rest) ?? .other
    case "{", "|", ">", "&", "*", "!": return .other
    default: return .words(SourceText.trimmed(withoutRemark(text)))
    }
  }

  private static func isOver(_ rest: Substring.UnicodeScalarView) -> Bool {
    let rest = rest.first { $0 != " " && $0 != "\t" }
    return rest == nil || rest == "#"
  }

  private static func withoutRemark(_ text: String) -> Substring {
    if text.hasPrefix("#") { return "" }
    var last: Character = "x"
    for index in text.indices {
      if text[index] == "#", last.isWhitespace { return text[..<index] }
      last = text[index]
    }
    return text[...]
  }

  /// `[a, "b", 'c']`.
  private static func list(_ text: Substring.UnicodeScalarView) -> FrontMatter.Value? {
    var items: [String] = []
    var rest = text.dropFirst()
    while true {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      switch rest.first {
      case nil: return nil
      case "]": return isOver(rest.dropFirst()) ? .list(items) : nil
      case ",": rest = rest.dropFirst()
      case "\"", "'":
        guard let words = quotedWords(&rest) else { return nil }
        items.append(words)
      default:
        let plain = rest.prefix { $0 != "," && $0 != "]" }
        items.append(SourceText.trimmed(Substring(plain)))
        rest = rest[plain.endIndex...]
      }
    }
  }

  /// Takes words in quotes of either kind; nil where they are never closed.
  private static func quotedWords(_ rest: inout Substring.UnicodeScalarView) -> String? {
    let quote = rest.popFirst()
    var words = ""
    while let scalar = rest.popFirst() {
      if scalar == quote {
        // In single quotes, two of them stand for one.
        guard quote == "'", rest.first == "'" else { return words }
        rest = rest.dropFirst()
        words += "'"
      } else if scalar == "\\", quote == "\"" {
        guard let escaped = escaped(&rest) else { return nil }
        words.unicodeScalars.append(escaped)
      } else {
        words.unicodeScalars.append(scalar)
      }
    }
    return nil
  }

  private static func escaped(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
    guard let sign = rest.popFirst() else { return nil }
    switch sign {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "0": return "\0"
    case "\"", "\\", "/", " ": return sign
    case "x": return hex(&rest, 2)
    case "u": return hex(&rest, 4)
    case "U": return hex(&rest, 8)
    default: return nil
    }
  }

  private static func hex(_ rest: inout Substring.UnicodeScalarView, _ count: Int)
    -> Unicode.Scalar?
  {
    let digits = String(Substring(rest.prefix(count)))
    rest = rest.dropFirst(count)
    // The initialiser would take a sign.
    guard digits.utf8.count == count, digits.allSatisfy(\.isHexDigit) else { return nil }
    return UInt32(digits, radix: 16).flatMap { Unicode.Scalar($0) }
  }
}
