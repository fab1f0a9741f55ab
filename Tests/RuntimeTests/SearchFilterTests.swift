import Practice
import Testing

@testable import AlongsideRuntime

@Suite struct SearchFilterTests {
  private let entry: Entry = {
    // Half past midnight on 1 March where it was written; the day before in UTC.
    let written = Moment(
      utcMilliseconds: 1_772_321_400_000, offset: 3600, zone: "Europe/Paris")
    return Entry(
      id: "aaaabbbbccccd", kind: .reflection, written: written,
      prompt: PromptReference(id: "core/values-srn", sha256: "00"), tags: ["Café"],
      answers: [
        Answer(step: "a", ask: "?", state: .answered, value: .words("x"), item: "hope"),
        Answer(step: "a", ask: "?", state: .skipped, item: "mutuality"),
        Answer(step: "b", ask: "?", state: .answered, value: .words("experience")),
        Answer(step: "c", ask: "?", state: .answered, value: .ids(["time", "rules"])),
      ], revision: "aaaabbbbccccd")
  }()

  @Test func takesDaysAsLived() throws {
    let day = try #require(Day("2026-03-01"))
    let before = try #require(day.dayBefore)
    #expect(entry.written.day == day)
    #expect(SearchFilter(since: day, until: day).takes(entry))
    #expect(!SearchFilter(until: before).takes(entry))
    #expect(!SearchFilter(since: day.advanced(by: 1)).takes(card: entry))
  }

  @Test(arguments: [
    (SearchFilter(tag: "cafe"), true), (SearchFilter(tag: "caf"), false),
    (SearchFilter(prompt: "values-srn"), true), (SearchFilter(prompt: "core/values-srn"), true),
    (SearchFilter(prompt: "srn"), false), (SearchFilter(value: "Hope"), true),
    (SearchFilter(value: "experience"), true), (SearchFilter(value: "rules"), true),
    (SearchFilter(value: "mutuality"), false), (SearchFilter(value: "café"), true),
    (SearchFilter(value: "hop"), false), (SearchFilter(), true),
    (SearchFilter(tag: "cafe", value: "rest"), false),
  ])
  func takes(filter: SearchFilter, isTaken: Bool) throws {
    #expect(filter.takes(entry) == isTaken)
    let payload = try JSON.bytes(EntryJSON(entry))
    if isTaken { #expect(filter.sieve.mayMatch(payload: payload)) }
  }
}
