/// Breaks prose into lines that fit a terminal.
package enum Wrap {
  /// The widest a line of prose may be, however wide the terminal is.
  package static let widest = 80

  /// Text broken at spaces so that no line is wider than the terminal or ``widest``.
  ///
  /// Line breaks and indentation stay. What follows a list mark (`- `, `* `, `1. `) hangs below its
  /// own first word. A word is cut only when it alone is longer than a line.
  ///
  /// - Parameter width: the terminal's columns; anything under 10 counts as 10.
  package static func text(_ text: String, width: Int) -> String {
    lines(text, width: width).joined(separator: "\n")
  }

  /// The lines of ``text(_:width:)``.
  package static func lines(_ text: String, width: Int) -> [String] {
    let limit = min(max(width, 10), widest)
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapped(String($0), limit: limit) }
  }

  private static func wrapped(_ source: String, limit: Int) -> [String] {
    let line = source.replacing("\t", with: "    ")
    if line.displayWidth <= limit { return [line] }
    let hang = hanging(line, limit: limit)
    var result: [String] = []
    var current = hang.first
    var pendingSpaces = ""
    for piece in pieces(hang.words) {
      if piece.first == " " {
        pendingSpaces = piece
        continue
      }
      let wanted = pendingSpaces + piece
      if current.displayWidth + wanted.displayWidth <= limit {
        current += wanted
      } else {
        if current != hang.first {
          result.append(current)
          current = hang.rest
        }
        cut(piece, into: &result, current: &current, rest: hang.rest, limit: limit)
      }
      pendingSpaces = ""
    }
    return result + [current]
  }

  /// Places a word on a fresh line, cutting it where even that is too short for it.
  private static func cut(
    _ word: String, into result: inout [String], current: inout String, rest: String, limit: Int
  ) {
    for character in word {
      if current.displayWidth + character.displayWidth > limit {
        result.append(current)
        current = rest
      }
      current.append(character)
    }
  }

  /// What the first line begins with, what those below it are indented by, and the words.
  private static func hanging(
    _ line: String, limit: Int
  ) -> (first: String, rest: String, words: Substring) {
    let indent = line.prefix { $0 == " " }
    let mark = listMark(line.dropFirst(indent.count))
    // A deep indentation on a narrow terminal would leave no room for words.
    let first = String(indent.prefix(limit / 2)) + mark
    let rest = String(repeating: " ", count: min(first.displayWidth, limit / 2))
    return (first, rest, line.dropFirst(indent.count + mark.count))
  }

  private static func listMark(_ text: Substring) -> String {
    let word = text.prefix { $0 != " " }
    let spaces = text.dropFirst(word.count).prefix { $0 == " " }
    guard !spaces.isEmpty, isListMark(word) else { return "" }
    return String(word + spaces)
  }

  private static func isListMark(_ word: Substring) -> Bool {
    if ["-", "*", "•", ">"].contains(word) { return true }
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    return (1...3).contains(digits.count) && [".", ")"].contains(word.dropFirst(digits.count))
  }

  /// Runs of spaces and runs of everything else, in order.
  private static func pieces(_ text: Substring) -> [String] {
    var result: [String] = []
    for character in text {
      if let last = result.last?.last, (last == " ") == (character == " ") {
        result[result.count - 1].append(character)
      } else {
        result.append(String(character))
      }
    }
    return result
  }
}
