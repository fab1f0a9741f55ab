internal import GRDB

/// Mending what can be made again out of what is whole: it is tried where it can be, and where it fails
/// reading goes on without it.
extension OpenJournal {
  /// Writes damaged copies of parts anew from the ones that are proven, so that there are two again.
  ///
  /// - Throws: only what keeps the parts from being read.
  mutating func mend(with keys: Keyring) throws {
    let damaged = try damagedParts(keys)
    guard !damaged.isEmpty else { return }
    let isMended = isReadOnly ? false : (try? write(damaged)) != nil
    for part in damaged { tell(.copyDamaged(part: part.part.name, isMended: isMended)) }
  }

  /// The parts of which a copy is damaged, each with what it should be; nil for the root, of which any
  /// change writes both copies.
  private func damagedParts(
    _ keys: Keyring
  ) throws -> [(part: JournalDatabase.Part, body: [UInt8]?)] {
    try read { state in
      var damaged: [(part: JournalDatabase.Part, body: [UInt8]?)] = []
      for (part, body) in keys.proven where try !state.db.part(part).isWhole(body) {
        damaged.append((part, body))
      }
      let ledger = try state.db.part(.ledger)
      if let whole = ledger.intact.first(where: { Sealer.tag(of: $0) == state.root.ledger }),
        !ledger.isWhole(whole)
      {
        damaged.append((.ledger, whole))
      }
      for kind in state.root.slots.map(\.kind) where kind != keys.kind {
        let slot = try state.db.part(.slot(kind))
        guard slot.damaged == 1, let whole = slot.intact.first else { continue }
        damaged.append((.slot(kind), whole))
      }
      let root = try state.db.part(.root)
      if root.damaged > 0 || root.distinct.count != 1 { damaged.append((.root, nil)) }
      return damaged
    }
  }

  private func write(_ parts: [(part: JournalDatabase.Part, body: [UInt8]?)]) throws {
    _ = try mendTrees()
    try database.write { db in
      for case (let part, let body?) in parts { try db.put(body, as: part) }
    }
    if parts.contains(where: { $0.body == nil }) { try change { _ in } }
  }

  /// Makes anew each tree that can be made out of others and of which a page is damaged.
  ///
  /// Its old pages stay in the file, with the sealed parts on them, until the file is put together anew.
  ///
  /// - Returns: whether there was one.
  func mendTrees() throws -> Bool {
    let broken = try database.brokenTrees()
    guard !broken.isEmpty else { return false }
    try SystemFile.write([], to: place.untidy.lastPart, in: place.folder)
    try database.remake(broken)
    return true
  }
}

extension JournalDatabase {
  /// The trees that hold nothing that is not elsewhere too, and the table to look through for each.
  private static let remakable = [
    (tree: "part_a", table: "part_a"), (tree: "part_b", table: "part_b"),
    (tree: "record_entry", table: "record"),
  ]

  /// Those of the trees of which a page is damaged, where all that they are made out of is whole.
  fileprivate func brokenTrees() throws -> [String] {
    try read { db in
      try Self.remakable.filter { one in
        let sql = "PRAGMA integrity_check(\(one.table))"
        guard try String.fetchOne(db, sql: sql) != "ok" else { return false }
        let source = Self.other(than: one.tree)
        return try source.map { try db.parts(in: $0) != nil } ?? db.canReadRecords()
      }.map(\.tree)
    }
  }

  /// The table that has the other copies; nil for what is no table of parts.
  private static func other(than tree: String) -> String? {
    partTables.contains(tree) ? partTables.first { $0 != tree } : nil
  }

  /// Takes trees out of the list of what the file holds and makes them again, without a look at their
  /// damaged pages: SQLite would refuse to drop them.
  func remake(_ trees: [String]) throws {
    // Read before the change: SQLite commits nothing after it met a damaged page.
    let parts = try read { db in
      try trees.map { try Self.other(than: $0).flatMap { try db.parts(in: $0) } ?? [] }
    }
    do {
      try write { db in
        for (tree, parts) in zip(trees, parts) { try Self.remake(tree, parts, db) }
      }
    } catch {
      // The change was taken back; what this connection knows of the tables is read anew.
      try? queue.inDatabase { try $0.execute(sql: "PRAGMA writable_schema = RESET") }
      throw error
    }
  }

  private static func remake(
    _ tree: String, _ parts: [(part: Part, body: [UInt8])], _ db: Database
  ) throws {
    try db.execute(sql: "PRAGMA writable_schema = ON")
    let column = partTables.contains(tree) ? "tbl_name" : "name"
    try db.execute(sql: "DELETE FROM sqlite_master WHERE \(column) = ?", arguments: [tree])
    try db.execute(sql: "PRAGMA writable_schema = RESET")
    for part in schema where part.name == tree { try db.execute(sql: part.sql) }
    for part in parts { try db.put(part.body, as: part.part, in: [tree]) }
  }
}

extension Database {
  /// Every part in one of the two tables; nil where one of them is damaged.
  fileprivate func parts(
    in table: String
  ) throws -> [(part: JournalDatabase.Part, body: [UInt8])]? {
    var parts: [(part: JournalDatabase.Part, body: [UInt8])] = []
    for part in JournalDatabase.Part.all {
      let kept = try self.part(part, in: [table])
      guard let body = kept.intact.first else {
        guard kept.isAbsent else { return nil }
        continue
      }
      parts.append((part, body))
    }
    return parts
  }

  fileprivate func canReadRecords() throws -> Bool {
    do {
      let sql = "SELECT count(*) FROM record NOT INDEXED WHERE length(box) > 0"
      _ = try reading(.database("")) { try Int.fetchOne(self, sql: sql) }
      return true
    } catch VaultError.damaged {
      return false
    }
  }
}
