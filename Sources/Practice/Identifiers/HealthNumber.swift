/// The ten digits of a British health number, and the arithmetic on them.
///
/// The first nine digits are multiplied by 10 down to 2 and added up; the remainder of the division
/// by 11, taken from 11, is the tenth digit, with 11 standing for 0 and 10 for no number at all.
struct HealthNumber: Sendable, Hashable {
  private let digits: [Int]

  /// Takes the bytes of ten ASCII digits; nil for anything else.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 10, bytes.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    digits = bytes.map { Int($0) - 0x30 }
  }

  /// Whether the tenth digit is the check of the other nine.
  var passesCheck: Bool {
    let sum = zip(digits, (2...10).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let check = 11 - sum % 11
    return check != 10 && check % 11 == digits[9]
  }

  /// Whether all digits are the same, as people write to fill a form; such numbers pass the check.
  var isFiller: Bool { Set(digits).count == 1 }

  /// Whether it begins with a day of some year, as the numbers of Scotland do: DDMMYY.
  var beginsWithDate: Bool {
    let pair = { (index: Int) in digits[index] * 10 + digits[index + 1] }
    return [1900, 2000].contains {
      Day(year: $0 + pair(4), month: pair(2), day: pair(0)) != nil
    }
  }

  /// Whether it is from a range that is given out in England, Wales, the Isle of Man or Northern
  /// Ireland: 320-499 and 600-799 million.
  var isInIssuedRange: Bool {
    let millions = digits[0] * 100 + digits[1] * 10 + digits[2]
    return 320...499 ~= millions || 600...799 ~= millions
  }
}
