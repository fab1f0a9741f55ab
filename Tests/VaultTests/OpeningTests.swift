import Age
import TestSupport
import Testing
import Vault

/// Making and opening a journal, and telling the ways apart in which that can fail.
@Suite struct OpeningTests {
  @Test func aNewJournalOpens() throws {
    let fixture = try JournalFixture()
    let journal = try fixture.open()
    #expect(journal.openedWith == .passphrase)
    #expect(try journal.rows { _ in .take }.found.isEmpty)
    #expect(journal.notices == [])
  }

  @Test func theKitOpensToo() throws {
    let fixture = try JournalFixture(recovery: true)
    #expect(try fixture.open(JournalFixture.kit, kind: .recovery).openedWith == .recovery)
  }

  @Test func wrongWords() throws {
    let fixture = try JournalFixture(recovery: true)
    #expect(throws: VaultError.wrongPassphrase) { try fixture.open(Array("wrong".utf8)) }
    #expect(throws: VaultError.wrongPassphrase) {
      try fixture.open(Array("wrong".utf8), kind: .recovery)
    }
  }

  @Test func noJournal() throws {
    let scratch = try Scratch()
    let place = JournalPlace(home: scratch.path, name: "none", state: scratch.path)
    let words = UnlockWords([(.passphrase, try Passphrase([1]))])
    #expect(throws: VaultError.noJournal(folder: place.folder)) {
      try OpenJournal.open(at: place, with: words, now: 0)
    }
    #expect(throws: VaultError.noJournal(folder: place.folder)) { try ClosedJournal(at: place) }
  }

  @Test func aJournalIsNeverMadeOverAnother() throws {
    let fixture = try JournalFixture()
    #expect(throws: VaultError.alreadyThere(folder: fixture.place.folder)) {
      try NewJournal.make(
        at: fixture.place, passphrase: Passphrase([1]), recovery: nil, now: 0, logN: 10)
    }
    #expect(try fixture.open().rows { _ in .take }.found.isEmpty)
  }

  @Test func theFirstKitIsAddedWithoutChangingKeys() throws {
    let fixture = try JournalFixture()
    try fixture.write(["hope"])
    let journal = try fixture.takeIn()
    #expect(try journal.recoveryMade() == nil)
    try journal.addRecovery(Passphrase(JournalFixture.kit), now: 5, logN: 10)
    #expect(throws: VaultError.recoveryExists) {
      try journal.addRecovery(Passphrase([1]), now: 6, logN: 10)
    }
    let again = try fixture.open(JournalFixture.kit, kind: .recovery)
    #expect(try JournalFixture.texts(again).texts == ["hope"])
    #expect(try again.recoveryMade() == 5)
    #expect(try JournalFixture.texts(fixture.open()).texts == ["hope"])
  }

  @Test func aNewerFormatIsLeftAlone() async throws {
    let fixture = try JournalFixture()
    try await fixture.sql("PRAGMA user_version = 3")
    #expect(throws: VaultError.newerFormat(version: 3)) { try fixture.open() }
  }

  @Test(arguments: ["part_a", "part_b"])
  func oneDamagedCopyCostsNothing(table: String) async throws {
    for part in ["slot.passphrase", "key", "capture", "root"] {
      let fixture = try JournalFixture()
      try fixture.write(["hope"])
      try fixture.takeIn()
      try await fixture.sql(
        "UPDATE \(table) SET body = zeroblob(length(body)) WHERE name = '\(part)'")
      let journal = try fixture.open()
      #expect(try JournalFixture.texts(journal).texts == ["hope"])
      #expect(journal.notices == [.copyDamaged(part: part, isMended: true)])
    }
  }

  @Test(arguments: ["slot.passphrase", "key", "capture", "root"])
  func bothCopiesDamagedIsNotAWrongPassphrase(part: String) async throws {
    let fixture = try JournalFixture()
    for table in ["part_a", "part_b"] {
      try await fixture.sql(
        "UPDATE \(table) SET body = zeroblob(length(body)) WHERE name = '\(part)'")
    }
    #expect(throws: VaultError.damaged(.part(part))) { try fixture.open() }
    // Writing goes on without any of them.
    try fixture.write(["still here"])
  }

  @Test(arguments: [0, 1, 100, 5000, 40_000])
  func aFileCutShortIsDamaged(byteCount: Int) throws {
    let fixture = try JournalFixture()
    let bytes = try fixture.scratch.read(fixture.path("journal.db"))
    _ = try fixture.scratch.write(
      Array(bytes.prefix(byteCount)), to: fixture.path("journal.db"))
    #expect { try fixture.open() } throws: { error in
      if case VaultError.damaged = error { true } else { false }
    }
  }
}
