import Practice
import Testing

@Suite struct MomentTests {
  /// What is read is read exactly or not at all.
  @Test(arguments: [
    ("0001-01-01T00:00:00.000+00:00", false), ("0001-01-02T00:00:00.000+00:00", true),
    ("0001-01-02T00:00:00.000+14:00", false), ("9999-12-31T00:00:00.000+00:00", false),
    ("9999-12-30T23:59:59.999+00:00", true), ("9999-12-30T12:00:00.000-12:00", false),
  ])
  func instantsBeyondReachAreNotBroughtNearer(text: String, isHeld: Bool) {
    #expect(Moment(iso8601: text)?.iso8601 == (isHeld ? text : nil))
  }

  @Test(
    arguments: [
      (0, 0, "1970-01-01T00:00:00.000+00:00"), (-1, 0, "1969-12-31T23:59:59.999+00:00"),
      (1_795_355_371_120, 0, "2026-11-22T13:49:31.120+00:00"),
      (1_795_355_371_120, 19_800, "2026-11-22T19:19:31.120+05:30"),
      (1_795_355_371_007, -12_600, "2026-11-22T10:19:31.007-03:30"),
      (1_795_390_200_000, 3600, "2026-11-23T00:30:00.000+01:00"),
      (0, -60, "1969-12-31T23:59:00.000-00:01"),
    ] as [(Int64, Int, String)])
  func writesAndReads(milliseconds: Int64, offset: Int, text: String) {
    let moment = Moment(utcMilliseconds: milliseconds, offset: offset, zone: "Here")
    #expect(moment.iso8601 == text)
    #expect(Moment(iso8601: text, zone: "Here") == moment)
  }

  @Test(
    arguments: [
      ("2026-11-22T13:49:31Z", 1_795_355_371_000, 0, "UTC"),
      ("2026-11-22T13:49:31.1+00:00", 1_795_355_371_100, 0, "UTC"),
      ("2026-11-22T13:49:31.123456789Z", 1_795_355_371_123, 0, "UTC"),
      ("2026-11-22T14:49:31+01:00", 1_795_355_371_000, 3600, "+01:00"),
      ("2026-11-22T13:49:31-00:00", 1_795_355_371_000, 0, "UTC"),
    ] as [(String, Int64, Int, String)])
  func readsOtherForms(text: String, milliseconds: Int64, offset: Int, zone: String) {
    #expect(
      Moment(iso8601: text)
        == Moment(utcMilliseconds: milliseconds, offset: offset, zone: zone))
  }

  @Test(arguments: [
    "", "2026-11-22", "2026-11-22T13:49:31", "2026-11-22 13:49:31Z", "2026-11-22T24:00:00Z",
    "2026-11-22T13:60:00Z", "2026-11-22T13:49:60Z", "2026-02-29T13:49:31Z",
    "2026-11-22T13:49:31.Z", "2026-11-22T13:49:31.1234567890Z", "2026-11-22T13:49:31+0100",
    "2026-11-22T13:49:31+24:00", "2026-11-22T13:49:31+01:60", "2026-11-22T13:49:31ZZ",
    "2026-11-22T13:49:31Z ", "2026-11-22t13:49:31z", "2026-11-22T13:49Z",
  ])
  func readsNothingElse(text: String) {
    #expect(Moment(iso8601: text) == nil)
  }

  @Test func isLivedWhereItWasWritten() {
    let moment = Moment(utcMilliseconds: 1_795_390_200_000, offset: 3600, zone: "Europe/Paris")
    #expect(moment.day == Day("2026-11-23"))
    #expect(moment.hour == 0)
    #expect(moment.minute == 30)
    let earlier = Moment(utcMilliseconds: -1, offset: -3600, zone: "Somewhere")
    #expect(earlier.day == Day("1969-12-31"))
    #expect(earlier.hour == 22)
    #expect(earlier.minute == 59)
  }

  @Test func anOffsetWithSecondsKeepsTheInstant() {
    let moment = Moment(utcMilliseconds: 0, offset: -75, zone: "Europe/London")
    #expect(moment.iso8601 == "1969-12-31T23:59:00.000-00:01")
    #expect(Moment(iso8601: moment.iso8601)?.utcMilliseconds == 0)
  }

  @Test(arguments: [Int64.min, .max], [Int.min, .max])
  func whatLiesBeyondIsBroughtNear(milliseconds: Int64, offset: Int) {
    let moment = Moment(utcMilliseconds: milliseconds, offset: offset, zone: "Far")
    #expect(Moment(iso8601: moment.iso8601)?.utcMilliseconds == moment.utcMilliseconds)
    #expect((1...9999).contains(moment.day.year))
    #expect((0...23).contains(moment.hour))
  }

  @Test func comesInTheOrderOfInstants() {
    let first = Moment(utcMilliseconds: 1, offset: 3600, zone: "B")
    let second = Moment(utcMilliseconds: 2, offset: 0, zone: "A")
    #expect(first < second)
    #expect(!(second < first))
  }
}
