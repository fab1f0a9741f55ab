import Age
import TestSupport
import Testing
import Vault

/// What can be saved of a journal after the worst.
@Suite struct SalvageTests {
  private static func run(_ fixture: JournalFixture) throws -> Salvage.Outcome {
    let words = UnlockWords([(.passphrase, try Passphrase(JournalFixture.words))])
    return try Salvage(at: fixture.place, with: words).run(now: 9) { page, revision in
      Wording(
        page: page, revision: revision, revised: page.written,
        card: Array(page.payload.prefix(4)))
    }
  }

  private static func row(_ id: ItemID) -> Int64 { Int64(bitPattern: id.bits) }

  @Test func aWholeJournalLosesNothing() throws {
    let fixture = try JournalFixture(recovery: true)
    let pages = try fixture.write((0..<300).map { "text \($0)" })
    let journal = try fixture.takeIn()
    try journal.erase(pages[7].id, now: 3)
    let outcome = try Self.run(fixture)
    #expect(outcome.entries == 299 && outcome.lost.isEmpty && outcome.unproven == 0)
    #expect(outcome.knowsErased && outcome.lostWays.isEmpty)
    let opened = try fixture.open(JournalFixture.kit, kind: .recovery)
    #expect(opened.notices.isEmpty)
    #expect(try JournalFixture.texts(opened).texts.count == 299)
    #expect(try opened.verify { _ in }.damage.isEmpty)
    // What was erased before stays away after.
    #expect(throws: VaultError.noSuchEntry(id: pages[7].id.description)) {
      try opened.erase(pages[7].id, now: 4)
    }
  }

  @Test func aDamagedRecordCostsOnlyItself() async throws {
    let fixture = try JournalFixture()
    let pages = try fixture.write(["rain", "sun", "wind"])
    _ = try fixture.takeIn()
    try await fixture.sql(
      "UPDATE record SET box = zeroblob(300) WHERE entry = \(Self.row(pages[1].id))")
    let outcome = try Self.run(fixture)
    #expect(outcome.entries == 2 && outcome.lost == [pages[1].id.description])
    let opened = try fixture.open()
    #expect(try JournalFixture.texts(opened).texts == ["rain", "wind"])
    #expect(try opened.verify { _ in }.damage.isEmpty)
  }

  /// The list says which wording stood for an entry: an older one never takes its place in silence.
  @Test(arguments: [true, false])
  func aLostWordingIsNamed(isLast: Bool) async throws {
    let fixture = try JournalFixture()
    let pages = try fixture.write(["rain", "sun"])
    let journal = try fixture.takeIn()
    var page = pages[0]
    page.payload = Array("more rain".utf8)
    let revision = ItemID.fresh()
    try journal.add([
      Wording(
        page: page, revision: revision, parents: [page.id], revised: page.written + 5000, card: [1])
    ])
    let lost = isLast ? revision : page.id
    try await fixture.sql(
      "UPDATE record SET box = zeroblob(300) WHERE revision = \(Self.row(lost))")
    let outcome = try Self.run(fixture)
    #expect(outcome.entries == 2 && outcome.lost.isEmpty)
    let named = try #require(outcome.lostWordings.first)
    #expect(outcome.lostWordings.count == 1 && named.entry == page.id.description)
    #expect(named.made == page.written + (isLast ? 5000 : 0))
    #expect(named.isLast == isLast && named.hasOthers)
  }

  @Test func withoutTheCatalogueEveryRecordIsStillFound() async throws {
    let fixture = try JournalFixture(recovery: true)
    try fixture.write((0..<300).map { "text \($0)" })
    _ = try fixture.takeIn()
    try await fixture.sql("UPDATE leaf SET box = zeroblob(400)")
    let outcome = try Self.run(fixture)
    #expect(outcome.entries == 300 && outcome.unproven == 300)
    #expect(try JournalFixture.texts(fixture.open()).texts.count == 300)
  }

  /// Without the root nobody knows the other ways in; the one that was used stays.
  @Test func withoutTheRootTheWayThatWasUsedStays() async throws {
    let fixture = try JournalFixture(recovery: true)
    try fixture.write(["rain", "sun"])
    _ = try fixture.takeIn()
    try await fixture.sql("DELETE FROM part_a WHERE name = 'root'")
    try await fixture.sql("DELETE FROM part_b WHERE name = 'root'")
    #expect(throws: VaultError.damaged(.part("root"))) { try fixture.open() }
    let outcome = try Self.run(fixture)
    #expect(outcome.entries == 2 && outcome.lostWays == [.recovery] && !outcome.knowsErased)
    #expect(try JournalFixture.texts(fixture.open()).texts == ["rain", "sun"])
  }

  @Test func theDamagedFileIsKept() async throws {
    let fixture = try JournalFixture()
    try fixture.write(["rain"])
    _ = try fixture.takeIn()
    let before = try fixture.scratch.read(fixture.path("journal.db"))
    let outcome = try Self.run(fixture)
    let name = try #require(outcome.keptAs.split(separator: "/").last.map(String.init))
    #expect(try fixture.scratch.read(fixture.path(name)) == before)
  }

  @Test func withoutTheKeysNothingIsTouched() async throws {
    let fixture = try JournalFixture()
    try fixture.write(["rain"])
    _ = try fixture.takeIn()
    for table in ["part_a", "part_b"] {
      try await fixture.sql("UPDATE \(table) SET body = zeroblob(300) WHERE name = 'key'")
    }
    let before = try fixture.scratch.read(fixture.path("journal.db"))
    #expect(throws: VaultError.damaged(.part("key"))) { try Self.run(fixture) }
    #expect(try fixture.scratch.read(fixture.path("journal.db")) == before)
  }

  /// A page of the file overwritten in the middle: SQLite stops there, the other side is reached.
  @Test func aTornFileGivesWhatStandsOnItsOtherPages() async throws {
    let fixture = try JournalFixture()
    let long = String(repeating: "words and more words ", count: 200)
    try fixture.write((0..<60).map { "\($0) \(long)" })
    _ = try fixture.takeIn()
    let page = try await fixture.sql(
      "SELECT pageno FROM dbstat WHERE name = 'record' AND pagetype = 'leaf' LIMIT 1 OFFSET 3")
    let number = try #require(Int(page.filter(\.isNumber)))
    var bytes = try fixture.scratch.read(fixture.path("journal.db"))
    for at in ((number - 1) * 16384)..<(number * 16384) { bytes[at] = 0xAA }
    _ = try fixture.scratch.write(bytes, to: fixture.path("journal.db"))
    let outcome = try Self.run(fixture)
    #expect(outcome.entries >= 40 && outcome.entries < 60, "\(outcome.entries)")
    #expect(outcome.entries + outcome.lost.count == 60)
    #expect(try fixture.open().verify { _ in }.damage.isEmpty)
  }
}
