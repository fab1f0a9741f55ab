import Age
import GRDB
import TestSupport
import Testing

@testable import Vault

/// One damaged page of the file costs what is on it, and nothing else.
@Suite struct DamagedPagesTests {
  static let pageSize = 16384
  static let long = String(repeating: "words and more words ", count: 60)

  /// How a page comes to harm: its kind, its first sector, or all of it.
  enum Harm: CaseIterable {
    case kind, sector, page

    func damage(_ bytes: inout [UInt8], page: Int) {
      let start = (page - 1) * pageSize
      switch self {
      case .kind: bytes[start] ^= 0xFF
      case .sector: for at in start..<start + 512 { bytes[at] = 0 }
      case .page: for at in start..<start + pageSize { bytes[at] = 0 }
      }
    }
  }

  /// A journal of 120 entries on several pages, the first of which has two wordings.
  static func fixture() throws -> (JournalFixture, pages: [Page]) {
    let fixture = try JournalFixture()
    let pages = try fixture.write((0..<120).map { "\($0) \(long)" })
    let journal = try fixture.takeIn()
    var page = pages[0]
    page.payload = Array("0 again \(long)".utf8)
    try journal.add([
      Wording(
        page: page, revision: .fresh(), parents: [page.id], revised: page.written + 1, card: [])
    ])
    return (fixture, pages)
  }

  /// The root page of a tree.
  static func root(_ tree: String, of fixture: JournalFixture) async throws -> Int {
    let page = try await fixture.sql("SELECT rootpage FROM sqlite_master WHERE name = '\(tree)'")
    return try #require(Int(page.filter(\.isNumber)))
  }

  static func damage(_ fixture: JournalFixture, page: Int, _ harm: Harm) throws {
    var bytes = try fixture.scratch.read(fixture.path("journal.db"))
    harm.damage(&bytes, page: page)
    _ = try fixture.scratch.write(bytes, to: fixture.path("journal.db"))
  }

  static func salvage(_ fixture: JournalFixture) throws -> Salvage.Outcome {
    let words = UnlockWords([(.passphrase, try Passphrase(JournalFixture.words))])
    return try Salvage(at: fixture.place, with: words).run(now: 9) { page, revision in
      Wording(page: page, revision: revision, revised: page.written, card: [])
    }
  }

  @Test(
    arguments: ["part_a", "part_b", "sqlite_autoindex_part_a_1", "sqlite_autoindex_part_b_1"],
    Harm.allCases)
  func aDamagedTreeOfCopiesCostsNothing(tree: String, harm: Harm) async throws {
    let (fixture, _) = try Self.fixture()
    try Self.damage(fixture, page: try await Self.root(tree, of: fixture), harm)
    try fixture.write(["late"])
    let looked = try fixture.open()
    #expect(looked.notices.contains { if case .copyDamaged(_, true) = $0 { true } else { false } })
    let journal = try fixture.takeIn()
    #expect(try JournalFixture.texts(journal).texts.count == 121)
    let verdict = try journal.verify { _ in }
    #expect(verdict.damage.isEmpty && verdict.damagedCopies.isEmpty, "\(verdict)")
    // Its old pages went when the file was put together anew.
    #expect(!fixture.scratch.exists(fixture.path("untidy")))
    #expect(try await fixture.sql("PRAGMA integrity_check") == "ok\n")
  }

  /// A page that says it has fewer rows than it has hides them from SQLite: nothing that is made out of the
  /// others may put them out of salvage's reach.
  @Test func rowsThatAPageHidesStayForSalvage() async throws {
    let (fixture, _) = try Self.fixture()
    let found = try await fixture.sql(
      "SELECT pageno FROM dbstat WHERE name = 'record' AND pagetype = 'leaf' LIMIT 1 OFFSET 2")
    let page = try #require(Int(found.filter(\.isNumber)))
    let root = try await Self.root("part_a", of: fixture)
    var bytes = try fixture.scratch.read(fixture.path("journal.db"))
    bytes[(page - 1) * Self.pageSize + 4] -= 3
    Harm.kind.damage(&bytes, page: root)
    _ = try fixture.scratch.write(bytes, to: fixture.path("journal.db"))
    // Each opening would mend the copies and put the file together anew, if that cost nothing.
    for _ in 0..<2 {
      let notices = try fixture.takeIn().notices
      #expect(
        notices.contains { if case .copyDamaged(_, false) = $0 { true } else { false } },
        "\(notices)")
    }
    let outcome = try Self.salvage(fixture)
    #expect(outcome.entries == 120 && outcome.lostWordings.isEmpty, "\(outcome)")
  }

  /// Another window may change the words between the reading of the keys and the mending.
  @Test func mendingPutsNoOldPartBack() async throws {
    let fixture = try JournalFixture()
    try fixture.write(["rain"])
    try fixture.takeIn()
    let database = try JournalDatabase(
      path: "\(fixture.place.folder)/journal.db", isReadOnly: false)
    let words = UnlockWords([(.passphrase, try Passphrase(JournalFixture.words))])
    let old = try Keyring(database, words: words)
    var journal = try fixture.open()
    try journal.addRecovery(Passphrase(JournalFixture.kit), now: 5, logN: 10)
    try await fixture.sql("UPDATE part_a SET body = zeroblob(300) WHERE name = 'capture'")
    try journal.mend(with: old)
    #expect(try fixture.open().notices.isEmpty)
    #expect(
      try JournalFixture.texts(fixture.open(JournalFixture.kit, kind: .recovery)).texts == ["rain"])
  }

  /// Where there is no room to mend, everything is read from the other copies.
  @Test func mendingThatFailsStopsNothing() async throws {
    let (fixture, _) = try Self.fixture()
    try Self.damage(fixture, page: try await Self.root("part_a", of: fixture), .page)
    let journal = try JournalDatabase(path: "\(fixture.place.folder)/journal.db", isReadOnly: false)
    try journal.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1") }
    #expect(throws: VaultError.self) { try journal.remake(["part_a"]) }
    #expect(try journal.kept(.key).intact.count == 1)
    #expect(try journal.kept(.root).damaged == 1)
  }

  /// Salvage takes each part from whichever copy is whole.
  @Test(arguments: [("key", "capture"), ("slot.passphrase", "root"), ("ledger", "key")])
  func salvageTakesEachPartFromEitherCopy(first: String, second: String) async throws {
    let (fixture, pages) = try Self.fixture()
    try fixture.open().erase(pages[3].id, now: 5)
    let other = try await Self.root("sqlite_autoindex_part_a_1", of: fixture)
    try await fixture.sql(
      "UPDATE part_a SET body = zeroblob(300) WHERE name = '\(first)';"
        + "UPDATE part_b SET body = zeroblob(300) WHERE name = '\(second)'")
    try Self.damage(fixture, page: other, .page)
    let outcome = try Self.salvage(fixture)
    #expect(outcome.entries == 119 && outcome.lost.isEmpty && outcome.lostWordings.isEmpty)
    #expect(outcome.knowsErased && outcome.lostWays.isEmpty && !outcome.lostPages)
    #expect(outcome.unproven == 0 && outcome.unreadRows == 0)
  }

  /// The tree above the records, the index beside them, the list of tables: no record is on these pages.
  @Test(arguments: ["record", "record_entry", "sqlite_master", "head"], Harm.allCases)
  func salvageNeedsNoPageThatOnlyLeadsToOthers(tree: String, harm: Harm) async throws {
    let (fixture, _) = try Self.fixture()
    let page = tree == "sqlite_master" ? 1 : try await Self.root(tree, of: fixture)
    try Self.damage(fixture, page: page, harm)
    let outcome = try Self.salvage(fixture)
    #expect(outcome.entries == 120 && outcome.lost.isEmpty && outcome.lostWordings.isEmpty)
    #expect(outcome.unproven == 0 && outcome.knowsErased)
    let journal = try fixture.open()
    #expect(try JournalFixture.texts(journal).texts.count == 120)
    #expect(try journal.verify { _ in }.damage.isEmpty)
  }

  /// A record, and a leaf of the list, that are longer than a page go on in others.
  @Test func whatGoesOnInOtherPagesIsSaved() async throws {
    let fixture = try JournalFixture()
    let longer = String(repeating: Self.long, count: 40)
    try fixture.write((0..<300).map { $0 % 60 == 0 ? "\($0) \(longer)" : "\($0)" })
    try fixture.takeIn()
    try Self.damage(fixture, page: 1, .page)
    let outcome = try Self.salvage(fixture)
    #expect(outcome.entries == 300 && outcome.unproven == 0 && outcome.unreadRows == 0)
    let texts = try JournalFixture.texts(fixture.open()).texts
    #expect(texts.count == 300 && texts[60] == "60 \(longer)")
  }

  @Test func aDamagedPageOfRecordsCostsWhatIsOnIt() async throws {
    let (fixture, _) = try Self.fixture()
    let found = try await fixture.sql(
      "SELECT pageno, ncell FROM dbstat WHERE name = 'record' AND pagetype = 'leaf' LIMIT 1 OFFSET 2"
    )
    let numbers = found.split { !$0.isNumber }.compactMap { Int($0) }
    let (page, count) = (numbers[0], numbers[1])
    try Self.damage(fixture, page: page, .page)
    let journal = try fixture.open()
    let (texts, damage) = try JournalFixture.texts(journal)
    #expect(texts.count >= 120 - count && damage.count == 120 - texts.count && !damage.isEmpty)
    let named = damage.allSatisfy { if case .entry = $0 { true } else { false } }
    #expect(named, "\(damage)")
    var scanned = 0
    let inScan = try journal.scan({ row, _ in row.entry }) { _ in
      scanned += 1
      return true
    }
    #expect(scanned == texts.count && inScan.count == damage.count)
    #expect(try journal.verify { _ in }.damage.count > damage.count - 1)
    let outcome = try Self.salvage(fixture)
    #expect(outcome.entries + outcome.lost.count == 120)
    #expect(outcome.entries >= texts.count && outcome.lostWordings.count == count)
  }

  /// A page that would come to be on a damaged page waits, is read where it is, and keeps no other.
  @Test func aPageThatHasNoPlaceWaitsAndKeepsNoOther() async throws {
    let (fixture, _) = try Self.fixture()
    let page = try await fixture.sql(
      "SELECT pageno FROM dbstat WHERE name = 'record' AND pagetype = 'leaf' LIMIT 1 OFFSET 2")
    try Self.damage(fixture, page: try #require(Int(page.filter(\.isNumber))), .page)
    let late = try fixture.write((0..<40).map { "late \($0)" })
    var journal = try fixture.open()
    let first = try journal.takeIn(summary: JournalFixture.summary)
    let left = try journal.waitingPages().count
    #expect(first > 0 && first + left == late.count)
    // Another may find a place once pages beside it were divided; none is taken in twice.
    let more = try journal.takeIn(summary: JournalFixture.summary)
    let count = first + more
    let waiting = try journal.waitingPages()
    #expect(count + waiting.count == late.count)
    // Salvage makes room for the rest.
    let outcome = try Self.salvage(fixture)
    #expect(outcome.entries + outcome.lost.count == 120 + count)
    journal = try fixture.takeIn()
    #expect(try journal.waitingPages().isEmpty)
    #expect(try JournalFixture.texts(journal).texts.count == outcome.entries + waiting.count)
  }

  /// The wordings of one entry can be named by two leaves: without one of them nobody knows which wording
  /// stands for it.
  @Test(arguments: [false, true])
  func anEntryThatADamagedLeafNamesTooIsNamed(isFirst: Bool) async throws {
    let fixture = try JournalFixture()
    let pages = try fixture.write(["before", "often", "after"])
    let journal = try fixture.takeIn()
    // More wordings than one leaf has room for.
    try journal.add(
      (0..<280).map { number in
        var page = pages[1]
        page.payload = Array("often \(number)".utf8)
        return Wording(
          page: page, revision: .fresh(), parents: [page.id], revised: Int64(number), card: [])
      })
    let marks = try journal.read { $0.root.leaves }
    let torn = try #require(
      marks.indices.dropFirst().first { marks[$0].first.entry == pages[1].id })
    let id = marks[isFirst ? torn - 1 : torn].id
    try await fixture.sql("UPDATE leaf SET box = zeroblob(400) WHERE id = \(Self.signed(id))")
    let opened = try fixture.open()
    let entry = Damage.entry(pages[1].id.description)
    #expect(try opened.rows { _ in .take }.damage.contains(entry))
    #expect(try opened.scan({ row, _ in row.entry }) { _ in true }.contains(entry))
    #expect(try opened.verify { _ in }.damage.contains(entry))
    #expect(throws: VaultError.self) { try opened.row(prefix: pages[1].id.description) }
  }

  private static func signed(_ id: UInt64) -> Int64 { Int64(bitPattern: id) }

  /// The list names what cannot be found any more, though it cannot say which.
  @Test func salvageCountsWhatADamagedListNamed() async throws {
    let (fixture, _) = try Self.fixture()
    try await fixture.sql("UPDATE leaf SET box = zeroblob(400)")
    try await fixture.sql(
      "UPDATE record SET box = zeroblob(400) WHERE rowid IN (SELECT rowid FROM record LIMIT 7)")
    let outcome = try Self.salvage(fixture)
    #expect(outcome.unreadRows == 121 && outcome.unproven == 114)
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END",
    "CREATE TABLE more (a)", "CREATE VIEW v AS SELECT 1", "DROP TABLE head",
    "DROP INDEX record_entry",
    "DROP TABLE head; CREATE TABLE head (sequence INTEGER PRIMARY KEY ON CONFLICT IGNORE, box BLOB)",
  ])
  func whatTheFileHoldsIsComparedWithWhatWeMade(change: String) async throws {
    let (fixture, _) = try Self.fixture()
    try await fixture.sql(change)
    #expect {
      try fixture.open()
    } throws: { error in
      if case VaultError.damaged(.database) = error { true } else { false }
    }
    #expect(try Self.salvage(fixture).entries == 120)
  }
}
