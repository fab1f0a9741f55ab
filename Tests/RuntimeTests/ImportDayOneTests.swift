import Practice
import Testing

@testable import AlongsideRuntime

@Suite struct ImportDayOneTests {
  private func read(_ entries: String) -> ImportReading {
    let json = #"{"metadata":{"version":"1.0"},"entries":[\#(entries)]}"#
    return Import.dayOne(Array(json.utf8), name: "Journal.json", zone: "Europe/London")
  }

  private static let whole = #"""
    {"uuid":"0F1E","creationDate":"2026-07-03T21:30:00Z","timeZone":"Pacific\/Auckland",
     "modifiedDate":"2026-07-04T00:00:00Z",
     "text":"# A walk\n\nIt was fine\\. I kept \\*this\\* \\- and `a\\.b`",
     "richText":"{\"contents\":[{\"text\":\"A walk\"}]}",
     "tags":["out doors","Evening"],"starred":true,"isPinned":false,
     "photos":[{"md5":"x"},{"md5":"y"}],"location":{"latitude":1.5,"x":{"starred":1}},
     "weather":{"code":"clear"},"duration":0,"creationDevice":"phone"}
    """#

  @Test func keepsWordsTimeAndZone() throws {
    let reading = read(Self.whole)
    let entry = try #require(reading.entries.first).entry
    #expect(reading.problems.isEmpty && reading.notes.isEmpty)
    #expect(entry.title == "A walk")
    #expect(entry.text == #"It was fine. I kept \*this\* - and `a\.b`"#)
    #expect(entry.tags == ["out doors", "Evening", "starred"])
    #expect(entry.written.iso8601 == "2026-07-04T09:30:00.000+12:00")
    #expect(entry.written.zone == "Pacific/Auckland")
    #expect(reading.entries[0].identity == Array("dayone\0\u{30}F1E".utf8))
  }

  @Test func countsWhatHasNoPlace() {
    #expect(
      read(Self.whole).leftOut == [
        "photos": 2, "locations": 1, "weather": 1, "dates of the last change": 1,
        "second copies with formatting": 1, "key `duration`": 1, "key `creationDevice`": 1,
      ])
  }

  @Test func readsFormattedWordsWhereThereAreNoOthers() {
    let rich = #""{\"contents\":[{\"text\":\"One\\n\"},{\"attributes\":{}},{\"text\":\"two\"}]}""#
    let reading = read(#"{"uuid":"A","creationDate":"2026-01-03T21:30:00Z","richText":\#(rich)}"#)
    #expect(reading.entries.map(\.entry.text) == ["One\ntwo"])
    #expect(reading.leftOut == ["formatting": 1])
    #expect(reading.notes.map(\.what) == ["it names no zone; the one given was taken"])
  }

  @Test(arguments: [
    #"{"uuid":"A","text":"secret"}"#,
    #"{"uuid":"A","creationDate":"2026-02-31T00:00:00Z","text":"secret"}"#,
    #"{"uuid":"A","creationDate":"2026-02-01T00:00:00Z","photos":[{}]}"#,
    #"{"uuid":"A","creationDate":7,"text":"secret"}"#,
  ])
  func namesWhatCannotBeRead(bad: String) {
    let reading = read("\(bad),\(Self.whole)")
    #expect(reading.entries.count == 1)
    #expect(reading.problems.map(\.place) == ["entry 1, line 1"])
    #expect(!reading.problems[0].what.contains("secret"))
  }

  @Test(arguments: [
    (#"a\."#, "a."), ("\\# b", "\\# b"), (#"\\."#, #"\\."#), (#"end\"#, #"end\"#),
    ("```\na\\.b\n```\nc\\.", "```\na\\.b\n```\nc."), (#"1\. one"#, "1. one"), ("é\\!", "é!"),
  ])
  func takesOutNeedlessBackslashes(text: String, plain: String) {
    #expect(DayOneText.plain(text) == plain)
  }
}
