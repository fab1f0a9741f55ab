import Practice
import Testing

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
    ("2026-11-22", 20_779), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ("1600-02-29", -135_081), ("1900-02-28", -25_509),
  ])
  func countsDays(text: String, days: Int) throws {
    let day = try #require(Day(text))
    #expect(day.daysSince1970 == days)
    #expect(Day(daysSince1970: days) == day)
    #expect(day.description == text)
  }

  @Test(arguments: [
    "0001-01-01", "1897-12-31", "1968-02-01", "1998-12-31", "2097-12-31", "9994-01-01",
  ])
  func everyDayAroundACenturyFollowsTheOneBefore(century: String) throws {
    var day = try #require(Day(century))
    var weekday = day.weekday.rawValue
    for days in day.daysSince1970 + 1...day.daysSince1970 + 5 * 366 {
      let next = try #require(Day(daysSince1970: days))
      weekday = weekday % 7 + 1
      guard next > day, next.dayBefore == day, next.daysSince1970 == days,
        next.weekday.rawValue == weekday, Day(next.description) == next
      else {
        Issue.record("\(next) does not follow \(day)")
        return
      }
      day = next
    }
  }

  @Test(arguments: [
    "", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-01-00",
    "0000-01-01", "2026-1-1", "2026/01/01", "2026-01-01 ", " 2026-01-01", "2026-01-01T",
    "-026-01-01", "+026-01-01", "２０２６-01-01", "2026-01-1\u{301}",
  ])
  func thereIsNoSuchDay(text: String) {
    #expect(Day(text) == nil)
  }

  @Test func theCalendarEndsSomewhere() throws {
    #expect(try #require(Day("0001-01-01")).dayBefore == nil)
    #expect(Day(daysSince1970: 2_932_897) == nil)
    #expect(Day(daysSince1970: .min) == nil)
    let last = try #require(Day("9999-12-31"))
    #expect(last.advanced(by: 1) == nil)
    #expect(last.advanced(by: .max) == nil)
    #expect(last.advanced(by: -31)?.description == "9999-11-30")
  }

  @Test(arguments: [
    ("1970-01-01", Day.Weekday.thursday), ("2026-11-22", .sunday), ("0001-01-01", .monday),
    ("9999-12-31", .friday), ("2024-02-29", .thursday),
  ])
  func knowsTheWeekday(text: String, weekday: Day.Weekday) throws {
    #expect(try #require(Day(text)).weekday == weekday)
  }
}
