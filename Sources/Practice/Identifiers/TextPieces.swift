/// A text cut into words, numbers, gaps, line ends and marks, each with its place.
///
/// Questions about a place outside the text are answered with nil or false, so that rules can look
/// around freely.
struct TextPieces: Sendable {
  /// What a piece is made of.
  struct Sort: OptionSet, Sendable, Hashable {
    let rawValue: UInt8

    /// Letters of any script, with the marks that combine with them.
    static let word = Sort(rawValue: 1)
    /// ASCII digits.
    static let digits = Sort(rawValue: 2)
    /// One space, or one sign that cannot be seen.
    static let gap = Sort(rawValue: 4)
    /// One line feed or Unicode line or paragraph separator.
    static let lineEnd = Sort(rawValue: 8)
    /// One sign of any other kind.
    static let mark = Sort(rawValue: 16)

    static let wordOrDigits: Sort = [.word, .digits]
    static let space: Sort = [.gap, .lineEnd]
  }

  struct Piece: Sendable, Hashable {
    var sort: Sort
    /// The ASCII sign a mark is or stands for (all dashes are `-`, all currencies `$`); else NUL.
    var sign: Unicode.Scalar
    /// UTF-8 offsets.
    var start: Int
    var end: Int
  }

  let bytes: [UInt8]
  let pieces: [Piece]
  /// What makes words the same that people take for the same, beyond capitals.
  let fold: @Sendable (String) -> String

  init(_ text: String, fold: @escaping @Sendable (String) -> String = { $0.lowercased() }) {
    self.fold = fold
    bytes = Array(text.utf8)
    var pieces: [Piece] = []
    pieces.reserveCapacity(bytes.count / 2)
    var open = Piece(sort: .mark, sign: Self.none, start: 0, end: 0)
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      let (sort, sign) = Self.sort(of: scalar)
      if sort == open.sort, Sort.wordOrDigits.contains(sort) {
        open.end += width
        continue
      }
      if open.end > open.start { pieces.append(open) }
      open = Piece(sort: sort, sign: sign, start: open.end, end: open.end + width)
    }
    if open.end > open.start { pieces.append(open) }
    self.pieces = pieces
  }

  var count: Int { pieces.count }

  /// The UTF-8 offsets of a run of pieces, which must not be empty.
  func offsets(of run: Range<Int>) -> Range<Int> {
    pieces[run.lowerBound].start..<pieces[run.upperBound - 1].end
  }

  private static let none: Unicode.Scalar = "\0"

  private static func sort(of scalar: Unicode.Scalar) -> (Sort, sign: Unicode.Scalar) {
    guard scalar.isASCII else { return sortBeyondASCII(of: scalar) }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    switch byte {
    case 0x61...0x7A, 0x41...0x5A: return (.word, none)
    case 0x30...0x39: return (.digits, none)
    case 0x0A: return (.lineEnd, none)
    case 0x00...0x20, 0x7F: return (.gap, none)
    default: return (.mark, scalar)
    }
  }

  private static func sortBeyondASCII(of scalar: Unicode.Scalar) -> (Sort, sign: Unicode.Scalar) {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber:
      return (.word, none)
    // Numbers copied from a phone's contacts come wrapped in signs of writing direction.
    case .spaceSeparator, .control, .format: return (.gap, none)
    case .lineSeparator, .paragraphSeparator: return (.lineEnd, none)
    case .dashPunctuation: return (.mark, "-")
    case .currencySymbol: return (.mark, "$")
    default: return (.mark, scalar == "\u{2019}" || scalar == "\u{2018}" ? "'" : none)
    }
  }
}
