/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
package struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The days of the week, numbered as in ISO 8601.
  package enum Weekday: Int, Sendable, Hashable, CaseIterable {
    case monday = 1, tuesday, wednesday, thursday, friday, saturday, sunday

    /// The name in English, with its capital.
    package var name: String {
      switch self {
      case .monday: "Monday"
      case .tuesday: "Tuesday"
      case .wednesday: "Wednesday"
      case .thursday: "Thursday"
      case .friday: "Friday"
      case .saturday: "Saturday"
      case .sunday: "Sunday"
      }
    }
  }

  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil unless there is such a day.
  package init?(year: Int, month: Int, day: Int) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1 else { return nil }
    guard day <= Self.length(ofMonth: month, year: year) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, ten ASCII characters exactly; nil for anything else.
  package init?(_ text: some StringProtocol) {
    var digits = Digits(text)
    self.init(&digits)
    guard digits.isAtEnd else { return nil }
  }

  /// Takes `YYYY-MM-DD` and leaves what comes after it.
  init?(_ digits: inout Digits) {
    guard let year = digits.number(of: 4), digits.take("-"), let month = digits.number(of: 2),
      digits.take("-"), let day = digits.number(of: 2)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days after 1970-01-01; nil outside the years 1 to 9999.
  package init?(daysSince1970 days: Int) {
    guard Self.reach ~= days else { return nil }
    self.init(nearestTo: days)
  }

  /// The day so many days after 1970-01-01, or the first or last there is.
  init(nearestTo days: Int) {
    // Years are counted from March, so that the leap day comes last, in eras of 400 years.
    let shifted = min(max(days, Self.reach.lowerBound), Self.reach.upperBound) + 719_468
    let era = shifted / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * ofYear + 2) / 153
    self.month = march < 10 ? march + 3 : march - 9
    self.year = yearOfEra + era * 400 + (march < 10 ? 0 : 1)
    self.day = ofYear - (153 * march + 2) / 5 + 1
  }

  /// How many days after 1970-01-01 this is; negative before it.
  package var daysSince1970: Int {
    let year = month <= 2 ? year - 1 : year
    let march = month > 2 ? month - 3 : month + 9
    let ofYear = (153 * march + 2) / 5 + day - 1
    // The year 0 counted from March is the smallest there is, so plain division is enough.
    return 365 * year + year / 4 - year / 100 + year / 400 + ofYear - 719_468
  }

  package var weekday: Weekday {
    // 1970-01-01 was a Thursday; the sum is made positive before the remainder is taken.
    let index = (daysSince1970 + 3 + 7 * 200_000) % 7
    return Weekday.allCases[index]
  }

  /// The day before; nil before 0001-01-01.
  package var dayBefore: Day? { Day(daysSince1970: daysSince1970 - 1) }

  /// The day so many days later; nil outside the years 1 to 9999.
  package func advanced(by days: Int) -> Day? {
    let (sum, isTooFar) = daysSince1970.addingReportingOverflow(days)
    return isTooFar ? nil : Day(daysSince1970: sum)
  }

  /// `YYYY-MM-DD`.
  package var description: String {
    "\(Digits.padded(year, 4))-\(Digits.padded(month, 2))-\(Digits.padded(day, 2))"
  }

  package static func < (a: Day, b: Day) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// The days of the years 1 to 9999, counted from 1970-01-01.
  static let reach = -719_162...2_932_896

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
