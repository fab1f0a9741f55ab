/// Finds phone numbers that could be somebody's own: British landlines and mobiles, and any number
/// that begins with `+` and a country.
///
/// Short numbers (999, 111, 116 123) and those only organisations have (0800, 0808, 03, 084, 087,
/// 09) are left alone: they are helplines and switchboards, and point to nobody.
struct PhoneRule: IdentifierRule {
  let kind = IdentifierKind.phoneNumber
  let begins: TextPieces.Sort = .digits

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    var start = index
    if text.sign(at: start - 1) == "(" { start -= 1 }
    let isAbroad = text.sign(at: start - 1) == "+"
    if isAbroad { start -= 1 }
    guard text.length(at: index) <= 13, isAbroad || Self.mayBegin(index, in: text),
      text.isLoose(before: start),
      let end = Self.end(of: index, isAbroad: isAbroad, in: text)
    else { return nil }
    return IdentifierMatch(pieces: Self.balanced(start..<end, in: text))
  }

  /// Whether the digits there can be the first of a number without `+`: 0, and 44 in one piece.
  private static func mayBegin(_ index: Int, in text: TextPieces) -> Bool {
    let digits = text.digits(at: index)
    if digits.starts(with: "447".utf8) { return digits.count == 12 }
    return digits.count >= 3 && digits.first == 0x30
  }

  /// The end of the longest run of groups that makes a whole number.
  private static func end(of index: Int, isAbroad: Bool, in text: TextPieces) -> Int? {
    var digits: [UInt8] = []
    var next = index
    var best: Int?
    while true {
      let group = text.digits(at: next)
      guard !group.isEmpty, digits.count + group.count <= 16 else { break }
      // Groups of one digit are not written, but for the "(0)" after a country.
      guard group.count > 1 || isAbroad else { break }
      digits += group
      let head = text.length(at: index)
      if isWhole(digits, head: head, isAbroad: isAbroad), text.isLoose(after: next + 1) {
        best = next + 1
      }
      guard let after = text.afterGap(at: next + 1, also: ["-", ".", "(", ")"]) else { break }
      next = after
    }
    return best
  }

  /// Whether so many digits make a number, when the first group has `head` of them.
  private static func isWhole(_ digits: [UInt8], head: Int, isAbroad: Bool) -> Bool {
    var national = digits[...]
    if isAbroad {
      guard national.starts(with: "44".utf8) else {
        return 9...15 ~= digits.count && digits.first != 0x30
      }
      national = national.dropFirst(2)
      if national.first == 0x30 { national = national.dropFirst() }
    } else if national.starts(with: "0044".utf8) {
      national = national.dropFirst(4)
    } else if national.starts(with: "44".utf8) {
      national = national.dropFirst(2)
    } else {
      national = national.dropFirst()
    }
    return isPersonal(national, isShortAllowed: head >= 5)
  }

  /// Whether a number without its 0 is a landline (1, 2), a mobile (7) or an internet line (55, 56).
  private static func isPersonal(_ digits: ArraySlice<UInt8>, isShortAllowed: Bool) -> Bool {
    switch digits.first {
    // No area begins with 010; a few small places have landlines of one digit less.
    case 0x31 where digits.starts(with: "10".utf8): false
    case 0x31: digits.count == 10 || isShortAllowed && digits.count == 9
    case 0x32, 0x37: digits.count == 10
    case 0x35:
      digits.count == 10 && (digits.starts(with: "55".utf8) || digits.starts(with: "56".utf8))
    default: false
    }
  }

  /// The match with the bracket before it only when that bracket is closed inside.
  private static func balanced(_ pieces: Range<Int>, in text: TextPieces) -> Range<Int> {
    let opened = pieces.count { text.sign(at: $0) == "(" }
    let closed = pieces.count { text.sign(at: $0) == ")" }
    let isBefore = text.sign(at: pieces.lowerBound - 1) == "("
    let isFirst = text.sign(at: pieces.lowerBound) == "("
    if isBefore, closed > opened { return pieces.lowerBound - 1..<pieces.upperBound }
    if isFirst, opened > closed { return pieces.lowerBound + 1..<pieces.upperBound }
    return pieces
  }
}
