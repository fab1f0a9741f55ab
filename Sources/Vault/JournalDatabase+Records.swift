internal import GRDB
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

extension Database {
  /// A record's box, with the entry that it stands for.
  ///
  /// A search asks for very many, so the row is read where it lies and its bytes are copied once.
  func record(_ revision: ItemID) throws -> (entry: ItemID, box: [UInt8])? {
    let statement = try cachedStatement(sql: "SELECT entry, box FROM record WHERE revision = ?")
    let rows = try Row.fetchCursor(statement, arguments: [revision.bits.row])
    guard let row = try rows.next() else { return nil }
    let value: DatabaseValue = row[0]
    guard case .int64(let bits) = value.storage,
      let box = try row.withUnsafeData(atIndex: 1, { $0.map { Array($0) } })
    else { throw Row.odd }
    return (ItemID(bits: UInt64(bitPattern: bits)), box)
  }

  func putRecord(_ box: [UInt8], revision: ItemID, entry: ItemID) throws {
    try execute(
      sql: "INSERT INTO record (revision, entry, box) VALUES (?, ?, ?)",
      arguments: [revision.bits.row, entry.bits.row, Data(box)])
  }

  /// With secure_delete on, SQLite fills the place with zeros.
  func removeRecord(_ revision: ItemID) throws {
    try execute(sql: "DELETE FROM record WHERE revision = ?", arguments: [revision.bits.row])
  }

  /// Removes every record of an entry, whatever the catalogue says.
  func removeRecords(ofEntry entry: ItemID) throws {
    try execute(sql: "DELETE FROM record WHERE entry = ?", arguments: [entry.bits.row])
  }

  /// The ids of the records whose revisions stand in a range, as they are outside the seals, as far as
  /// the file can be read.
  ///
  /// - Parameter range: of the numbers that SQLite keeps, by which the records lie in the file.
  func eachRecord(
    in range: ClosedRange<Int64>, backwards: Bool, _ body: (ItemID, ItemID) -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT entry, revision FROM record NOT INDEXED WHERE revision BETWEEN ? AND ?
        ORDER BY revision \(backwards ? "DESC" : "ASC")
        """, arguments: [range.lowerBound, range.upperBound])
    while let row = try rows.next() {
      guard let entry = try? row.id("entry"), let revision = try? row.id("revision") else {
        continue
      }
      body(entry, revision)
    }
  }

  /// The number of each record and the end of its box, where the tag of its seal is.
  ///
  /// Rows of any other shape are passed over.
  func eachRecordTag(_ body: (ItemID, [UInt8]) -> Void) throws {
    let rows = try Row.fetchCursor(
      self,
      sql: """
        SELECT revision, substr(box, -\(Sealer.tagByteCount)) AS tag FROM record NOT INDEXED
        """)
    while let row = try rows.next() {
      guard let revision = try? row.id("revision"), let tag = try? row.bytes("tag") else {
        continue
      }
      body(revision, tag)
    }
  }

  /// How many pages the file has.
  func pageCount() throws -> Int { try Int.fetchOne(self, sql: "PRAGMA page_count") ?? 0 }

  func hasRecord(_ revision: ItemID) throws -> Bool {
    try Bool.fetchOne(
      self, sql: "SELECT EXISTS (SELECT 1 FROM record WHERE revision = ?)",
      arguments: [revision.bits.row]) ?? false
  }

  /// Whether an entry is here.
  func hasEntry(_ entry: ItemID) throws -> Bool {
    try Bool.fetchOne(
      self, sql: "SELECT EXISTS (SELECT 1 FROM record WHERE entry = ?)",
      arguments: [entry.bits.row]) ?? false
  }

  /// The revisions of all entries whose ids lie in `range`, at most `limit`.
  func revisions(
    ofEntries range: ClosedRange<UInt64>, limit: Int
  ) throws -> [(entry: ItemID, revision: ItemID)] {
    try Row.fetchAll(
      self,
      sql:
        "SELECT entry, revision FROM record WHERE entry BETWEEN ? AND ? ORDER BY entry, revision LIMIT ?",
      arguments: [range.lowerBound.row, range.upperBound.row, limit]
    ).map { row in (try row.id("entry"), try row.id("revision")) }
  }

  /// The entries whose ids lie in `range`, at most `limit`.
  func entries(in range: ClosedRange<UInt64>, limit: Int) throws -> [ItemID] {
    try Row.fetchAll(
      self,
      sql: "SELECT DISTINCT entry FROM record WHERE entry BETWEEN ? AND ? ORDER BY entry LIMIT ?",
      arguments: [range.lowerBound.row, range.upperBound.row, limit]
    ).map { row in try row.id("entry") }
  }
}
