import Practice
import Testing

@testable import AlongsideRuntime

@Suite struct ImportMarkdownTests {
  private let fallback = Moment(
    utcMilliseconds: 1_784_000_000_000, offset: 3600, zone: "Europe/London")

  private func read(_ text: String, _ path: String = "notes/a walk.md") -> ImportReading {
    Import.markdown(Array(text.utf8), path: path, fallback: fallback)
  }

  @Test func readsTheLinesOfOtherPrograms() throws {
    let reading = read(
      """
      ---
      title: 'It''s a walk' # kept
      date: 2026-07-02 10:30:00 +0100
      tags: [evening, "out, doors", #x]
      aliases:
        - one
      nested:
        deep: 1
      ---

      Words with #hope and a # sign.

      """)
    let entry = try #require(reading.entries.first).entry
    #expect(entry.title == "It's a walk")
    #expect(entry.written.iso8601 == "2026-07-02T10:30:00.000+01:00")
    #expect(entry.written.zone == "Europe/London")
    #expect(entry.tags == ["evening", "out, doors", "x", "hope"])
    #expect(entry.text == "Words with #hope and a # sign.")
    #expect(reading.leftOut == ["key `aliases`": 1, "key `nested`": 1])
    #expect(reading.notes.isEmpty)
  }

  @Test(arguments: [
    ("date: 2026-01-02", "x.md", "2026-01-02T12:00:00.000+00:00", 1),
    ("date: \"2026-01-02T09:00:00Z\"", "x.md", "2026-01-02T09:00:00.000+00:00", 0),
    ("date: 2026-07-02T09:00:00-05:00", "x.md", "2026-07-02T09:00:00.000-05:00", 0),
    ("created: 2026-07-02T09:00", "x.md", "2026-07-02T09:00:00.000+01:00", 0),
    ("date: 2026-02-31", "2026-01-05-x.md", "2026-01-05T12:00:00.000+00:00", 2),
    ("tags: a", "in/2026-01-05.md", "2026-01-05T12:00:00.000+00:00", 1),
    ("tags: a", "2026-13-05.md", "2026-07-14T04:33:20.000+01:00", 1),
  ])
  func findsADate(line: String, path: String, written: String, notes: Int) {
    let reading = read("---\n\(line)\n---\nwords", path)
    #expect(reading.entries.map(\.entry.written.iso8601) == [written])
    #expect(reading.notes.count == notes)
    #expect(reading.notes.allSatisfy { $0.place == path })
  }

  @Test(arguments: [
    ("# A day\n\nwords", "A day", "words"), ("words", "a walk", "words"),
    ("---\ntitle: A day\n---\n# A day\nwords", "A day", "words"),
    ("---\ntitle: A day\n---\n# Other\nwords", "A day", "# Other\nwords"),
    ("---\r\ntitle: A day\r\n---\r\none\r\ntwo\r\n", "A day", "one\ntwo"),
    ("\u{FEFF}# A day\nwords", "A day", "words"),
    ("---\nnot closed\nwords", "a walk", "---\nnot closed\nwords"),
  ])
  func findsATitle(text: String, title: String, words: String) {
    let entry = read(text).entries.first?.entry
    #expect(entry?.title == title)
    #expect(entry?.text == words)
  }

  @Test func readsListsOfLines() {
    let entry = read("---\ntags:\n  - one\n- \"#two\"\n---\nx").entries.first?.entry
    #expect(entry?.tags == ["one", "two"])
    #expect(read("---\ntags: one two\n---\nx").entries.first?.entry.tags == ["one", "two"])
  }

  @Test func saysWhatIsNoTextAndWhatIsEmpty() {
    let reading = Import.markdown([0x61, 0xFF], path: "a.md", fallback: fallback)
    #expect(reading.problems == [ImportProblem(place: "a.md", what: SourceText.notText)])
    #expect(read("\n \n").leftOut == ["files without words": 1])
    #expect(read("a\u{1B}[31mb").notes.map(\.what).contains(SourceText.controls))
  }

  @Test func knowsTheSameFileAgain() {
    let (one, two) = (read("words").entries[0], read("words", "moved/a walk.md").entries[0])
    #expect(one.identity == two.identity)
    #expect(one.identity != read("words!").entries[0].identity)
  }

  @Test func namesABadDateOfOurOwn() {
    let text = "---\nid: \"aaaabbbbccccd\"\nkind: page\nwritten: \"2026-02-31\"\n---\n\nx\n"
    #expect(read(text).problems.map(\.what).first?.contains("`written`") == true)
  }
}
