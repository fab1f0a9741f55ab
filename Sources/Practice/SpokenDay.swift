/// A day in the words that people use for it, counted from today: `tomorrow`, `next Friday`.
///
/// A weekday by itself is no day yet: after "Friday" nobody can tell last week's from this one's.
package enum SpokenDay: Sendable, Hashable {
  case day(Day)
  /// A weekday without `last` or `next`: the one before today, and the one after it.
  case either(last: Day, next: Day)

  /// Reads `today`, `tomorrow`, `in 3 days`, `two weeks ago`, `next Friday`, or `YYYY-MM-DD`.
  ///
  /// "Next Friday" is the first Friday after today, and "last Friday" the nearest before it. Capitals
  /// and blanks mean nothing. Returns `nil` if the words name no day of the years 1 to 9999.
  package init?(_ words: some StringProtocol, today: Day) {
    let parts = words.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    if let day = Self.named(parts, today) ?? Self.counted(parts, today) {
      self = .day(day)
    } else if parts.count <= 2, let last = parts.last, let weekday = Day.Weekday(named: last),
      parts.count == 1 || parts[0] == "on",
      let before = today.nearest(weekday, from: -7), let after = today.nearest(weekday, from: 1)
    {
      self = .either(last: before, next: after)
    } else {
      return nil
    }
  }

  private static func named(_ parts: [String], _ today: Day) -> Day? {
    switch parts {
    case ["today"]: return today
    case ["tomorrow"]: return today.advanced(by: 1)
    case ["yesterday"]: return today.dayBefore
    case ["the", "day", "after", "tomorrow"], ["day", "after", "tomorrow"]:
      return today.advanced(by: 2)
    case ["the", "day", "before", "yesterday"], ["day", "before", "yesterday"]:
      return today.advanced(by: -2)
    case ["next", "week"]: return today.advanced(by: 7)
    case ["last", "week"]: return today.advanced(by: -7)
    default: break
    }
    if parts.count == 2, let weekday = Day.Weekday(named: parts[1]) {
      switch parts[0] {
      case "next": return today.nearest(weekday, from: 1)
      case "last": return today.nearest(weekday, from: -7)
      case "this": return today.nearest(weekday, from: 0)
      default: return nil
      }
    }
    return parts.count == 1 ? Day(parts[0]) : nil
  }

  /// `in 3 days`, `in a week`, `2 weeks ago`.
  private static func counted(_ parts: [String], _ today: Day) -> Day? {
    guard parts.count == 3 else { return nil }
    let isAhead = parts[0] == "in"
    guard isAhead || parts[2] == "ago" else { return nil }
    let (count, unit) = isAhead ? (parts[1], parts[2]) : (parts[0], parts[1])
    guard let number = Self.number(count), let length = days[unit] else { return nil }
    return today.advanced(by: (isAhead ? 1 : -1) * number * length)
  }

  private static let days = ["day": 1, "days": 1, "week": 7, "weeks": 7]

  private static func number(_ word: String) -> Int? {
    if word == "a" || word == "an" { return 1 }
    if let index = numbers.firstIndex(of: word) { return index + 1 }
    guard word.utf8.count <= 4, word.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    return Int(word)
  }

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
}

extension Day.Weekday {
  /// Reads `friday` or its first three letters, in small letters.
  fileprivate init?(named word: String) {
    let found = Self.allCases.first {
      let name = $0.name.lowercased()
      return word == name || word == name.prefix(3)
    }
    guard let found else { return nil }
    self = found
  }
}

extension Day {
  /// The first day with this weekday, counting from `days` days after this one.
  fileprivate func nearest(_ weekday: Weekday, from days: Int) -> Day? {
    guard let start = advanced(by: days) else { return nil }
    return start.advanced(by: (weekday.rawValue - start.weekday.rawValue + 7) % 7)
  }
}
