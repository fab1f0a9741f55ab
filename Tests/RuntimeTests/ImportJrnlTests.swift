import Foundation
import Practice
import Testing

@testable import AlongsideRuntime

/// Fixtures were written by jrnl 4.6 itself.
@Suite struct ImportJrnlTests {
  private let london = "Europe/London"

  static func fixture(_ name: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }

  private func read(_ text: String) -> ImportReading {
    Import.jrnl(Array(text.utf8), zone: london)
  }

  @Test func readsWhatJrnlWrote() throws {
    let reading = Import.jrnl(try Self.fixture("jrnl.txt"), zone: london)
    let entries = reading.entries.map(\.entry)
    #expect(reading.problems.isEmpty)
    #expect(entries.count == 7)
    #expect(entries[0].title == "Sat by the river.")
    #expect(entries[0].text == "Thought about @hope and what helps.")
    #expect(entries[0].tags == ["hope"])
    #expect(entries[0].written.iso8601 == "2026-01-02T10:00:00.000+00:00")
    #expect(entries[0].written.zone == london)
    #expect(entries[2].title == "Warm evening")
    #expect(
      entries[2].text == "Two lines\n  kept with their indent\n\nand a paragraph #garden @Hope.")
    #expect(entries[2].tags == ["garden", "hope", "starred"])
    #expect(entries[2].written.iso8601 == "2026-07-14T22:05:00.000+01:00")
    #expect(entries[4].text == "A tab\there.")
    #expect(entries[6].written.day.description == "2020-01-01")
  }

  @Test func notesWhatMayBeNoEntryAndClocksThatChanged() throws {
    let notes = Import.jrnl(try Self.fixture("jrnl.txt"), zone: london).notes
    #expect(
      notes.map(\.place)
        == ["entry 2, line 4", "entry 4, line 13", "entry 7, line 19"])
    #expect(notes[0].what.contains("never was"))
    #expect(notes[1].what.contains("came twice"))
    #expect(notes[2].what.contains("looks like a date"))
  }

  @Test func bothFormsMakeTheSameEntries() throws {
    let text = Import.jrnl(try Self.fixture("jrnl.txt"), zone: london).entries
    let json = Import.jrnl(try Self.fixture("jrnl.json"), zone: london).entries
    #expect(json.count == 7)
    #expect(Set(text.map(\.identity)) == Set(json.map(\.identity)))
    for one in json {
      let other = try #require(text.first { $0.identity == one.identity })
      #expect(other.entry == one.entry)
    }
  }

  @Test func readsSecondsAndHalvesOfTheDay() throws {
    let entries = Import.jrnl(try Self.fixture("jrnl-seconds.txt"), zone: "UTC").entries
    #expect(entries.map(\.entry.written.iso8601) == ["2026-02-03T15:04:05.000+00:00"])
    #expect(read("[2026-02-03 12:05 AM] x").entries[0].entry.written.hour == 0)
    #expect(read("[2026-02-03 12:05 pm] x").entries[0].entry.written.hour == 12)
  }

  @Test func namesABadDateAndBringsInTheRest() {
    let reading = read("[2026-02-31 10:00] a secret\nbody\n\n[2026-03-01 10:00] b\n")
    #expect(reading.entries.map(\.entry.title) == ["b"])
    #expect(reading.problems.map(\.place) == ["entry 1, line 1"])
    #expect(!reading.problems[0].what.contains("secret"))
  }

  @Test func readsLineEndsAndMarksOfOtherSystems() {
    let reading = read("\u{FEFF}[2026-01-02 10:00] One. Two\r\nthree\r\n\r\n[2026-01-03 10:00] b")
    #expect(reading.entries.map(\.entry.title) == ["One.", "b"])
    #expect(reading.entries[0].entry.text == "Two\nthree")
    #expect(reading.notes.isEmpty)
  }

  @Test func refusesOneEntryThatIsNoText() {
    let bytes =
      Array("[2026-01-02 10:00] a\nb".utf8) + [0xFF, 0xFE]
      + Array("\n\n[2026-01-03 10:00] c\n".utf8)
    let reading = Import.jrnl(bytes, zone: "UTC")
    #expect(reading.entries.map(\.entry.title) == ["c"])
    #expect(reading.problems == [ImportProblem(place: "entry 1, line 1", what: SourceText.notText)])
  }

  @Test func keepsTwoThatAreTheSame() {
    let text = "[2026-01-02 10:00] ok\n\n[2026-01-02 10:00] ok\n"
    let (first, again) = (read(text), read(text))
    #expect(Set(first.entries.map(\.identity)).count == 2)
    #expect(first.entries.map(\.identity) == again.entries.map(\.identity))
  }

  @Test func saysWhatIsNoJournal() {
    #expect(read("dear diary\nwords").problems.count == 1)
    #expect(read("JRNLv3\u{1}\u{2}").problems[0].what.contains("locked"))
    #expect(read("").problems.isEmpty)
    let stray = read("words\n[2026-01-02 10:00] a")
    #expect(stray.entries.count == 1)
    #expect(stray.problems.count == 1)
    #expect(read("[x] done\n[2026-01-02 10:00] a\n[x] done").entries[0].entry.text == "[x] done")
  }

  @Test func keepsALongFirstLineInTheText() {
    let long = String(repeating: "word ", count: 60) + "end"
    let entry = read("[2026-01-02 10:00] \(long)\nmore").entries[0].entry
    #expect(entry.title == nil)
    #expect(entry.text == "\(long)\nmore")
  }

  @Test func readsJSONAroundABrokenEntry() {
    let good =
      #"{"title":"a","body":"b","date":"2026-01-02","time":"10:00","tags":["@x"],"#
      + #""starred":true,"mood":3}"#
    let bad = #"{"title":"a","body":"b","date":"2026-13-02","time":"10:00"}"#
    let reading = read(#"{"tags":{"entries":1},"entries":[\#(good),\#(bad),{"body":1},\#(good)]}"#)
    #expect(reading.entries.count == 2)
    #expect(reading.entries[0].entry.tags == ["x", "starred"])
    #expect(reading.problems.map(\.place) == ["entry 2, line 1", "entry 3, line 1"])
    #expect(reading.leftOut == ["key `mood`": 2])
    #expect(read("{}").problems.count == 1)
    #expect(read(#"{"entries":["#).problems.count == 1)
  }

  @Test func readsManyInALine() {
    let text = (0..<20_000).map { "[2026-01-02 10:00] Entry \($0).\nSome words.\n\n" }.joined()
    #expect(read(text).entries.count == 20_000)
  }
}
