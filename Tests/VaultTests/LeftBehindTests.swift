import Disk
import Foundation
import TestSupport
import Testing

@testable import Vault

/// What processes that were cut off, stopped or are still at work leave beside a journal.
@Suite struct LeftBehindTests {
  private let fixture: JournalFixture
  private let entry: ItemID

  init() throws {
    fixture = try JournalFixture()
    entry = try fixture.write(["rain", "sun"])[0].id
    try fixture.takeIn()
  }

  private func exists(_ name: String) -> Bool { fixture.scratch.exists(fixture.path(name)) }

  /// A change of keys that was killed leaves a whole journal: gone with the entry, whoever reads along.
  @Test func aHalfMadeJournalGoesWithTheEntry() throws {
    let journal = try fixture.open()
    let copy = try fixture.scratch.read(fixture.path("journal.db"))
    for name in [".abc.part", ".abc.part-journal"] {
      _ = try fixture.scratch.write(copy, to: fixture.path(name))
    }
    let reader = try FileLock(fixture.place.lock, .shared, waiting: false)
    try journal.erase(entry, now: JournalFixture.now)
    #expect(!exists(".abc.part") && !exists(".abc.part-journal"))
    #expect(!journal.hasRemains)
    withExtendedLifetime(reader) {}
  }

  @Test func aSmallFileThatIsBeingWrittenStays() throws {
    let journal = try fixture.open()
    _ = try fixture.scratch.write([], to: fixture.path(".abc.part"))
    _ = try fixture.scratch.write(Array("a\nb\n".utf8), to: fixture.path(".def.part"))
    try journal.erase(entry, now: JournalFixture.now)
    #expect(exists(".abc.part") && exists(".def.part"))
  }

  /// What cannot be removed now leaves the mark, and the next opening goes on.
  @Test func theMarkStaysUntilAllOfItIsGone() throws {
    let journal = try fixture.open()
    let left = "home/journals/.abc.part"
    try FileManager.default.createDirectory(
      atPath: fixture.scratch.file(left), withIntermediateDirectories: true)
    var other = try FileLock(
      fixture.scratch.file("home/journals"), .exclusive, waiting: false, making: false)
    try journal.erase(entry, now: JournalFixture.now)
    #expect(fixture.scratch.exists(left) && journal.hasRemains)
    withExtendedLifetime(other) {}
    other = nil
    #expect(!(try fixture.open().hasRemains))
    #expect(!fixture.scratch.exists(left))
  }

  @Test func aJournalThatIsBeingMadeStays() throws {
    let building = try TemporaryFolder(
      in: fixture.scratch.file("home/journals"), with: ["inbox", "drafts"])
    try fixture.open().erase(entry, now: JournalFixture.now)
    #expect(FileManager.default.fileExists(atPath: building.path))
    try building.settle(at: fixture.scratch.file("home/journals/second"))
    #expect(fixture.scratch.names("home/journals/second") == ["drafts", "inbox"])
  }

  /// The anchor is an older one then, which is allowed.
  @Test func anAnchorThatIsHeldIsNotWaitedFor() throws {
    let journal = try fixture.open()
    let folder = fixture.place.state(of: journal.id)
    let before = try #require(FileManager.default.contents(atPath: "\(folder)/anchor"))
    var stopped = try FileLock("\(folder)/anchor.lock", .exclusive, waiting: false)
    try journal.erase(entry, now: JournalFixture.now)
    #expect(FileManager.default.contents(atPath: "\(folder)/anchor") == before)
    withExtendedLifetime(stopped) {}
    stopped = nil
    try fixture.open()
    #expect(FileManager.default.contents(atPath: "\(folder)/anchor") != before)
  }

  /// Keys that changed between reading the one and the other are read again; others are not.
  @Test func captureAndKnownAreReadUntilTheyAgree() throws {
    let journal = JournalID.fresh()
    func capture(_ name: String) -> Capture { Capture(journal: journal, recipient: name) }
    func known(_ name: String) -> Known { Known(folder: "/", recipients: [name], checked: 0) }
    var present = ["one", "two", "two"].map(capture)
    let found = try ClosedJournal.agreeing({ present.removeFirst() }, { _ in known("two") })
    #expect(found.capture.recipient == "two" && present.count == 1)
    let swapped = try ClosedJournal.agreeing({ capture("else") }, { _ in known("two") })
    #expect(swapped.capture.recipient == "else" && swapped.known == known("two"))
  }
}
