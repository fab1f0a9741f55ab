/// A longer text as a block of lines below its key, which needs no quotes whatever it holds.
struct YAMLBlock {
  /// The mark: `>-` if the lines are one text, `|-` if each is a line of its own.
  let mark: String
  /// The lines without indentation.
  let lines: [String]

  /// The most characters of a written line.
  static let width = 96

  /// Returns `nil` if the text is better on one line, or if a block would not hold it exactly.
  ///
  /// - Parameter column: the indentation of its key plus the key's length.
  init?(_ text: String, indent: Int, column: Int) {
    let isManyLines = text.utf8.contains(0x0A)
    guard Self.isHeldExactly(text) else { return nil }
    if isManyLines {
      mark = "|-"
      lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    } else {
      guard column + YAMLScalar.inline(text).count > Self.width else { return nil }
      mark = ">-"
      lines = Self.folded(text, width: Self.width - indent)
      if lines.count < 2 { return nil }
    }
  }

  private static func isHeldExactly(_ text: String) -> Bool {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, let last = lines.last, !first.isEmpty, !last.isEmpty else {
      return false
    }
    // A blank at a line's end is invisible, and one at the first line's beginning is indentation.
    return first.unicodeScalars.first?.properties.isWhitespace == false
      && lines.allSatisfy { line in
        line.unicodeScalars.allSatisfy(YAMLScalar.isOrdinary)
          && line.unicodeScalars.last?.properties.isWhitespace != true
      }
  }

  /// Returns the lines, broken only at single spaces, which a reader restores.
  private static func folded(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for piece in words(of: text) {
      if line.isEmpty {
        line = piece
      } else if line.count + 1 + piece.count <= width {
        line += " " + piece
      } else {
        lines.append(line)
        line = piece
      }
    }
    return lines + [line]
  }

  /// Returns the parts between single spaces; several spaces in a row stay inside a part.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isSingle =
        scalar == " " && index > 0 && index + 1 < scalars.count
        && !scalars[index - 1].properties.isWhitespace
        && !scalars[index + 1].properties.isWhitespace
      if isSingle {
        words.append(String(word))
        word = .init()
      } else {
        word.append(scalar)
      }
    }
    return words + [String(word)]
  }
}
