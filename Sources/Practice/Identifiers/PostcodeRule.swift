/// Finds full British postcodes, with or without the space, in capital or small letters.
///
/// The first letters must be those of a postcode area, and the last two none of C I K M O V; GIR 0AA
/// alone is of another shape.
struct PostcodeRule: IdentifierRule {
  let kind = IdentifierKind.postcode
  let begins: TextPieces.Sort = .word

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    if let special = Self.special(at: index, in: text) { return special }
    guard text.length(at: index) <= 2, text.isDigits(at: index + 1),
      text.isLoose(before: index)
    else { return nil }
    let end = Self.endOfRun(at: index, in: text)
    let run = text.bytes[text.offsets(of: index..<end)]
    if 5...7 ~= run.count { return whole(run, pieces: index..<end, in: text) }
    guard 2...4 ~= run.count, let second = text.afterGap(at: end) else { return nil }
    let secondEnd = Self.endOfRun(at: second, in: text)
    guard secondEnd > second, text.isLoose(after: secondEnd) else { return nil }
    let inward = text.bytes[text.offsets(of: second..<secondEnd)]
    guard Self.isOutward(run), Self.isInward(inward) else { return nil }
    return IdentifierMatch(pieces: index..<secondEnd)
  }

  /// GIR 0AA, with or without its space.
  private static func special(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    guard text.length(at: index) == 3, text.folded(at: index) == "gir", text.isLoose(before: index),
      let digit = text.isDigits(at: index + 1) ? index + 1 : text.afterGap(at: index + 1),
      text.written(at: digit) == "0", text.folded(at: digit + 1) == "aa",
      text.isLoose(after: digit + 2)
    else { return nil }
    return IdentifierMatch(pieces: index..<digit + 2)
  }

  private func whole(
    _ run: ArraySlice<UInt8>, pieces: Range<Int>, in text: TextPieces
  ) -> IdentifierMatch? {
    let small = run.count { $0 >= 0x61 }
    let letters = run.count { $0 >= 0x41 }
    guard small == 0 || small == letters, text.isLoose(after: pieces.upperBound),
      Self.isOutward(run.dropLast(3)), Self.isInward(run.suffix(3))
    else { return nil }
    let note = "Small letters without a space may also be a code of another kind."
    return IdentifierMatch(pieces: pieces, note: small > 0 ? note : nil)
  }

  /// The end of the letters and digits that stand there without a space; at most seven pieces.
  private static func endOfRun(at index: Int, in text: TextPieces) -> Int {
    var end = index
    while end - index < 7, text.isWordOrDigits(at: end) { end += 1 }
    return end
  }

  /// An area, a digit, and perhaps one more digit or letter.
  private static func isOutward(_ bytes: ArraySlice<UInt8>) -> Bool {
    let area = bytes.prefix { $0 >= 0x41 }
    let district = bytes.dropFirst(area.count)
    guard 1...2 ~= district.count, let first = district.first, let last = district.last,
      0x30...0x39 ~= first, 0x30...0x39 ~= last || isLetter(last)
    else { return false }
    return areas.contains(String(decoding: area, as: UTF8.self).uppercased())
  }

  /// A digit and two letters that are no ordinal ("2nd") or measure ("4hr").
  private static func isInward(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count == 3, let first = bytes.first, 0x30...0x39 ~= first else { return false }
    let letters = bytes.dropFirst()
    guard letters.allSatisfy({ isLetter($0) && !"CIKMOV".utf8.contains($0 & 0xDF) }) else {
      return false
    }
    return !["st", "nd", "rd", "th", "hr", "yr", "ft", "lb"].contains {
      letters.elementsEqual($0.utf8)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF }

  private static let areas = Set(
    """
    AB AL B BA BB BD BF BH BL BN BR BS BT BX CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN \
    DT DY E EC EH EN EX FK FY G GL GU GX GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L \
    LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE \
    SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE
    """.split(separator: " ").map(String.init))
}
