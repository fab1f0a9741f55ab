import Age
import TestSupport
import Testing
import Vault

/// Taking away, swapping, grafting and putting back are all noticed, and cost only what they touch.
@Suite struct TamperingTests {
  let fixture: JournalFixture

  init() throws {
    fixture = try JournalFixture()
    try fixture.write(["one", "two", "three", "four", "five"])
    try fixture.takeIn()
  }

  private func texts() throws -> (texts: [String], damage: [Damage]) {
    try JournalFixture.texts(fixture.open())
  }

  @Test func aRemovedRecordIsNamed() async throws {
    try await fixture.sql("DELETE FROM record WHERE rowid IN (SELECT rowid FROM record LIMIT 1)")
    let (texts, damage) = try texts()
    #expect(texts.count == 4)
    #expect(damage.count == 1)
    #expect(try fixture.open().verify { _ in }.damage.count == 1)
  }

  @Test func swappedRecordsAreNamed() async throws {
    try await fixture.sql(
      """
      CREATE TEMP TABLE two AS SELECT revision, box FROM record LIMIT 2;
      UPDATE record SET box = (SELECT box FROM two WHERE two.revision != record.revision)
      WHERE revision IN (SELECT revision FROM two)
      """)
    let (texts, damage) = try texts()
    #expect(texts.count == 3)
    #expect(damage.count == 2)
  }

  @Test func aRecordTooManyIsNoticed() async throws {
    try await fixture.sql("INSERT INTO record SELECT 7, 7, box FROM record LIMIT 1")
    #expect(try fixture.open().verify { _ in }.damage == [.unlisted(count: 1)])
  }

  @Test func aRecordOfAnotherJournalDoesNotOpen() async throws {
    let other = try JournalFixture(name: "other", in: fixture.scratch)
    try other.write(["foreign"])
    try other.takeIn()
    try await fixture.sql(
      """
      ATTACH '\(other.place.folder)/journal.db' AS other;
      UPDATE record SET box = (SELECT box FROM other.record LIMIT 1)
      """)
    let (texts, damage) = try texts()
    #expect(texts == [])
    #expect(damage.count == 5)
  }

  @Test func anOldLeafPutBackIsNoticed() async throws {
    let old = fixture.scratch.file("old.db")
    _ = try await Tool.run("cp", [fixture.place.folder + "/journal.db", old])
    try fixture.write(["six"], from: JournalFixture.now + 60_000)
    try fixture.takeIn()
    try await fixture.sql(
      "ATTACH '\(old)' AS old; UPDATE leaf SET box = (SELECT box FROM old.leaf LIMIT 1)")
    let (texts, damage) = try texts()
    #expect(texts == [])
    #expect(damage == [.leaf(rows: 6)])
    // Writing on is not stopped by it.
    try fixture.write(["seven"], from: JournalFixture.now + 90_000)
    let after = try JournalFixture.texts(fixture.takeIn())
    #expect(after.texts == ["seven"])
    #expect(after.damage == [.leaf(rows: 6)])
  }

  @Test func anOldJournalPutBackIsRefused() async throws {
    let database = fixture.place.folder + "/journal.db"
    let old = fixture.scratch.file("old.db")
    _ = try await Tool.run("cp", [database, old])
    try fixture.write(["six"], from: JournalFixture.now + 60_000)
    try fixture.takeIn()
    _ = try await Tool.run("cp", [old, database])
    #expect(throws: VaultError.rolledBack(.older(seen: 3, found: 2))) { try fixture.open() }
    let accepted = try fixture.open(acceptingOlder: true)
    #expect(accepted.notices.contains(.olderAccepted))
    #expect(try accepted.verify { _ in }.accepted == [JournalFixture.now + 1000])
    #expect(try texts().texts.count == 5)
  }

  @Test func aJournalUsedInTwoPlacesIsTold() async throws {
    let database = fixture.place.folder + "/journal.db"
    let copy = fixture.scratch.file("copy.db")
    _ = try await Tool.run("cp", [database, copy])
    try fixture.write(["here"])
    try fixture.takeIn()
    let state = fixture.scratch.file("state")
    _ = try await Tool.run("mv", [state, state + ".here"])
    _ = try await Tool.run("cp", [copy, database])
    try fixture.write(["there"])
    try fixture.takeIn()
    _ = try await Tool.run("rm", ["-r", state])
    _ = try await Tool.run("mv", [state + ".here", state])
    #expect(throws: VaultError.rolledBack(.diverged)) { try fixture.open() }
  }

  /// A forged anchor without the key counts as none.
  @Test func aForgedAnchorSaysFirstTimeHere() async throws {
    let paths = try fixture.scratch.everyFile().map(\.path)
    let anchor = try #require(paths.first { $0.hasSuffix("/anchor") })
    let text = String(decoding: try fixture.scratch.read(anchor), as: UTF8.self)
    let forged = text.replacingWord(2, with: "1")
    _ = try fixture.scratch.write(Array(forged.utf8), to: anchor)
    #expect(try fixture.open().notices.contains(.firstTimeHere))
  }

  /// Bytes flipped anywhere end in a named error or in the very same texts, never in others.
  @Test(arguments: [11, 12, 13] as [UInt64])
  func flippedBytesNeverChangeAText(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let whole = try fixture.scratch.read(fixture.path("journal.db"))
    let right: Set = ["one", "two", "three", "four", "five"]
    for _ in 0..<60 {
      var bytes = whole
      let place = Int.random(in: bytes.indices, using: &random)
      bytes[place] ^= UInt8.random(in: 1...255, using: &random)
      _ = try fixture.scratch.write(bytes, to: fixture.path("journal.db"))
      do {
        let (texts, damage) = try texts()
        #expect(right.isSuperset(of: texts), "seed \(seed) byte \(place)")
        #expect(texts.count == 5 || !damage.isEmpty, "seed \(seed) byte \(place)")
      } catch let error as VaultError {
        #expect(error != .wrongPassphrase, "seed \(seed) byte \(place)")
      }
    }
  }
}

extension String {
  fileprivate func replacingWord(_ place: Int, with word: String) -> String {
    var words = split(separator: " ").map(String.init)
    words[place] = word
    return words.joined(separator: " ")
  }
}
