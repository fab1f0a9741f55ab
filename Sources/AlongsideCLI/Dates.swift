internal import AlongsideRuntime
internal import Practice

/// Days and times as people read them.
enum Dates {
  /// "Sunday 22 November 2026, 14:05", as it was where it was written.
  static func long(_ moment: Moment) -> String { DayWords.long(moment) }

  /// "2026-11-22 14:05", as it was where it was written.
  static func short(_ moment: Moment) -> String { "\(moment.day) \(DayWords.time(moment))" }

  /// A moment that came without a zone.
  static func text(milliseconds: Int64) -> String {
    short(Moment(utcMilliseconds: milliseconds, offset: 0, zone: "UTC")) + " UTC"
  }
}
