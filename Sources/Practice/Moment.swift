/// An instant, together with the clock and the place it was lived by.
///
/// Instants from 0001-01-02 to 9999-12-30 (UTC) can be held, and offsets of less than a day; what
/// lies beyond is brought to the nearest of these.
package struct Moment: Sendable, Hashable, Comparable {
  /// Milliseconds since 1970-01-01 00:00 UTC, without leap seconds.
  package let utcMilliseconds: Int64
  /// Seconds that the clock on the wall was ahead of UTC.
  package let offset: Int
  /// The zone's name, as `Europe/London`.
  package let zone: String

  package init(utcMilliseconds: Int64, offset: Int, zone: String) {
    self.utcMilliseconds = min(max(utcMilliseconds, Self.reach.lowerBound), Self.reach.upperBound)
    self.offset = min(max(offset, -86_399), 86_399)
    self.zone = zone
  }

  /// The day as lived where it was written.
  package var day: Day { wall(offset: offset).day }
  /// The hour as lived, 0 to 23.
  package var hour: Int { wall(offset: offset).millisecond / 3_600_000 }
  /// The minute as lived, 0 to 59.
  package var minute: Int { wall(offset: offset).millisecond / 60_000 % 60 }

  /// Earlier first.
  ///
  /// Where the instants are the same, offset and zone decide.
  package static func < (a: Moment, b: Moment) -> Bool {
    (a.utcMilliseconds, a.offset, a.zone) < (b.utcMilliseconds, b.offset, b.zone)
  }

  /// What calendar and clock show, so many seconds ahead of UTC.
  func wall(offset: Int) -> (day: Day, millisecond: Int) {
    let local = Int(utcMilliseconds) + offset * 1000
    let millisecond = (local % Self.dayLength + Self.dayLength) % Self.dayLength
    let days = (local - millisecond) / Self.dayLength
    // Always in reach: the init keeps a day's distance from either end.
    return (Day(nearestTo: days), millisecond)
  }

  static let dayLength = 86_400_000
  static let reach =
    Int64(Day.reach.lowerBound + 1) * Int64(dayLength)...Int64(Day.reach.upperBound)
    * Int64(dayLength) - 1
}
