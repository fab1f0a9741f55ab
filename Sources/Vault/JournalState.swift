internal import GRDB

/// The catalogue as one transaction sees and changes it.
///
/// A root that was read belongs to its transaction: another process may have gone on since.
struct JournalState {
  let db: Database
  let key: JournalKey
  let sealer: Sealer
  var root: CatalogueRoot

  /// Reads and proves the root.
  ///
  /// - Throws: `VaultError.damaged(.part("root"))` when neither copy opens.
  init(_ db: Database, key: JournalKey, sealer: Sealer) throws {
    self.db = db
    self.key = key
    self.sealer = sealer
    let place = Self.place(.root, id: 0, revision: 0, key)
    let roots = try db.part(.root).intact.compactMap { box in
      sealer.open(box, at: place).flatMap { try? CatalogueRoot(reading: $0) }
    }
    // An older copy may have been put back beside the present one; the further one counts.
    guard let root = roots.max(by: { $0.sequence < $1.sequence }) else {
      throw VaultError.damaged(.part("root"))
    }
    self.root = root
  }

  /// A state without entries, for a file that is being made.
  init(_ db: Database, key: JournalKey, root: CatalogueRoot) {
    self.db = db
    self.key = key
    sealer = key.sealer
    self.root = root
  }

  static func place(
    _ kind: SealPlace.Kind, id: UInt64, revision: UInt64, _ key: JournalKey
  ) -> SealPlace {
    SealPlace(journal: key.journal, epoch: key.epoch, kind: kind, id: id, revision: revision)
  }

  func place(_ kind: SealPlace.Kind, id: UInt64, revision: UInt64) -> SealPlace {
    Self.place(kind, id: id, revision: revision, key)
  }

  /// Seals, counting: nonces are random, so their number under one key is bounded.
  mutating func seal(_ bytes: [UInt8], at place: SealPlace) throws -> [UInt8] {
    guard root.seals < CatalogueRoot.sealLimit else {
      throw VaultError.system(
        what: "writing the journal", reason: "its key has sealed as much as one key may")
    }
    root.seals += 1
    return try sealer.seal(bytes, at: place)
  }

  /// Writes root and head: the last act of every change.
  mutating func commit() throws {
    root.advance()
    let head = try seal(root.head, at: place(.head, id: root.sequence, revision: 0))
    try db.putHead(head, sequence: root.sequence)
    root.seals += 1
    try db.put(
      sealer.seal(root.encoded, at: place(.root, id: 0, revision: 0)), as: .root)
  }

  /// The head that stood at `sequence`, or nil when its row is gone, changed or on a damaged page.
  func head(at sequence: UInt64) throws -> [UInt8]? {
    do {
      let box = try db.reading(.history(sequence: sequence)) { try db.head(sequence) }
      return box.flatMap { sealer.open($0, at: place(.head, id: sequence, revision: 0)) }
    } catch VaultError.damaged {
      return nil
    }
  }
}
