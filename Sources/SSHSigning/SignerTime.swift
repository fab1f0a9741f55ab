/// A second of UTC as allowed_signers writes it: `20281231Z`, `202812312359Z` or `20281231235959Z`.
///
/// ssh-keygen(1) takes a time without `Z` too, and reads it in the time zone of the machine it
/// runs on. Such a line would not mean the same to everyone, so the `Z` is required here. Days
/// and hours that no calendar has are refused; OpenSSH moves some of them to the next month.
package struct SignerTime: Sendable, Hashable, Comparable {
  /// Seconds since the beginning of 1970, UTC; from 0 to the end of the year 9999.
  package let seconds: Int64

  private static let daySeconds: Int64 = 86_400
  private static let last: Int64 = 253_402_300_799

  /// Takes seconds since 1970, or returns nil outside the years 1970 to 9999.
  package init?(seconds: Int64) {
    guard (0...Self.last).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  /// Reads 8, 12 or 14 digits and `Z`.
  ///
  /// - Throws: `SigningError.malformed`.
  package init(_ text: String) throws(SigningError) {
    try self.init(letters: Array(text.utf8))
  }

  init(letters: [UInt8]) throws(SigningError) {
    let digits = letters.dropLast()
    guard digits.allSatisfy({ (48...57).contains($0) }), [8, 12, 14].contains(digits.count) else {
      throw .malformed("a time is written as 20281231Z: year, month, day and Z")
    }
    guard letters.last == UInt8(ascii: "Z") else {
      throw .malformed("a time must end in Z (UTC), so that it means the same everywhere")
    }
    func part(_ start: Int, _ count: Int) -> Int64 {
      digits.dropFirst(start).prefix(count).reduce(0) { $0 * 10 + Int64($1 - 48) }
    }
    let (year, month, day) = (part(0, 4), part(4, 2), part(6, 2))
    let (hour, minute, second) = (part(8, 2), part(10, 2), part(12, 2))
    guard year >= 1970, (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year),
      hour < 24, minute < 60, second < 60
    else { throw .malformed("a time names a day or an hour that there is not") }
    let days = Self.daysBefore(year: year) + Self.daysBefore(month: month, of: year) + day - 1
    seconds = days * Self.daySeconds + hour * 3600 + minute * 60 + second
  }

  package static func < (one: SignerTime, other: SignerTime) -> Bool {
    one.seconds < other.seconds
  }

  /// As allowed_signers writes it: the day alone at midnight, else down to the second.
  package var text: String {
    let (year, month, day) = calendar
    let rest = seconds % Self.daySeconds
    let date = Self.padded(year, 4) + Self.padded(month, 2) + Self.padded(day, 2)
    guard rest > 0 else { return date + "Z" }
    return date + Self.padded(rest / 3600, 2) + Self.padded(rest / 60 % 60, 2)
      + Self.padded(rest % 60, 2) + "Z"
  }

  /// The day, in UTC, for a person to read: `2028-12-31`.
  package var date: String {
    let (year, month, day) = calendar
    return Self.padded(year, 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  private var calendar: (year: Int64, month: Int64, day: Int64) {
    var days = seconds / Self.daySeconds
    // A year is at least 365 days: this year is never too early by more than a few.
    var year = 1970 + days / 366
    while Self.daysBefore(year: year + 1) <= days { year += 1 }
    days -= Self.daysBefore(year: year)
    var month: Int64 = 1
    while days >= Self.days(in: month, of: year) {
      days -= Self.days(in: month, of: year)
      month += 1
    }
    return (year, month, days + 1)
  }

  /// Days from the beginning of 1970 to the beginning of `year`.
  private static func daysBefore(year: Int64) -> Int64 {
    let past = year - 1
    return (year - 1970) * 365 + (past / 4 - past / 100 + past / 400) - 477
  }

  private static func daysBefore(month: Int64, of year: Int64) -> Int64 {
    (1..<month).reduce(0) { $0 + days(in: $1, of: year) }
  }

  private static func days(in month: Int64, of year: Int64) -> Int64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return switch month {
    case 2: leap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
