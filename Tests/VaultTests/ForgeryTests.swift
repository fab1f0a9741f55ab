import Age
import TestSupport
import Testing
import Vault

/// What someone can do who may write the folder and has no words: name it, and cost little.
@Suite struct ForgeryTests {
  /// The ids of wordings stand in the file; a page that takes one must not stop all others.
  @Test func aPageWithTheIdOfAWordingIsPutAside() throws {
    let fixture = try JournalFixture()
    let page = try fixture.write(["rain"])[0]
    let journal = try fixture.takeIn()
    let wording = ItemID.fresh()
    try journal.add([
      Wording(
        page: Page(id: page.id, written: page.written, payload: Array("rain again".utf8)),
        revision: wording, parents: [page.id], revised: page.written + 1, card: [])
    ])
    try ClosedJournal(at: fixture.place).keep(Page(id: wording, written: 1, payload: [1]))
    try fixture.write(["sun"], from: JournalFixture.now + 5000)
    let after = try fixture.takeIn()
    #expect(try JournalFixture.texts(after).texts == ["rain again", "sun"])
    #expect(
      after.notices.contains {
        if case .aside(let items) = $0 { return items.count == 1 }
        return false
      })
  }

  @Test func aWordingOfAnotherMomentIsNotTaken() throws {
    let fixture = try JournalFixture()
    let page = try fixture.write(["rain"])[0]
    let journal = try fixture.takeIn()
    let odd = Wording(
      page: Page(id: page.id, written: page.written - 9, payload: [1]), revision: .fresh(),
      parents: [page.id], revised: page.written, card: [])
    let arrivals = try journal.add([odd])
    #expect(arrivals.wordings == 0 && arrivals.misplaced == 1)
    #expect(try journal.verify { _ in }.damage.isEmpty)
  }

  /// Wordings that name each other as parents hide nothing.
  @Test func wordingsInACircleStillShow() throws {
    let fixture = try JournalFixture()
    let (a, b) = (ItemID.fresh(), ItemID.fresh())
    let page = Page(id: a, written: 5, payload: Array("one".utf8))
    let journal = try fixture.open()
    try journal.add([
      Wording(page: page, revision: a, parents: [b], revised: 5, card: []),
      Wording(page: page, revision: b, parents: [a], revised: 6, card: []),
    ])
    #expect(try JournalFixture.texts(journal).texts == ["one"])
    try journal.erase(a, now: 7)
    #expect(try JournalFixture.texts(journal).texts.isEmpty)
  }

  @Test func withoutItsLedgerAJournalIsStillRead() async throws {
    let fixture = try JournalFixture()
    let pages = try fixture.write(["rain", "sun"])
    try fixture.takeIn().erase(pages[0].id, now: 4)
    try await fixture.sql("DELETE FROM part_a WHERE name = 'ledger'")
    // One copy is enough, and is doubled again.
    #expect(try fixture.open().notices == [.copyDamaged(part: "ledger", isMended: true)])
    #expect(try fixture.open().notices.isEmpty)
    for table in ["part_a", "part_b"] {
      try await fixture.sql("DELETE FROM \(table) WHERE name = 'ledger'")
    }
    let journal = try fixture.open()
    #expect(try JournalFixture.texts(journal).texts == ["sun"])
    #expect(try journal.verify { _ in }.damage == [.part("ledger")])
    #expect(throws: VaultError.damaged(.part("ledger"))) { try journal.erase(pages[1].id, now: 5) }
  }

  /// Yesterday's ledger, put back to bring an erased page in again.
  @Test func anOlderLedgerIsNotTaken() async throws {
    let fixture = try JournalFixture()
    let pages = try fixture.write(["rain", "sun"])
    let journal = try fixture.takeIn()
    try journal.keep(note: [1], as: "trial")
    let old = try await fixture.sql("SELECT quote(body) FROM part_a WHERE name = 'ledger'")
    let sum = try await fixture.sql("SELECT quote(sha256) FROM part_a WHERE name = 'ledger'")
    try journal.erase(pages[0].id, now: 4)
    for table in ["part_a", "part_b"] {
      try await fixture.sql(
        "UPDATE \(table) SET body = \(old), sha256 = \(sum) WHERE name = 'ledger'")
    }
    #expect(try fixture.open().verify { _ in }.damage == [.part("ledger")])
  }

  /// A file that was put back while the journal is open is not a change of keys.
  @Test func anOlderFilePutInPlaceOfAnOpenOneIsNoticed() throws {
    let fixture = try JournalFixture()
    try fixture.write(["rain"])
    _ = try fixture.takeIn()
    let old = try fixture.scratch.read(fixture.path("journal.db"))
    try fixture.write(["sun"], from: JournalFixture.now + 5000)
    var journal = try fixture.takeIn()
    try fixture.scratch.remove(fixture.path("journal.db"))
    _ = try fixture.scratch.write(old, to: fixture.path("journal.db"))
    #expect(throws: VaultError.keysChanged) { try JournalFixture.texts(journal) }
    #expect(throws: VaultError.self) { try journal.refresh() }
  }

  /// Somebody with the keys of before sends new pages back to them.
  @Test func anOldCaptureKeyPutBackIsNoticed() throws {
    let fixture = try JournalFixture()
    var journal = try fixture.open()
    let old = try fixture.scratch.read(fixture.path("capture"))
    try journal.rekey(now: JournalFixture.now, summary: JournalFixture.summary)
    _ = try fixture.scratch.write(old, to: fixture.path("capture"))
    let known = "state/alongside/\(journal.id)/known"
    try fixture.scratch.remove(known)
    #expect(
      try fixture.open().notices.contains {
        if case .captureMended = $0 { return true }
        return false
      })
  }
}
