/// Finds NHS numbers or CHI numbers: ten digits, in groups of 3-3-4 (6-4 for CHI) or in one piece.
///
/// Numbers that begin with a date count as CHI numbers, all others as NHS numbers; the two ranges
/// do not meet. Ten equal digits are what people write instead of a number, so they are left alone.
struct HealthNumberRule: IdentifierRule {
  let kind: IdentifierKind
  let begins: TextPieces.Sort = .digits

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    let length = text.length(at: index)
    guard length == 3 || length == 6 || length == 10,
      let (number, end) = Self.tenDigits(at: index, in: text),
      number.beginsWithDate == (kind == .chiNumber), number.passesCheck, !number.isFiller,
      text.isLoose(before: index), text.isLoose(after: end),
      !Self.followsDiallingCode(index, in: text)
    else { return nil }
    return IdentifierMatch(
      pieces: index..<end,
      note: Self.isNamed(before: index, in: text) ? nil : note(on: number))
  }

  private func note(on number: HealthNumber) -> String {
    if kind == .chiNumber {
      return "About 1 in 11 ten-digit numbers that begin with a date pass the check of a CHI"
        + " number by chance."
    }
    let chance = "About 1 in 11 ten-digit numbers passes the check of an NHS number by chance."
    if number.isInIssuedRange { return chance }
    return chance + " Numbers that begin like this one are not given out at present."
  }

  /// The digits from there on, if they are ten and fall into the groups these numbers have.
  private static func tenDigits(
    at index: Int, in text: TextPieces
  ) -> (number: HealthNumber, end: Int)? {
    var digits: [UInt8] = []
    var next = index
    while true {
      let group = text.digits(at: next)
      guard !group.isEmpty, digits.count + group.count <= 10 else { return nil }
      digits += group
      if digits.count == 10 { break }
      guard digits.count == 3 || digits.count == 6,
        let after = text.afterGap(at: next + 1, also: ["-"])
      else { return nil }
      next = after
    }
    return HealthNumber(digits).map { ($0, next + 1) }
  }

  /// Whether what stands before is the beginning of a phone number: "020", "01632", "+44".
  private static func followsDiallingCode(_ index: Int, in text: TextPieces) -> Bool {
    guard text.sort(at: index - 1) == .gap, 1...6 ~= text.length(at: index - 2) else {
      return false
    }
    if text.isDigits(at: index - 2), text.sign(at: index - 3) == "+" { return true }
    return text.digits(at: index - 2).first == 0x30 && text.isLoose(before: index - 2)
  }

  /// Whether one of the few words before says what kind of number it is.
  private static func isNamed(before index: Int, in text: TextPieces) -> Bool {
    (index - 8..<index).contains { ["nhs", "chi"].contains(text.folded(at: $0)) }
  }
}
