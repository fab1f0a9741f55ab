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
}
