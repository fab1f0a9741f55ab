extension TextPieces {
  func sort(at index: Int) -> Sort? {
    pieces.indices.contains(index) ? pieces[index].sort : nil
  }

  func isWord(at index: Int) -> Bool { sort(at: index) == .word }

  func isDigits(at index: Int) -> Bool { sort(at: index) == .digits }

  func isWordOrDigits(at index: Int) -> Bool {
    sort(at: index).map(Sort.wordOrDigits.contains) ?? false
  }

  /// The sign of the mark there.
  func sign(at index: Int) -> Unicode.Scalar? {
    sort(at: index) == .mark ? pieces[index].sign : nil
  }

  /// How many bytes the piece has; 0 outside the text.
  func length(at index: Int) -> Int {
    pieces.indices.contains(index) ? pieces[index].end - pieces[index].start : 0
  }

  /// The bytes of the digits there; none when there are no digits.
  func digits(at index: Int) -> ArraySlice<UInt8> {
    isDigits(at: index) ? bytes[pieces[index].start..<pieces[index].end] : []
  }

  /// The number that one to four digits make.
  func number(at index: Int) -> Int? {
    let digits = digits(at: index)
    guard 1...4 ~= digits.count else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// The piece as it is written; empty outside the text.
  func written(at index: Int) -> String {
    guard pieces.indices.contains(index) else { return "" }
    return String(decoding: bytes[pieces[index].start..<pieces[index].end], as: UTF8.self)
  }

  /// The piece as it is compared with others; empty outside the text.
  func plain(at index: Int) -> String {
    let written = written(at: index)
    return written.utf8.allSatisfy { $0 < 0x80 } ? written.lowercased() : fold(written)
  }

  /// The word there in small letters; empty when there is no word.
  func folded(at index: Int) -> String {
    isWord(at: index) ? written(at: index).lowercased() : ""
  }

  /// Whether the word there begins with one of these small ASCII letters or its capital.
  func begins(at index: Int, withOneOf letters: StaticString) -> Bool {
    guard isWord(at: index) else { return false }
    let first = bytes[pieces[index].start] | 0x20
    return letters.withUTF8Buffer { $0.contains(first) }
  }

  /// Where the next piece is, after one to three pieces of space and of the marks named.
  ///
  /// Nil when none is there. At most one line end is stepped over, so that an empty line parts what
  /// stands above it from what stands below.
  func afterGap(at index: Int, also marks: [Unicode.Scalar] = []) -> Int? {
    var next = index
    var lineEnds = 0
    while next < index + 3, let sort = sort(at: next) {
      if sort == .lineEnd { lineEnds += 1 }
      let isMark = sort == .mark && marks.contains(pieces[next].sign)
      guard isMark || Sort.space.contains(sort), lineEnds <= 1 else { break }
      next += 1
    }
    return next > index ? next : nil
  }

  /// Whether a number that begins there is not the end of something longer.
  func isLoose(before index: Int) -> Bool {
    guard !isWordOrDigits(at: index - 1) else { return false }
    switch sign(at: index - 1) {
    case "+", "$", "_": return false
    case "/": return !isWordOrDigits(at: index - 2)
    case "-", ".", ":": return !isDigits(at: index - 2)
    default: return true
    }
  }

  /// Whether a number that ends before this place is not the beginning of something longer.
  func isLoose(after index: Int) -> Bool {
    guard !isWordOrDigits(at: index) else { return false }
    switch sign(at: index) {
    case "_", "%": return false
    case "/": return !isWordOrDigits(at: index + 1)
    case "-", ".", ":": return !isDigits(at: index + 1)
    default: return true
    }
  }
}
