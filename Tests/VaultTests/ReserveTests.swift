import Age
import Disk
import TestSupport
import Testing
@testable import Vault
#if canImport(FoundationEssentials)
import FoundationEssentials
#endif
import Foundation

/// The room that is kept for the last draft.
@Suite struct ReserveTests {
  /// Where this very suite, run once more, finds a disk of its own.
  private static let disk = ProcessInfo.processInfo.environment["ALONGSIDE_SMALL_DISK"]

  private func draft(_ hold: DraftHold, _ text: String) -> Draft {
    Draft(interview: hold.interview, saved: JournalFixture.now, payload: Array(text.utf8))
  }

  private func reserve(at place: JournalPlace) throws -> [UInt8]? {
    try SystemFile.read(place.reserve)
  }

  @Test func aDraftThatBeginsMakesIt() throws {
    let fixture = try JournalFixture()
    #expect(try reserve(at: fixture.place) == nil)
    _ = try ClosedJournal(at: fixture.place).beginDraft()
    let made = try #require(try reserve(at: fixture.place))
    #expect(made.count == 65_536 && Set(made).count == 256)
    let facts = try FileManager.default.attributesOfItem(atPath: fixture.place.reserve)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    _ = try ClosedJournal(at: fixture.place).beginDraft()
    #expect(try reserve(at: fixture.place) == made)
  }

  /// With room on the disk it stays where it is, also at a hang-up.
  @Test func itIsSpentOnlyOnAFullDisk() throws {
    let fixture = try JournalFixture()
    let journal = try ClosedJournal(at: fixture.place)
    let hold = try journal.beginDraft()
    try journal.save(draft(hold, "words"), in: hold, spendingReserve: true)
    #expect(try reserve(at: fixture.place) != nil)
  }

  @Test func aDraftThatGoesOnMakesItAnew() throws {
    let fixture = try JournalFixture()
    let journal = try ClosedJournal(at: fixture.place)
    let hold = try journal.beginDraft()
    try SystemFile.remove(fixture.place.reserve)
    try journal.save(draft(hold, "words"), in: hold)
    #expect(try reserve(at: fixture.place) != nil)
  }

  /// A long draft needs as much room as it has, until the new file takes the place of the old one.
  @Test func itIsLargerThanTheDraft() throws {
    let fixture = try JournalFixture()
    let journal = try ClosedJournal(at: fixture.place)
    let hold = try journal.beginDraft()
    try journal.save(draft(hold, String(repeating: "long ", count: 30_000)), in: hold)
    let sealed = try #require(try SystemFile.read("\(fixture.place.drafts)/\(hold.name)")).count
    let count = try #require(try reserve(at: fixture.place)).count
    #expect(count >= sealed + 8192 && count.isMultiple(of: 65_536) && count < sealed + 131_072)
  }

  /// Somebody else made what has its name: it stays, and costs nothing.
  @Test func aFolderOfItsNameStays() throws {
    let fixture = try JournalFixture()
    try SystemFile.makeFolder(fixture.place.reserve)
    let journal = try ClosedJournal(at: fixture.place)
    let hold = try journal.beginDraft()
    try journal.save(draft(hold, "words"), in: hold)
    #expect(FileFacts.isFolder(fixture.place.reserve))
    #expect(!fixture.scratch.names("home/journals/mine").contains { $0.hasSuffix(".part") })
  }

  /// It is in no copy, and nothing that opens or mends the journal minds it.
  @Test func nothingElseLooksAtIt() throws {
    let fixture = try JournalFixture()
    try fixture.write(["a page"])
    let journal = try ClosedJournal(at: fixture.place)
    _ = try journal.beginDraft()
    try fixture.takeIn()
    #expect(!(try journal.sealedFiles().files.contains { $0.path.contains("reserve") }))
    #expect(!UnattendedBackup.holds("reserve"))
    #expect(try JournalFixture.texts(fixture.open()).texts == ["a page"])
    #expect(try reserve(at: fixture.place) != nil)
  }

  @Test(.enabled(if: disk == nil)) func theLastDraftIsSealedOnAFullDisk() async throws {
    let scratch = try Scratch()
    let script = """
      mount -t tmpfs -o size=3m tmpfs "$1" || exit 99
      ALONGSIDE_SMALL_DISK=$1 exec "$2" --testing-library swift-testing --filter ReserveTests/onAFullDisk
      """
    let run = try await Tool.run(
      "unshare",
      ["-rm", "bash", "-c", script, "bash", scratch.path, CommandLine.arguments[0]])
    #expect(run.code == 0 && run.text.contains("sealed although full"), "\(run.text) \(run.err)")
  }

  @Test(.enabled(if: disk != nil)) func onAFullDisk() throws {
    let disk = try #require(Self.disk)
    let place = JournalPlace(home: "\(disk)/home", name: "mine", state: "\(disk)/state")
    try NewJournal.make(
      at: place, passphrase: Passphrase(JournalFixture.words), recovery: nil,
      now: JournalFixture.now, logN: 10)
    let journal = try ClosedJournal(at: place)
    let last = try saveTheLast(in: journal, at: place, filling: "\(disk)/fill")
    #expect(try reserve(at: place) == nil)
    try SystemFile.remove("\(disk)/fill")
    let words = UnlockWords([(.passphrase, try Passphrase(JournalFixture.words))])
    _ = try ClosedJournal(at: place).beginDraft()
    #expect(try reserve(at: place) != nil)
    let opened = try OpenJournal.open(at: place, with: words, now: JournalFixture.now)
    try #require(try opened.drafts().free.map(\.draft.payload) == [last.payload])
    print("sealed although full")
  }

  /// A draft whose last words are sealed on a full disk; nobody holds it afterwards.
  private func saveTheLast(
    in journal: ClosedJournal, at place: JournalPlace, filling path: String
  ) throws -> Draft {
    let hold = try journal.beginDraft()
    try journal.save(draft(hold, "the first line"), in: hold)
    fill(path)
    let last = draft(hold, String(repeating: "the last line ", count: 2000))
    #expect(throws: VaultError.self) { try journal.save(last, in: hold) }
    #expect(try reserve(at: place) != nil)
    try journal.save(last, in: hold, spendingReserve: true)
    return last
  }

  /// Takes every byte that is left.
  private func fill(_ path: String) {
    let file = open(path, O_WRONLY | O_CREAT, 0o600)
    defer { close(file) }
    let block = [UInt8](repeating: 0, count: 4096)
    while write(file, block, block.count) > 0 {}
  }
}
