// The smaller FoundationEssentials knows no zone but GMT.
internal import Foundation
package import Practice

/// The clock on the wall of one zone, summer time included.
///
/// The rules come from the machine's own list of zones.
struct WallClock {
  /// How a time on the wall fits the zone.
  enum Fit: Equatable {
    /// There is one such time.
    case once
    /// The clocks went back: it came twice, and the first is meant.
    case twice
    /// The clocks went forward over it: it is read as that much later.
    case never

    /// What to say of it; nil where there is nothing to say.
    var note: String? {
      switch self {
      case .once: nil
      case .twice: "its time came twice, as the clocks went back; the first was taken"
      case .never: "its time never was, as the clocks went forward; it was taken as later"
      }
    }
  }

  private let rules: TimeZone
  /// The zone's name, as `Europe/London`.
  let name: String

  /// Nil for a zone that the machine has not heard of.
  init?(_ name: String) {
    let fixed = Moment(iso8601: "2000-01-01T00:00:00\(name)").flatMap {
      TimeZone(secondsFromGMT: $0.offset)
    }
    guard let rules = TimeZone(identifier: name) ?? fixed else { return nil }
    self.rules = rules
    self.name = name
  }

  static let unknown = "the zone given is not known here; UTC was taken"

  /// The clock of the zone, or that of UTC.
  static func named(_ name: String) -> (clock: WallClock, isKnown: Bool) {
    if let clock = WallClock(name) { return (clock, true) }
    return (WallClock(rules: .gmt, name: "UTC"), false)
  }

  private init(rules: TimeZone, name: String) {
    self.rules = rules
    self.name = name
  }

  /// The moment that was so many milliseconds after 1970-01-01 00:00 UTC.
  func moment(utcMilliseconds: Int64) -> Moment {
    let date = Date(timeIntervalSince1970: Double(utcMilliseconds) / 1000)
    return Moment(
      utcMilliseconds: utcMilliseconds, offset: rules.secondsFromGMT(for: date), zone: name)
  }

  /// The moment at which calendar and clock showed this.
  func moment(_ day: Day, millisecond: Int) -> (moment: Moment, fit: Fit) {
    let local = Int64(day.daysSince1970) * 86_400_000 + Int64(millisecond)
    // The offsets of the days around it: a zone changes its clocks once in such a time.
    let before = moment(utcMilliseconds: local - 86_400_000).offset
    let after = moment(utcMilliseconds: local + 86_400_000).offset
    let early = moment(utcMilliseconds: local - Int64(before) * 1000)
    guard before != after else { return (early, .once) }
    let late = moment(utcMilliseconds: local - Int64(after) * 1000)
    switch (early.offset == before, late.offset == after) {
    case (true, true): return (min(early, late), .twice)
    case (true, false): return (early, .once)
    case (false, true): return (late, .once)
    case (false, false): return (early, .never)
    }
  }

  /// The moment that date words name, at noon where they name no time.
  func moment(_ words: DateWords) -> (moment: Moment, fit: Fit) {
    let millisecond = words.millisecond ?? 43_200_000
    guard let offset = words.offset else { return moment(words.day, millisecond: millisecond) }
    let local = Int64(words.day.daysSince1970) * 86_400_000 + Int64(millisecond)
    let here = moment(utcMilliseconds: local - Int64(offset) * 1000)
    if here.offset == offset { return (here, .once) }
    // Written elsewhere: the offset is what is known of the zone, and it stands for it.
    let there = Moment(utcMilliseconds: here.utcMilliseconds, offset: offset, zone: "UTC")
    return (Moment(iso8601: there.iso8601) ?? there, .once)
  }
}

extension Import {
  /// A moment on the clock of a zone; of UTC where the zone is not known here.
  package static func moment(milliseconds: Int64, zone: String) -> Moment {
    WallClock.named(zone).clock.moment(utcMilliseconds: milliseconds)
  }
}
