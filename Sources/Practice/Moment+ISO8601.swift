extension Moment {
  /// ISO 8601 with milliseconds and offset: `2026-11-22T13:49:31.120+00:00`.
  ///
  /// The offset is shown in whole minutes, as ISO 8601 has it, and the time with it, so that the
  /// instant is exact even where a zone was once some seconds off.
  package var iso8601: String {
    let minutes = offset / 60
    let (day, millisecond) = wall(offset: minutes * 60)
    let time = [
      Digits.padded(millisecond / 3_600_000, 2), Digits.padded(millisecond / 60_000 % 60, 2),
      Digits.padded(millisecond / 1000 % 60, 2),
    ].joined(separator: ":")
    let fraction = Digits.padded(millisecond % 1000, 3)
    return "\(day)T\(time).\(fraction)\(Self.signed(minutes))"
  }

  /// Reads what `iso8601` writes, and `Z` for the offset, and seconds with fewer or more digits
  /// after the point (up to nine; beyond milliseconds they are dropped) or none.
  ///
  /// Without a zone's name the offset stands for it, or `UTC` where it is zero. Nil for anything
  /// else, and for an instant that cannot be held: what is read is never altered.
  package init?(iso8601 text: String, zone: String? = nil) {
    var digits = Digits(text)
    guard let day = Day(&digits), digits.take("T"), let time = Self.time(&digits),
      let offset = Self.offset(&digits), digits.isAtEnd
    else { return nil }
    let local = Int64(day.daysSince1970) * Int64(Self.dayLength) + Int64(time)
    let instant = local - Int64(offset) * 1000
    guard Self.reach.contains(instant) else { return nil }
    let name = zone ?? (offset == 0 ? "UTC" : Self.signed(offset / 60))
    self.init(utcMilliseconds: instant, offset: offset, zone: name)
  }

  /// Written as `+01:00`.
  private static func signed(_ minutes: Int) -> String {
    let size = abs(minutes)
    return (minutes < 0 ? "-" : "+") + Digits.padded(size / 60, 2) + ":"
      + Digits.padded(size % 60, 2)
  }

  /// Milliseconds of the day, from `HH:MM:SS` and perhaps a fraction.
  private static func time(_ digits: inout Digits) -> Int? {
    guard let hour = digits.number(of: 2), hour < 24, digits.take(":"),
      let minute = digits.number(of: 2), minute < 60, digits.take(":"),
      let second = digits.number(of: 2), second < 60
    else { return nil }
    var millisecond = 0
    if digits.take(".") {
      guard var (value, count) = digits.number() else { return nil }
      while count < 3 { (value, count) = (value * 10, count + 1) }
      while count > 3 { (value, count) = (value / 10, count - 1) }
      millisecond = value
    }
    return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
  }

  /// Seconds ahead of UTC, from `Z`, `+HH:MM` or `-HH:MM`.
  private static func offset(_ digits: inout Digits) -> Int? {
    if digits.take("Z") { return 0 }
    let isAhead = digits.take("+")
    guard isAhead || digits.take("-"), let hour = digits.number(of: 2), hour < 24,
      digits.take(":"), let minute = digits.number(of: 2), minute < 60
    else { return nil }
    return (isAhead ? 1 : -1) * (hour * 60 + minute) * 60
  }
}
