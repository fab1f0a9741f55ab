import Practice
import TestSupport
import Testing
import Vault

@testable import AlongsideRuntime

/// What one import may hold, and that what is too long costs only itself.
@Suite struct ImportLimitsTests {
  private static let now = Moment(utcMilliseconds: 1_784_000_000_000, offset: 0, zone: "UTC")
  private static let long = String(repeating: "a", count: Page.byteLimit + 1)

  private static func page(_ text: String, tags: [String] = []) -> Entry {
    Entry(id: "", kind: .page, written: now, tags: tags, text: text, revision: "")
  }

  @Test func anEntryHasTheLimitOfAPage() {
    var reading = ImportReading()
    reading.keep(Self.page("before"), identity: [1], at: "entry 1")
    reading.keep(Self.page(Self.long), identity: [2], at: "entry 2")
    reading.keep(Self.page(String(Self.long.dropLast())), identity: [3], at: "entry 3")
    #expect(reading.entries.map(\.place) == ["entry 1", "entry 3"])
    #expect(reading.problems == [ImportProblem(place: "entry 2", what: ImportLimits.tooLong)])
  }

  @Test func titleAndTagsHaveALimitOfTheirOwn() {
    let tags = (0..<150_000).map { "tag\($0)" }
    let reading = Import.markdown(
      Array("words \(tags.map { "#\($0)" }.joined(separator: " "))".utf8), path: "a.md",
      fallback: Self.now)
    #expect(reading.entries.isEmpty)
    #expect(reading.problems == [ImportProblem(place: "a.md", what: ImportLimits.longHeading)])
    #expect(reading.notes.isEmpty)
  }

  @Test func linesBetweenDashesHaveALimit() {
    let line = "- " + String(repeating: "a", count: 100) + "\n"
    let text = "---\ntags:\n" + String(repeating: line, count: 11_000) + "---\nwords"
    let reading = Import.markdown(Array(text.utf8), path: "a.md", fallback: Self.now)
    #expect(reading.problems == [ImportProblem(place: "a.md", what: ImportLimits.longFrontMatter)])
    // Lines that never end are words.
    let open = Import.markdown(Array(text.dropLast(9).utf8), path: "a.md", fallback: Self.now)
    #expect(open.entries.count == 1 && open.problems.isEmpty)
  }

  @Test func longListsComeInWhole() throws {
    let items = (0..<20_000).map { "- t\($0)\n" }.joined()
    let reading = Import.markdown(
      Array("---\ntags:\n\(items)---\nwords".utf8), path: "a.md", fallback: Self.now)
    #expect(try #require(reading.entries.first).entry.tags == (0..<20_000).map { "t\($0)" })
  }

  @Test func aLineOfJrnlThatIsTooLongCostsItsEntry() {
    let text =
      "[2026-01-01 10:00] one.\n[2026-01-02 10:00] \(Self.long)\nmore\n[2026-01-03 10:00] three."
    let reading = Import.jrnl(Array(text.utf8), zone: "UTC")
    #expect(reading.entries.map(\.entry.title) == ["one.", "three."])
    #expect(
      reading.problems == [ImportProblem(place: "entry 2, line 2", what: ImportLimits.tooLong)])
  }

  /// Text is cut into lines wherever the pieces of the file end.
  @Test(arguments: [1, 2, 3, 7, 64]) func jrnlIsReadInPieces(size: Int) {
    let text =
      "\u{FEFF}[2026-01-01 10:00] café.\r\nbody\r\n\r\n[2026-01-02 10:00] two. Sí\n\n\nlast"
    var rest = Array(text.utf8)[...]
    var reading = ImportReading()
    Import.jrnlText(zone: "UTC", into: &reading) {
      defer { rest = rest.dropFirst(size) }
      return rest.prefix(size)
    }
    #expect(reading.entries.map(\.entry.title) == ["café.", "two."])
    #expect(reading.entries.map(\.entry.text) == ["body", "Sí\nlast"])
  }

  @Test func entriesAreHandedOnInGroups() throws {
    var groups: [Int] = []
    var reading = ImportReading(handing: { groups.append($0.count) })
    for index in 0..<600 { reading.keep(Self.page("a"), identity: [1], at: "entry \(index)") }
    #expect(try reading.finished().entries.isEmpty)
    #expect(groups == [256, 256, 88])
  }

  @Test func moreEntriesThanTheLimitAreRefused() throws {
    var reading = ImportReading(handing: { _ in })
    for _ in 0...ImportLimits.entryCount { reading.refuse("entry", "broken") }
    #expect(reading.isOver)
    #expect {
      try reading.finished()
    } throws: {
      if case RuntimeError.tooManyEntries = $0 { true } else { false }
    }
  }

  @Test func lookingForTheFirstStopsThere() {
    var reading = ImportReading.untilFirst
    let text = (1...9).map { "[2026-01-0\($0) 10:00] a.\n" }.joined()
    var pieces = 0
    Import.jrnlText(zone: "UTC", into: &reading) {
      pieces += 1
      return Array(text.utf8).dropFirst((pieces - 1) * 24).prefix(24)
    }
    #expect(reading.entries.count < 3 && pieces < 5)
  }
}
