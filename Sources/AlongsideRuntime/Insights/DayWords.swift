package import Practice

/// Days in words.
package enum DayWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `22 November 2026`.
  static func day(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.year)" }

  /// `Sunday 22 November 2026`.
  package static func long(_ day: Day) -> String { "\(day.weekday.name) \(Self.day(day))" }

  /// `Sunday 22 November 2026, 14:05`, as it was where it was written.
  package static func long(_ moment: Moment) -> String { "\(long(moment.day)), \(time(moment))" }

  /// `14:05`, as the clock on the wall showed it.
  package static func time(_ moment: Moment) -> String {
    [moment.hour, moment.minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  /// How many days a sentence names: the latest.
  static let limit = 6

  /// `3 March, 9 March and 2 April 2026`: each year is said once, after its last day.
  ///
  /// Of many days the latest are named, with "and on earlier days" after them.
  ///
  /// - Parameter days: in order; at least one.
  package static func list(_ days: [Day]) -> String {
    // Leaving out a single day would save no words.
    let earlier = days.count > limit + 1 ? days.count - limit : 0
    let named = Array(days.dropFirst(earlier))
    let words = named.indices.map { index in
      let isLast = index + 1 == named.count || named[index + 1].year != named[index].year
      return dayAndMonth(named[index]) + (isLast ? " \(named[index].year)" : "")
    }
    let rest = earlier > 0 ? ", and on earlier days" : ""
    return joined(words) + rest
  }

  /// `3 March`.
  static func dayAndMonth(_ day: Day) -> String { "\(day.day) \(months[day.month - 1])" }

  private static func joined(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
