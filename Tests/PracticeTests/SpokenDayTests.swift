import Practice
import Testing

/// Days in words, counted from Friday 27 November 2026.
@Suite struct SpokenDayTests {
  let today: Day

  init() throws {
    today = try #require(Day("2026-11-27"))
  }

  @Test(arguments: [
    ("today", "2026-11-27"), ("Tomorrow", "2026-11-28"), ("  yesterday ", "2026-11-26"),
    ("the day after tomorrow", "2026-11-29"), ("day before yesterday", "2026-11-25"),
    ("next friday", "2026-12-04"), ("next Fri", "2026-12-04"), ("this friday", "2026-11-27"),
    ("last friday", "2026-11-20"), ("next saturday", "2026-11-28"), ("next thursday", "2026-12-03"),
    ("this monday", "2026-11-30"), ("last saturday", "2026-11-21"), ("next week", "2026-12-04"),
    ("last week", "2026-11-20"), ("in 3 days", "2026-11-30"), ("in a week", "2026-12-04"),
    ("in two weeks", "2026-12-11"), ("in  35  days", "2027-01-01"), ("2 weeks ago", "2026-11-13"),
    ("a day ago", "2026-11-26"), ("2027-03-01", "2027-03-01"),
  ])
  func namesADay(words: String, day: String) throws {
    #expect(SpokenDay(words, today: today) == .day(try #require(Day(day))))
  }

  @Test(arguments: ["friday", "on Friday", "FRI"])
  func aWeekdayAloneIsEither(words: String) throws {
    let last = try #require(Day("2026-11-20"))
    let next = try #require(Day("2026-12-04"))
    #expect(SpokenDay(words, today: today) == .either(last: last, next: next))
  }

  @Test(arguments: [
    "", "soon", "next", "in days", "in three", "next next friday", "friday next", "in -3 days",
    "in 99999 days", "3 days", "2026-02-30", "on the friday", "in 9999 weeks ago",
  ])
  func otherWordsNameNoDay(words: String) {
    #expect(SpokenDay(words, today: today) == nil)
  }

  /// Wherever the week begins, the next and the last of a name are one to seven days away.
  @Test func everyWeekdayIsWithinAWeek() throws {
    for offset in 0..<14 {
      let today = try #require(self.today.advanced(by: offset))
      for weekday in Day.Weekday.allCases {
        guard case .either(let last, let next)? = SpokenDay(weekday.name, today: today) else {
          Issue.record("\(weekday) of \(today)")
          continue
        }
        #expect(last.weekday == weekday && next.weekday == weekday)
        #expect((1...7).contains(today.daysSince1970 - last.daysSince1970))
        #expect((1...7).contains(next.daysSince1970 - today.daysSince1970))
      }
    }
  }

  @Test func atTheEndsOfTheCalendarNothingIsInvented() throws {
    #expect(SpokenDay("tomorrow", today: try #require(Day("9999-12-31"))) == nil)
    #expect(SpokenDay("friday", today: try #require(Day("0001-01-02"))) == nil)
  }
}
