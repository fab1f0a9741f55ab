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

/// A part that is kept twice, as it was found.
struct KeptPart: Sendable {
  /// The content of the copies whose checksum holds.
  var intact: [[UInt8]]
  /// How many copies are missing, unreadable or changed.
  var damaged: Int
  /// True when neither table has such a row: it was never made.
  var isAbsent: Bool

  /// The first intact copy.
  ///
  /// - Throws: `VaultError.damaged(.part)`.
  func body(of part: JournalDatabase.Part) throws(VaultError) -> [UInt8] {
    guard let body = intact.first else { throw .damaged(.part(part.name)) }
    return body
  }
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
        guard let body = row?["body"] as Data?, let sum = row?["sha256"] as Data?,
          SHA256.hash(data: body) == sum
        else {
          kept.damaged += 1
          continue
        }
        kept.intact.append(Array(body))
      } catch {
        kept.isAbsent = false
        kept.damaged += 1
      }
    }
    return kept
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
  func record(_ revision: ItemID) throws -> (entry: ItemID, box: [UInt8])? {
    try Row.fetchOne(
      self, sql: "SELECT entry, box FROM record WHERE revision = ?",
      arguments: [revision.bits.row]
    ).map { row in
      (ItemID(bits: UInt64(bitPattern: row["entry"])), Array(row["box"] as Data))
    }
  }

  func putRecord(_ box: [UInt8], revision: ItemID, entry: ItemID) throws {
    try execute(
      sql: "INSERT INTO record (revision, entry, box) VALUES (?, ?, ?)",
      arguments: [revision.bits.row, entry.bits.row, Data(box)])
  }

  /// Whether an entry was ever taken in.
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
      self, sql: "SELECT entry, revision FROM record WHERE entry BETWEEN ? AND ? LIMIT ?",
      arguments: [range.lowerBound.row, range.upperBound.row, limit]
    ).map { row in
      (
        ItemID(bits: UInt64(bitPattern: row["entry"])),
        ItemID(bits: UInt64(bitPattern: row["revision"]))
      )
    }
  }

  func leaf(_ id: UInt64) throws -> [UInt8]? {
    try Data.fetchOne(self, sql: "SELECT box FROM leaf WHERE id = ?", arguments: [id.row])
      .map(Array.init)
  }

  func putLeaf(_ box: [UInt8], id: UInt64) throws {
    try execute(
      sql: "INSERT OR REPLACE INTO leaf (id, box) VALUES (?, ?)", arguments: [id.row, Data(box)])
  }

  func head(_ sequence: UInt64) throws -> [UInt8]? {
    try Data.fetchOne(
      self, sql: "SELECT box FROM head WHERE sequence = ?", arguments: [sequence.row]
    ).map(Array.init)
  }

  func putHead(_ box: [UInt8], sequence: UInt64) throws {
    try execute(
      sql: "INSERT INTO head (sequence, box) VALUES (?, ?)",
      arguments: [sequence.row, Data(box)])
  }

  /// How many rows a table has.
  func count(_ table: String) throws -> Int {
    try Int.fetchOne(self, sql: "SELECT count(*) FROM \(table)") ?? 0
  }
}
