/// A longer text as a block of lines below its key, which needs no quotes whatever it holds.
struct YAMLBlock {
  /// `>-` where the lines are one text, `|-` where each stands for itself.
  let mark: String
  /// Without indentation.
  let lines: [String]

  /// The width that written lines keep to.
  static let width = 96

  /// Nil for a text that is better off on one line, or that a block would not hold exactly.
  ///
  /// - Parameter column: how far its key is indented and how long it is, together.
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
    // A blank at a line's end cannot be seen, and one at the first line's beginning is indentation.
    return first.unicodeScalars.first?.properties.isWhitespace == false
      && lines.allSatisfy { line in
        line.unicodeScalars.allSatisfy(YAMLScalar.isOrdinary)
          && line.unicodeScalars.last?.properties.isWhitespace != true
      }
  }

  /// Broken only at single spaces, which a reader puts back.
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

  /// The parts between single spaces; where spaces stand together they stay inside a part.
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
