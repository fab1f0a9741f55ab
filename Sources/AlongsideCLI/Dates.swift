internal import Practice

/// Days and times as people read them.
enum Dates {
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// "Sunday 22 November 2026, 14:05", as it was where it was written.
  static func long(_ moment: Moment) -> String {
    let day = moment.day
    let name = weekdays[day.weekday.rawValue - 1]
    return "\(name) \(day.day) \(months[day.month - 1]) \(day.year), \(time(moment))"
  }

  /// "2026-11-22 14:05", as it was where it was written.
  static func short(_ moment: Moment) -> String { "\(moment.day) \(time(moment))" }

  /// A moment that came without a zone.
  static func text(milliseconds: Int64) -> String {
    short(Moment(utcMilliseconds: milliseconds, offset: 0, zone: "UTC")) + " UTC"
  }

  private static func time(_ moment: Moment) -> String {
    "\(two(moment.hour)):\(two(moment.minute))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
