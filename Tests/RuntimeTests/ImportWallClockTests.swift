import Practice
import Testing

@testable import AlongsideRuntime

@Suite struct ImportWallClockTests {
  @Test(arguments: [
    ("Europe/London", "2026-03-29", 0, 59, "2026-03-29T00:59:00.000+00:00", WallClock.Fit.once),
    ("Europe/London", "2026-03-29", 1, 30, "2026-03-29T02:30:00.000+01:00", .never),
    ("Europe/London", "2026-03-29", 2, 0, "2026-03-29T02:00:00.000+01:00", .once),
    ("Europe/London", "2026-10-25", 1, 30, "2026-10-25T01:30:00.000+01:00", .twice),
    ("Europe/London", "2026-10-25", 2, 0, "2026-10-25T02:00:00.000+00:00", .once),
    ("Europe/London", "2026-10-25", 0, 59, "2026-10-25T00:59:00.000+01:00", .once),
    ("America/New_York", "2026-11-01", 1, 0, "2026-11-01T01:00:00.000-04:00", .twice),
    ("Pacific/Auckland", "2026-07-01", 9, 0, "2026-07-01T09:00:00.000+12:00", .once),
    ("Asia/Kathmandu", "2026-07-01", 9, 0, "2026-07-01T09:00:00.000+05:45", .once),
    ("-03:30", "2026-07-01", 9, 0, "2026-07-01T09:00:00.000-03:30", .once),
    ("UTC", "2026-07-01", 9, 0, "2026-07-01T09:00:00.000+00:00", .once),
  ])
  func knowsSummerTime(
    zone: String, day: String, hour: Int, minute: Int, written: String, fit: WallClock.Fit
  ) throws {
    let clock = try #require(WallClock(zone))
    let found = clock.moment(try #require(Day(day)), millisecond: (hour * 60 + minute) * 60_000)
    #expect(found.moment.iso8601 == written)
    #expect(found.moment.zone == zone)
    #expect(found.fit == fit)
  }

  @Test func unknownZonesAreUTC() {
    #expect(WallClock("Nowhere/Land") == nil)
    let named = WallClock.named("Nowhere/Land")
    #expect(!named.isKnown && named.clock.name == "UTC")
  }

  @Test(arguments: [
    "", "2026", "2026-1", "2026-02-30", "2026-01-02x", "2026-01-02 ", "2026-01-02 25:00",
    "2026-01-02 10:60", "2026-01-02 13:00 pm", "2026-01-02 10:00 +1", "26-01-02", "２026-01-02",
    "2026-01/02", "2026-01-02 10:00:00.", "2026-01-02 10:00 noon",
  ])
  func refusesWhatIsNoDate(text: String) { #expect(DateWords(text) == nil) }

  @Test(arguments: ["2026-1-2", "2026/01/02", "2026-01-02T10:00", "2026-01-02 10:00:01.5 UTC"])
  func readsDates(text: String) { #expect(DateWords(text)?.day.description == "2026-01-02") }
}
