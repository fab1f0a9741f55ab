package import Practice

/// Days in words.
package enum DayWords {
  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// How many days a sentence names: the latest.
  static let limit = 6

  /// `3 March, 9 March and 2 April 2026`: each year is said once, after its last day.
  ///
  /// Of many days the latest are named, with "and on 12 earlier days" after them.
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
    let rest = earlier > 0 ? ", and on \(earlier) earlier days" : ""
    return joined(words) + rest
  }

  /// `3 March`.
  static func dayAndMonth(_ day: Day) -> String { "\(day.day) \(months[day.month - 1])" }

  /// `3 March 2026`.
  static func full(_ day: Day) -> String { "\(dayAndMonth(day)) \(day.year)" }

  private static func joined(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}
