internal import Disk
internal import GRDB

/// Mending what can be made again out of what is whole: it is tried where it can be, and where it fails
/// reading goes on without it.
extension OpenJournal {
  /// Writes damaged copies of parts anew from the ones that are whole, so that there are two again.
  ///
  /// - Throws: only what keeps the parts from being read.
  mutating func mend(with keys: Keyring) throws {
    let damaged = try read { try $0.damagedParts(keys) }
    guard !damaged.isEmpty else { return }
    let isMended = isReadOnly ? false : (try? writeDamagedParts(keys)) != nil
    for part in damaged { tell(.copyDamaged(part: part.part.name, isMended: isMended)) }
  }

  /// Another process may have changed a part since it was read, so all of it is asked again in the
  /// change itself.
  ///
  /// - Throws: where a row is missing: it may be on a page that SQLite takes for free and would fill.
  private func writeDamagedParts(_ keys: Keyring) throws {
    try checkEveryRow()
    try mendTrees()
    let isRootDamaged = try database.write { db in
      let damaged = try JournalState(db, key: key, sealer: sealer).damagedParts(keys)
      for case (let part, let body?) in damaged { try db.put(body, as: part) }
      return damaged.contains { $0.part == .root }
    }
    // Any change writes both copies of the root.
    if isRootDamaged { try change { _ in } }
  }

  /// Makes each tree again that can be made out of others and of which a page is damaged, and a list of free
  /// pages that cannot be trusted.
  ///
  /// The old pages of a tree stay in the file, with the sealed parts on them, until the file is put together
  /// again.
  func mendTrees() throws {
    if try !database.hasProvenRoom(), try hasEveryRow() {
      // The file that comes out of this has no free pages.
      try database.vacuum()
    }
    let broken = try database.brokenTrees(canReadRecords: hasEveryRow)
    guard !broken.isEmpty else { return }
    try SystemFile.write([], to: place.untidy.lastPart, in: place.folder)
    try database.remake(broken)
  }

  /// Makes sure that nothing would be lost by what is made out of the rows that SQLite finds.
  ///
  /// - Throws: `VaultError.damaged(.database)` if `hasEveryRow` is false.
  func checkEveryRow() throws {
    guard try hasEveryRow() else { throw VaultError.damaged(.somePages) }
  }

  /// Whether the file has every row that the root names: each leaf opens, and each record that a leaf
  /// names is found under its number and ends with the tag that the leaf has for it.
  ///
  /// SQLite can pass over rows in silence where the head of a page is damaged or two pages have changed
  /// places, and a count can be right with rows that are not ours. What is then made out of the rest
  /// would lose them for good, while `salvage` still finds them.
  func hasEveryRow() throws -> Bool {
    try read { state in
      do {
        var missing: [ItemID: [UInt8]] = [:]
        for mark in state.root.leaves {
          for row in try state.leaf(mark).rows { missing[row.revision] = row.tag }
        }
        try state.db.reading(.somePages) {
          try state.db.eachRecordTag { revision, tag in
            if missing[revision] == tag { missing[revision] = nil }
          }
        }
        return missing.isEmpty
      } catch VaultError.damaged {
        return false
      }
    }
  }
}

extension JournalState {
  /// The parts of which a copy is damaged, each with what it should be; nil for the root.
  fileprivate func damagedParts(
    _ keys: Keyring
  ) throws -> [(part: JournalDatabase.Part, body: [UInt8]?)] {
    var damaged: [(part: JournalDatabase.Part, body: [UInt8]?)] = []
    for part in [.key, .capture] + root.slots.map({ JournalDatabase.Part.slot($0.kind) }) {
      let kept = try db.part(part)
      guard kept.damaged > 0 || kept.distinct.count > 1 else { continue }
      // Of two that differ, the one that opened counts.
      let proven = keys.proven.first { $0.part == part && kept.intact.contains($0.body) }?.body
      if let body = proven ?? (kept.distinct.count == 1 ? kept.distinct[0] : nil) {
        damaged.append((part, body))
      }
    }
    let ledger = try db.part(.ledger)
    if let whole = ledger.intact.first(where: { Sealer.tag(of: $0) == root.ledger }),
      !ledger.isWhole(whole)
    {
      damaged.append((.ledger, whole))
    }
    let roots = try db.part(.root)
    if roots.damaged > 0 || roots.distinct.count != 1 { damaged.append((.root, nil)) }
    return damaged
  }
}

extension JournalDatabase {
  /// The trees that hold nothing that is not elsewhere too, and the table to look through for each.
  private static let remakable = [
    (tree: "part_a", table: "part_a"), (tree: "part_b", table: "part_b"),
    (tree: "record_entry", table: "record"),
  ]

  /// Those of the trees of which a page is damaged, where all that they are made out of is whole.
  fileprivate func brokenTrees(canReadRecords: () throws -> Bool) throws -> [String] {
    let broken = try read { db in
      try Self.remakable.filter { one in
        let sql = "PRAGMA integrity_check(\(one.table))"
        guard try String.fetchOne(db, sql: sql) != "ok" else { return false }
        return try Self.other(than: one.tree).map { try db.parts(in: $0) != nil } ?? true
      }.map(\.tree)
    }
    // The index is made out of the records: all of them must be there to be read.
    return try broken.filter { try Self.partTables.contains($0) || canReadRecords() }
  }

  /// The table that has the other copies; nil for what is no table of parts.
  private static func other(than tree: String) -> String? {
    partTables.contains(tree) ? partTables.first { $0 != tree } : nil
  }

  /// Takes trees out of the list of what the file holds and makes them again, without a look at their
  /// damaged pages: SQLite would refuse to drop them.
  func remake(_ trees: [String]) throws {
    do {
      try write { db in
        for tree in trees {
          let parts = try Self.other(than: tree).flatMap { try db.parts(in: $0) } ?? []
          try Self.remake(tree, parts, db)
        }
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
}
