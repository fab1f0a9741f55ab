internal import Crypto
internal import GRDB
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What SQLite keeps signed, the seals keep unsigned.
extension UInt64 {
  var row: Int64 { Int64(bitPattern: self) }
}

/// Values of a row, read without trusting that they are of the kind they should be: whoever can write
/// the file can put anything into it.
extension Row {
  fileprivate func bytes(_ column: String) throws(VaultError) -> [UInt8] {
    guard let data = Data.fromDatabaseValue(self[column]) else { throw Self.odd }
    return Array(data)
  }

  fileprivate func id(_ column: String) throws(VaultError) -> ItemID {
    let value: DatabaseValue = self[column]
    guard case .int64(let bits) = value.storage else { throw Self.odd }
    return ItemID(bits: UInt64(bitPattern: bits))
  }

  fileprivate static var odd: VaultError {
    .damaged(.database("a value in it is of the wrong kind"))
  }
}

/// A part that is kept twice, as it was found.
struct KeptPart: Sendable {
  /// The content of the copies whose checksum holds.
  var intact: [[UInt8]]
  /// How many copies are missing, unreadable or changed.
  var damaged: Int
  /// True when neither table has such a row: it was never made.
  var isAbsent: Bool

  /// The intact copies, each once.
  var distinct: [[UInt8]] { intact.count == 2 && intact[0] == intact[1] ? [intact[0]] : intact }
}

extension Database {
  /// Reads both copies of a part.
  ///
  /// A copy on a damaged page costs only itself.
  func part(_ part: JournalDatabase.Part) -> KeptPart {
    var kept = KeptPart(intact: [], damaged: 0, isAbsent: true)
    for table in ["part_a", "part_b"] {
      do {
        let row = try Row.fetchOne(
          self, sql: "SELECT body, sha256 FROM \(table) WHERE name = ?", arguments: [part.name])
        if row != nil { kept.isAbsent = false }
        guard let body = try row?.bytes("body"), let sum = try row?.bytes("sha256"),
          Array(SHA256.hash(data: body)) == sum
        else {
          kept.damaged += 1
          continue
        }
        kept.intact.append(body)
      } catch {
        kept.isAbsent = false
        kept.damaged += 1
      }
    }
    return kept
  }

  /// The file of a way in.
  ///
  /// - Throws: `VaultError.damaged` where no copy is whole, or where two differ: a checksum proves
  ///   only that a copy was not damaged by chance, so nobody can say which is the true one.
  func slotFile(_ kind: SlotKind) throws -> [UInt8] {
    let copies = part(.slot(kind)).distinct
    guard let file = copies.first, copies.count == 1 else {
      throw VaultError.damaged(.part(JournalDatabase.Part.slot(kind).name))
    }
    return file
  }

  /// Writes both copies of a part.
  func put(_ body: [UInt8], as part: JournalDatabase.Part) throws {
    let body = Data(body)
    for table in ["part_a", "part_b"] {
      try execute(
        sql: "INSERT OR REPLACE INTO \(table) (name, body, sha256) VALUES (?, ?, ?)",
        arguments: [part.name, body, Data(SHA256.hash(data: body))])
    }
  }

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

  func removeLeaf(_ id: UInt64) throws {
    try execute(sql: "DELETE FROM leaf WHERE id = ?", arguments: [id.row])
  }

  func setVersion(_ version: Int32) throws {
    try execute(sql: "PRAGMA user_version = \(version)")
  }

  /// Every record's ids, as they stand outside the seals, as far as the file can be read.
  func eachRecord(backwards: Bool, _ body: (ItemID, ItemID) -> Void) throws {
    let order = backwards ? "DESC" : "ASC"
    let rows = try Row.fetchCursor(
      self, sql: "SELECT entry, revision FROM record NOT INDEXED ORDER BY revision \(order)")
    while let row = try rows.next() {
      guard let entry = try? row.id("entry"), let revision = try? row.id("revision") else {
        continue
      }
      body(entry, revision)
    }
  }

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

  func leaf(_ id: UInt64) throws -> [UInt8]? {
    try Row.fetchOne(self, sql: "SELECT box FROM leaf WHERE id = ?", arguments: [id.row])?
      .bytes("box")
  }

  func putLeaf(_ box: [UInt8], id: UInt64) throws {
    try execute(
      sql: "INSERT OR REPLACE INTO leaf (id, box) VALUES (?, ?)", arguments: [id.row, Data(box)])
  }

  func head(_ sequence: UInt64) throws -> [UInt8]? {
    try Row.fetchOne(
      self, sql: "SELECT box FROM head WHERE sequence = ?", arguments: [sequence.row]
    )?.bytes("box")
  }

  func putHead(_ box: [UInt8], sequence: UInt64) throws {
    try execute(
      sql: "INSERT OR REPLACE INTO head (sequence, box) VALUES (?, ?)",
      arguments: [sequence.row, Data(box)])
  }

  /// How many rows a table has.
  func count(_ table: String) throws -> Int {
    try Int.fetchOne(self, sql: "SELECT count(*) FROM \(table)") ?? 0
  }
}
