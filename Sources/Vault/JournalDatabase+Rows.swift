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
  func bytes(_ column: String) throws(VaultError) -> [UInt8] {
    guard let data = Data.fromDatabaseValue(self[column]) else { throw Self.odd }
    return Array(data)
  }

  func id(_ column: String) throws(VaultError) -> ItemID {
    let value: DatabaseValue = self[column]
    guard case .int64(let bits) = value.storage else { throw Self.odd }
    return ItemID(bits: UInt64(bitPattern: bits))
  }

  static var odd: VaultError {
    .damaged(.database("a value in it is of the wrong kind"))
  }
}

extension Database {
  /// Reads something of which damage costs only itself: a row, a leaf, a copy of a part.
  ///
  /// SQLite calls a file corrupt also where the disk refused one single read, so it is asked twice.
  ///
  /// - Throws: `VaultError.damaged` with this damage where what SQLite met is damage. What kept the
  ///   disk from being read is thrown as it is.
  func reading<T>(_ damage: Damage, _ read: () throws -> T) throws -> T {
    do {
      do {
        return try read()
      } catch let error as DatabaseError where error.isDamage {
        return try read()
      }
    } catch let error as DatabaseError where error.isDamage {
      throw VaultError.damaged(damage)
    } catch VaultError.damaged(.database) {
      throw VaultError.damaged(damage)
    }
  }

  func removeLeaf(_ id: UInt64) throws {
    try execute(sql: "DELETE FROM leaf WHERE id = ?", arguments: [id.row])
  }

  func setVersion(_ version: Int32) throws {
    try execute(sql: "PRAGMA user_version = \(version)")
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
  ///
  /// - Throws: `VaultError.damaged(.database)` where a page of it, or of its index, is damaged.
  func count(_ table: String) throws -> Int {
    try reading(.somePages) {
      try Int.fetchOne(self, sql: "SELECT count(*) FROM \(table)") ?? 0
    }
  }
}

extension Damage {
  /// SQLite met a damaged page, or passed over rows that are listed.
  static let somePages = Damage.database("some of its pages are damaged")
}

extension DatabaseError {
  /// Whether the file itself is at fault, and not the disk, the memory or another process.
  var isDamage: Bool {
    [.SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT].contains(resultCode)
  }
}
