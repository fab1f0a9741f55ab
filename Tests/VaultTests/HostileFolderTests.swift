import Age
import TestSupport
import Testing
import Vault

/// What someone who can write the folder, or a tool that copies it badly, can put there.
///
/// One bad thing is named where it matters and stops nothing else.
@Suite struct HostileFolderTests {
  let fixture: JournalFixture

  init() throws {
    fixture = try JournalFixture()
    try fixture.write(["one", "two"])
    try fixture.takeIn()
  }

  private func shell(_ line: String) async throws {
    let run = try await Tool.run("sh", ["-c", line])
    #expect(run.code == 0, "\(run.err)")
  }

  @Test(arguments: [
    "UPDATE record SET entry = 'x'", "UPDATE record SET box = 5", "UPDATE leaf SET box = 1.5",
    "UPDATE part_a SET body = 5", "UPDATE part_b SET sha256 = 1.5",
    "UPDATE head SET box = 'words'",
  ])
  func valuesOfTheWrongKindEndInWordsNotInACrash(statement: String) async throws {
    try await fixture.sql(statement)
    do {
      let journal = try fixture.open()
      _ = try JournalFixture.texts(journal)
      _ = try journal.verify { _ in }
    } catch let error as VaultError {
      #expect(error != .wrongPassphrase)
    }
  }

  @Test func strayNamesAndAFileCalledAsideStopNothing() async throws {
    let inbox = fixture.place.folder + "/inbox"
    try await shell("printf x > \"$(printf '\(inbox)/\\377.age')\"")
    _ = try fixture.scratch.write([], to: fixture.path("inbox/aside"))
    _ = try fixture.scratch.write([1], to: fixture.path("inbox/junk.age"))
    try fixture.write(["three"], from: JournalFixture.now + 9000)
    let journal = try fixture.takeIn()
    #expect(try JournalFixture.texts(journal).texts == ["one", "two", "three"])
    #expect(!journal.notices.isEmpty)
  }

  @Test func processesThatOpenTogetherDoNotFailEachOther() async throws {
    let fixture = fixture
    for round in 0..<3 {
      try fixture.write((0..<100).map { "\(round) \($0)" }, from: JournalFixture.now + 9000)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<3 { group.addTask { _ = try fixture.takeIn() } }
        try await group.waitForAll()
      }
    }
    let texts = try JournalFixture.texts(fixture.open()).texts
    #expect(texts.count == 302)
    #expect(Set(texts).count == 302)
  }

  @Test func aHeadTooManyStopsNoChange() async throws {
    try await fixture.sql("INSERT INTO head SELECT max(sequence) + 1, box FROM head")
    try fixture.write(["three"], from: JournalFixture.now + 9000)
    #expect(try JournalFixture.texts(fixture.takeIn()).texts.count == 3)
  }

  @Test func aJunkRecordHidesNoEntry() async throws {
    let row = try #require(try fixture.open().rows { _ in .takeAndEnd }.found.first)
    let entry = Int64(bitPattern: row.entry.bits)
    try await fixture.sql(
      "INSERT INTO record SELECT -9223372036854775807, entry, x'00' FROM record WHERE entry = \(entry)"
    )
    #expect(try fixture.open().row(prefix: row.entry.description) == row)
  }

  @Test(arguments: ["part_a", "part_b"])
  func anOldRootBesideThePresentOneDoesNotCount(table: String) async throws {
    let old = fixture.scratch.file("old.db")
    try await shell("cp \(fixture.place.folder)/journal.db \(old)")
    try fixture.write(["three"], from: JournalFixture.now + 9000)
    try fixture.takeIn()
    try await fixture.sql(
      """
      ATTACH '\(old)' AS old;
      UPDATE \(table) SET (body, sha256) = (SELECT body, sha256 FROM old.part_a WHERE name = 'root')
      WHERE name = 'root'
      """)
    #expect(try JournalFixture.texts(fixture.open()).texts == ["one", "two", "three"])
  }

  @Test func aForeignSlotWithAGoodSumIsPassedOver() async throws {
    let junk = try Sealing.seal([1], to: [ScryptRecipient(Passphrase([9]), logN: 10)])
    let path = try fixture.scratch.write(junk, to: "junk")
    let sum = try await Tool.run("sha256sum", [path]).text.prefix(64)
    try await fixture.sql(
      "UPDATE part_a SET body = readfile('\(path)'), sha256 = x'\(sum)' WHERE name = 'slot.passphrase'"
    )
    #expect(try JournalFixture.texts(fixture.open()).texts == ["one", "two"])
  }

  @Test func damagedCopiesAreMendedByOpening() async throws {
    for part in ["slot.passphrase", "key", "capture", "root"] {
      try await fixture.sql(
        "UPDATE part_a SET body = zeroblob(length(body)) WHERE name = '\(part)'")
    }
    #expect(try fixture.open().notices.count == 4)
    #expect(try fixture.open().notices == [])
    for part in ["slot.passphrase", "key", "capture", "root"] {
      try await fixture.sql("DELETE FROM part_b WHERE name = '\(part)'")
    }
    #expect(try JournalFixture.texts(fixture.open()).texts == ["one", "two"])
  }

  @Test func aDamagedTraceOfTheLastChangeIsNoOtherJournal() async throws {
    try await fixture.sql(
      """
      UPDATE head SET box = zeroblob(length(box))
      WHERE sequence = (SELECT max(sequence) FROM head)
      """)
    #expect(try JournalFixture.texts(fixture.open()).texts == ["one", "two"])
    #expect(try fixture.open().verify { _ in }.damage == [.history(sequence: 2)])
  }

  @Test func anotherJournalModeIsPutBack() async throws {
    try await fixture.sql("PRAGMA journal_mode = WAL")
    try fixture.open()
    #expect(try await fixture.sql("PRAGMA journal_mode") == "delete\n")
  }

  @Test func aTriggerThatSwallowsRecordsIsRefused() async throws {
    try await fixture.sql(
      "CREATE TRIGGER t BEFORE INSERT ON record BEGIN SELECT RAISE(IGNORE); END")
    try fixture.write(["three"])
    #expect { try fixture.takeIn() } throws: { error in
      if case VaultError.damaged(.database) = error { true } else { false }
    }
    #expect(try Waiting.count(at: fixture.place).pages == 1)
  }

  @Test(arguments: ["inbox", "drafts"])
  func anEmptyFolderThatACopyLeftOutIsMadeAgain(name: String) async throws {
    try await shell("rmdir \(fixture.place.folder)/\(name)")
    try fixture.open()
    try fixture.write(["three"], from: JournalFixture.now + 9000)
    #expect(try JournalFixture.texts(fixture.takeIn()).texts.count == 3)
  }

  @Test func aPageTooLongIsRefusedNotLostLater() throws {
    let page = Page(id: .fresh(), written: 5, payload: [UInt8](repeating: 65, count: 17 << 20))
    #expect(throws: VaultError.self) { try ClosedJournal(at: fixture.place).keep(page) }
  }

  /// A link to a copy with someone else's key, put where the journal was.
  @Test func aLinkToAStrangersCopyIsRefused() async throws {
    let stranger = X25519Identity().recipient
    let id = "aaaaaaaaaaaaaaaaaaaaaaaaaa"
    try await shell(
      """
      cd \(fixture.scratch.file("home")) && mv journals elsewhere && cp -r elsewhere ../evil
      ln -s ../evil journals && printf '\(id)\\n\(stranger)\\n' > ../evil/mine/capture
      """)
    #expect(throws: VaultError.damaged(.captureChanged)) { try ClosedJournal(at: fixture.place) }
  }

  @Test func anOddFileAmongTheDraftsHidesNoOther() async throws {
    let closed = try ClosedJournal(at: fixture.place)
    do {
      let hold = try closed.beginDraft()
      try closed.save(Draft(interview: hold.interview, saved: 1, payload: [1]), in: hold)
    }
    try await shell("mkfifo \(fixture.place.folder)/drafts/aaaaaaaaaaaaa.age")
    let drafts = try fixture.open().drafts()
    #expect(drafts.free.count == 1)
    #expect(drafts.unopened == [Unopened(path: "drafts/aaaaaaaaaaaaa.age", reason: .notAFile)])
  }
}
