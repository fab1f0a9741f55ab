import Age
import Disk
import TestSupport
import Testing
import Vault

/// New keys: everything comes along, old words and old files do not open the new one.
@Suite struct RekeyingTests {
  private static let newWords = Array("quiet harbour light".utf8)

  private static func rekey(
    _ journal: inout OpenJournal, _ change: SlotChange? = nil
  ) throws {
    try journal.rekey(change, now: JournalFixture.now + 5000, summary: JournalFixture.summary)
  }

  @Test func everythingComesAlong() async throws {
    let fixture = try JournalFixture(recovery: true)
    try fixture.write((0..<300).map { "text \($0)" })
    var journal = try fixture.takeIn()
    let gone = try journal.rows { _ in .take }.found[4]
    try journal.erase(gone.entry, now: 7)
    try journal.keep(note: [1, 2, 3], as: "trial")
    try fixture.write(["waiting"], from: JournalFixture.now + 900_000)
    let before = try await fixture.sql(
      "SELECT hex(body) FROM part_a WHERE name IN ('key','capture')")
    try Self.rekey(&journal)
    #expect(try JournalFixture.texts(journal).texts.count == 300)
    #expect(try journal.note("trial") == [1, 2, 3])
    for opened in [try fixture.open(), try fixture.open(JournalFixture.kit, kind: .recovery)] {
      #expect(opened.notices.isEmpty)
      #expect(try JournalFixture.texts(opened).texts.last == "waiting")
      #expect(try opened.verify { _ in }.damage.isEmpty)
    }
    let after = try await fixture.sql(
      "SELECT hex(body) FROM part_a WHERE name IN ('key','capture')")
    #expect(before != after)
    #expect(!fixture.scratch.names(fixture.path("")).contains { $0.hasSuffix(".part") })
  }

  @Test func newWordsOpenItAndOldOnesDoNot() throws {
    let fixture = try JournalFixture(recovery: true)
    try fixture.write(["hope"])
    var journal = try fixture.takeIn()
    try Self.rekey(
      &journal, SlotChange(.passphrase, words: Passphrase(Self.newWords), logN: 10))
    #expect(throws: VaultError.wrongPassphrase) { try fixture.open() }
    #expect(try JournalFixture.texts(fixture.open(Self.newWords)).texts == ["hope"])
    #expect(
      try JournalFixture.texts(fixture.open(JournalFixture.kit, kind: .recovery)).texts == ["hope"])
    // The value that made the change goes on working.
    #expect(try JournalFixture.texts(journal).texts == ["hope"])
  }

  @Test func keepingTheKeyChangesTheWordsAlone() async throws {
    let fixture = try JournalFixture()
    try fixture.write(["hope"])
    var journal = try fixture.takeIn()
    let before = try await fixture.sql("SELECT hex(box) FROM record")
    try journal.replaceSlot(
      SlotChange(.passphrase, words: Passphrase(Self.newWords), logN: 10), now: 9)
    #expect(throws: VaultError.wrongPassphrase) { try fixture.open() }
    #expect(try JournalFixture.texts(fixture.open(Self.newWords)).texts == ["hope"])
    #expect(try await fixture.sql("SELECT hex(box) FROM record") == before)
  }

  /// A page that was sealed a moment before the change of keys, and came to lie in the inbox after.
  @Test func aPageOnItsWayIsTakenIn() throws {
    let fixture = try JournalFixture()
    try fixture.write(["on its way"])
    let name = fixture.scratch.names(fixture.path("inbox"))[0]
    let bytes = try fixture.scratch.read(fixture.path("inbox/\(name)"))
    try fixture.scratch.remove(fixture.path("inbox/\(name)"))
    var journal = try fixture.open()
    try Self.rekey(&journal)
    _ = try fixture.scratch.write(bytes, to: fixture.path("inbox/\(name)"))
    #expect(try JournalFixture.texts(fixture.takeIn()).texts == ["on its way"])
  }

  /// Whoever is being asked while the keys change can go on: this machine knows the new key.
  @Test func writingGoesOnOverAChangeOfKeys() throws {
    let fixture = try JournalFixture()
    let closed = try ClosedJournal(at: fixture.place)
    let hold = try closed.beginDraft()
    try closed.save(Draft(interview: hold.interview, saved: 1, payload: [1]), in: hold)
    var journal = try fixture.open()
    try Self.rekey(&journal)
    try closed.save(Draft(interview: hold.interview, saved: 2, payload: [2]), in: hold)
    try closed.keep(Page(id: .fresh(), written: 5, payload: Array("after".utf8)))
    #expect(try JournalFixture.texts(fixture.takeIn()).texts == ["after"])
    withExtendedLifetime(hold) {}
  }

  @Test func draftsAreSealedToTheNewKey() throws {
    let fixture = try JournalFixture()
    let closed = try ClosedJournal(at: fixture.place)
    var hold: DraftHold? = try closed.beginDraft()
    let interview = try #require(hold?.interview)
    try closed.save(Draft(interview: interview, saved: 1, payload: [7]), in: #require(hold))
    hold = nil
    var journal = try fixture.open()
    // Twice: after the second the first key is needed by nothing, and kept by nothing.
    try Self.rekey(&journal)
    try Self.rekey(&journal)
    #expect(try fixture.open().drafts().free.map(\.draft.payload) == [[7]])
  }

  @Test func anotherProcessHearsThatTheKeysChanged() throws {
    let fixture = try JournalFixture(recovery: true)
    try fixture.write(["hope"])
    var first = try fixture.takeIn()
    var second = try fixture.open()
    var third = try fixture.open(JournalFixture.kit, kind: .recovery)
    try Self.rekey(&first, SlotChange(.passphrase, words: Passphrase(Self.newWords), logN: 10))
    #expect(throws: VaultError.keysChanged) { try JournalFixture.texts(second) }
    #expect(throws: VaultError.keysChanged) { try second.refresh() }
    // The kit is still a way in.
    #expect(throws: VaultError.keysChanged) { try JournalFixture.texts(third) }
    try third.refresh()
    #expect(try JournalFixture.texts(third).texts == ["hope"])
  }

  @Test func itWaitsForNobodyAndDisturbsNobody() throws {
    let fixture = try JournalFixture()
    var journal = try fixture.open()
    let lock = try #require(
      try FileLock(fixture.place.folder + "/lock", .shared, waiting: false))
    #expect(throws: VaultError.inUse) { try Self.rekey(&journal) }
    withExtendedLifetime(lock) {}
    #expect(try fixture.open().notices.isEmpty)
  }

  @Test func damageStopsItBeforeAnythingChanges() async throws {
    let fixture = try JournalFixture()
    let pages = try fixture.write(["hope", "tea"])
    var journal = try fixture.takeIn()
    try await fixture.sql(
      "UPDATE record SET box = zeroblob(300) WHERE entry = \(Int64(bitPattern: pages[0].id.bits))")
    #expect(throws: VaultError.damaged(.entry(pages[0].id.description))) {
      try Self.rekey(&journal)
    }
    #expect(try JournalFixture.texts(fixture.open()).texts == ["tea"])
    #expect(!fixture.scratch.names(fixture.path("")).contains { $0.hasSuffix(".part") })
  }

  /// A change of keys that was cut off after the new file was in place: no alarm, and all mended.
  @Test func aCutOffLastStepIsMendedWithoutAlarm() throws {
    let fixture = try JournalFixture()
    try fixture.write(["hope"])
    var journal = try fixture.takeIn()
    let old = try fixture.scratch.read(fixture.path("capture"))
    try Self.rekey(&journal)
    _ = try fixture.scratch.write(old, to: fixture.path("capture"))
    #expect(try fixture.open().notices.isEmpty)
    #expect(try fixture.scratch.read(fixture.path("capture")) != old)
  }
}
