import Age
import TestSupport
import Testing
import Vault

/// Several wordings of an entry, and taking them away again.
@Suite struct RevisingTests {
  private static func wording(
    of page: Page, _ text: String, _ revision: ItemID, parents: [ItemID], at time: Int64
  ) -> Wording {
    Wording(
      page: Page(id: page.id, written: page.written, payload: Array(text.utf8)),
      revision: revision, parents: parents, revised: time, card: Array(text.utf8.prefix(4)))
  }

  /// A journal whose first of three entries has three wordings.
  private static func revised() throws -> (fixture: JournalFixture, pages: [Page], ids: [ItemID]) {
    let fixture = try JournalFixture()
    let pages = try fixture.write(["rain one", "sun", "wind"])
    let journal = try fixture.takeIn()
    let ids = [ItemID.fresh(), .fresh()]
    try journal.add([
      wording(of: pages[0], "rain two", ids[0], parents: [pages[0].id], at: pages[0].written + 5)
    ])
    try journal.add([
      wording(of: pages[0], "rain three", ids[1], parents: [ids[0]], at: pages[0].written + 9)
    ])
    return (fixture, pages, ids)
  }

  @Test func theLatestWordingStandsForTheEntry() throws {
    let (fixture, pages, ids) = try Self.revised()
    let journal = try fixture.open()
    #expect(try JournalFixture.texts(journal).texts == ["rain three", "sun", "wind"])
    #expect(try journal.row(prefix: pages[0].id.description).revision == ids[1])
    #expect(try journal.wordings(of: pages[0].id).map(\.revision) == [pages[0].id] + ids)
    let verdict = try journal.verify { _ in }
    #expect(verdict.damage.isEmpty && verdict.entries == 3)
  }

  @Test func twoPlacesLeaveTwoWordingsSideBySide() throws {
    let (fixture, pages, ids) = try Self.revised()
    let journal = try fixture.open()
    let other = ItemID.fresh()
    try journal.add([
      Self.wording(of: pages[0], "elsewhere", other, parents: [ids[0]], at: pages[0].written + 7)
    ])
    let rows = try journal.wordings(of: pages[0].id)
    #expect(OpenJournal.latest(rows).map(\.revision) == [other, ids[1]])
    #expect(try JournalFixture.texts(journal).texts == ["rain three", "sun", "wind"])
  }

  /// Wordings of one entry stay together where a leaf is full and splits between them.
  @Test func wordingsAreFoundOverTheEdgeOfALeaf() throws {
    let fixture = try JournalFixture()
    let pages = try fixture.write((0..<300).map { "text \($0)" })
    let journal = try fixture.takeIn()
    for index in [0, 127, 128, 129, 255, 256, 299] {
      var parent = pages[index].id
      for round in 0..<40 {
        let next = ItemID.fresh()
        try journal.add([
          Self.wording(
            of: pages[index], "text \(index) again \(round)", next, parents: [parent],
            at: pages[index].written + Int64(round))
        ])
        parent = next
      }
      #expect(try journal.wordings(of: pages[index].id).count == 41)
    }
    let texts = try JournalFixture.texts(journal)
    #expect(texts.damage.isEmpty)
    #expect(texts.texts.count == 300)
    #expect(texts.texts[128] == "text 128 again 39")
    #expect(try journal.verify { _ in }.damage.isEmpty)
  }

  @Test func earlierWordingsCanBeForgottenAlone() throws {
    let (fixture, pages, ids) = try Self.revised()
    let journal = try fixture.open()
    #expect(try journal.forgetEarlierWordings(of: pages[0].id, now: 1) == 2)
    #expect(try journal.wordings(of: pages[0].id).map(\.revision) == [ids[1]])
    #expect(try journal.forgetEarlierWordings(of: pages[0].id, now: 1) == 0)
    // The old wording is known as gone: another copy cannot bring it back.
    let again = Self.wording(of: pages[0], "rain two", ids[0], parents: [], at: 0)
    let arrivals = try journal.add([again])
    #expect(arrivals.wordings == 0 && arrivals.forgotten == 1 && arrivals.erased.isEmpty)
    #expect(try journal.verify { _ in }.damage.isEmpty)
  }

  @Test func anErasedEntryIsGoneAndStaysAway() throws {
    let (fixture, pages, _) = try Self.revised()
    // A file of the inbox, copied away before it was taken in and copied back later.
    let copied = try fixture.write(["comes back"])[0]
    let name = fixture.scratch.names(fixture.path("inbox")).first { $0.hasSuffix(".age") } ?? ""
    let bytes = try fixture.scratch.read(fixture.path("inbox/\(name)"))
    var journal = try fixture.takeIn()
    try journal.erase(pages[0].id, now: 7)
    try journal.erase(copied.id, now: 7)
    _ = try fixture.scratch.write(bytes, to: fixture.path("inbox/\(name)"))
    #expect(try journal.takeIn(summary: JournalFixture.summary) == 0)
    #expect(fixture.scratch.names(fixture.path("inbox")).isEmpty)
    #expect(try JournalFixture.texts(journal).texts == ["sun", "wind"])
    #expect(throws: VaultError.noSuchEntry(id: pages[0].id.description)) {
      try journal.erase(pages[0].id, now: 8)
    }
    #expect(try journal.verify { _ in }.damage.isEmpty)
  }

  /// The ciphertext of an erased record is nowhere in the journal's files.
  @Test func nothingOfAnErasedRecordStaysInTheFile() async throws {
    let (fixture, pages, ids) = try Self.revised()
    let hex = try await fixture.sql("SELECT hex(box) FROM record")
    let boxes = hex.split(separator: "\n").map { Self.bytes(String($0)) }
    #expect(boxes.count == 5)
    let journal = try fixture.open()
    try journal.erase(pages[0].id, now: 7)
    let file = try fixture.scratch.read(fixture.path("journal.db"))
    let left = boxes.filter { box in Self.holds(file, Array(box[40..<72])) }
    #expect(left.count == 2, "the two entries that were not erased")
    #expect(!fixture.scratch.exists(fixture.path("journal.db-journal")))
    _ = ids
  }

  private static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16)
    }
  }

  private static func holds(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    bytes.indices.contains { at in
      bytes[at] == part[0] && bytes[at...].prefix(part.count).elementsEqual(part)
    }
  }
}
