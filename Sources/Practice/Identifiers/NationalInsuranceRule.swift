/// Finds National Insurance numbers: two letters, six digits, and a letter from A to D.
///
/// The letters D, F, I, Q, U and V are in no prefix, O is not its second letter, and a few pairs
/// are never given out. Small letters count too, but not where spaces
/// make words of them: "at 10 20 30 a".
struct NationalInsuranceRule: IdentifierRule {
  let kind = IdentifierKind.nationalInsuranceNumber
  let begins: TextPieces.Sort = .word

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    guard text.length(at: index) == 2, text.isLoose(before: index),
      text.isDigits(at: index + 1) || text.isDigits(at: index + 2),
      Self.isPrefix(text.written(at: index).uppercased()),
      let suffix = Self.suffix(after: index, in: text), text.isLoose(after: suffix + 1)
    else { return nil }
    let letters = text.written(at: index) + text.written(at: suffix)
    let isNoWord = text.isDigits(at: index + 1) || !letters.hasSuffix("a")
    guard letters == letters.uppercased() || isNoWord && letters == letters.lowercased() else {
      return nil
    }
    return IdentifierMatch(pieces: index..<suffix + 1)
  }

  private static func isPrefix(_ letters: String) -> Bool {
    let pair = Array(letters.utf8)
    guard pair.count == 2, pair.allSatisfy({ 0x41...0x5A ~= $0 }) else { return false }
    return !"DFIQUV".utf8.contains(pair[0]) && !"DFIOQUV".utf8.contains(pair[1])
      && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(letters)
  }

  /// Where the last letter is, after six digits in pairs.
  private static func suffix(after prefix: Int, in text: TextPieces) -> Int? {
    var next = text.afterGap(at: prefix + 1, also: ["-"]) ?? prefix + 1
    var count = 0
    while count < 6 {
      let digits = text.digits(at: next).count
      guard digits > 0, digits % 2 == 0 else { return nil }
      count += digits
      next = text.afterGap(at: next + 1, also: ["-"]) ?? next + 1
    }
    let isLetter = ["A", "B", "C", "D"].contains(text.written(at: next).uppercased())
    return count == 6 && isLetter ? next : nil
  }
}
