internal import Crypto
internal import GRDB
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

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

  /// Whether both copies are exactly this.
  func isWhole(_ body: [UInt8]) -> Bool { damaged == 0 && distinct == [body] }

  /// What the part is, where nothing but its checksum proves it.
  ///
  /// - Throws: `VaultError.damaged` where no copy is whole, or where two differ: a checksum proves
  ///   only that a copy was not damaged by chance, so nobody can say which is the true one.
  func only(_ part: JournalDatabase.Part) throws(VaultError) -> [UInt8] {
    guard let body = distinct.first, distinct.count == 1 else { throw .damaged(.part(part.name)) }
    return body
  }
}

/// Where the parts that are kept twice can be read.
protocol PartSource {
  func kept(_ part: JournalDatabase.Part) throws -> KeptPart
}

extension JournalDatabase: PartSource {
  func kept(_ part: Part) throws -> KeptPart { try read { try $0.part(part) } }
}

extension Database {
  /// Reads both copies of a part, or the one in a table.
  ///
  /// A copy on a damaged page costs only itself.
  ///
  /// - Throws: what kept the disk from being read: that proves nothing about the copies.
  func part(
    _ part: JournalDatabase.Part, in tables: [String] = JournalDatabase.partTables
  ) throws -> KeptPart {
    var kept = KeptPart(intact: [], damaged: 0, isAbsent: true)
    for table in tables {
      do {
        let found = try reading(.part(part.name)) { try copy(of: part, in: table) }
        if found != nil { kept.isAbsent = false }
        guard let found, Array(SHA256.hash(data: found.body)) == found.sum else {
          kept.damaged += 1
          continue
        }
        kept.intact.append(found.body)
      } catch VaultError.damaged {
        kept.isAbsent = false
        kept.damaged += 1
      }
    }
    return kept
  }

  private func copy(
    of part: JournalDatabase.Part, in table: String
  ) throws -> (body: [UInt8], sum: [UInt8])? {
    try Row.fetchOne(
      self, sql: "SELECT body, sha256 FROM \(table) WHERE name = ?", arguments: [part.name]
    ).map { (try $0.bytes("body"), try $0.bytes("sha256")) }
  }

  /// The file of a way in.
  ///
  /// - Throws: as `KeptPart.only`.
  func slotFile(_ kind: SlotKind) throws -> [UInt8] {
    try part(.slot(kind)).only(.slot(kind))
  }

  /// Writes both copies of a part, or the one in a table.
  func put(
    _ body: [UInt8], as part: JournalDatabase.Part, in tables: [String] = JournalDatabase.partTables
  ) throws {
    let body = Data(body)
    for table in tables {
      try execute(
        sql: "INSERT OR REPLACE INTO \(table) (name, body, sha256) VALUES (?, ?, ?)",
        arguments: [part.name, body, Data(SHA256.hash(data: body))])
    }
  }
}
