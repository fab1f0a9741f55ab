/// What reading found, and what was in its way.
package struct Reading<Found: Sendable>: Sendable {
  package var found: Found
  /// The parts that could not be read.
  ///
  /// Each cost only itself.
  package var damage: [Damage]

  package init(found: Found, damage: [Damage]) {
    self.found = found
    self.damage = damage
  }
}

extension OpenJournal {
  /// The rows of the catalogue, newest first, as long as `wanted` asks for more.
  ///
  /// - Parameter wanted: takes a row or leaves it, or ends the walk.
  package func rows(
    where wanted: (CatalogueRow) throws -> RowChoice
  ) throws -> Reading<[CatalogueRow]> {
    try read { state in
      var reading = Reading<[CatalogueRow]>(found: [], damage: [])
      for mark in state.root.leaves.reversed() {
        do {
          for row in try state.leaf(mark).rows.reversed() {
            switch try wanted(row) {
            case .take: reading.found.append(row)
            case .leave: break
            case .takeAndEnd:
              reading.found.append(row)
              return reading
            case .end: return reading
            }
          }
        } catch VaultError.damaged(let damage) {
          reading.damage.append(damage)
        }
      }
      return reading
    }
  }

  /// The row of the one entry whose id begins with `prefix`.
  ///
  /// - Throws: `VaultError.noSuchEntry`, `severalEntries`, `damaged`.
  package func row(prefix: String) throws -> CatalogueRow {
    guard prefix.utf8.count >= ItemID.prefixLetterCount,
      let range = ItemID.range(ofPrefix: prefix.lowercased())
    else { throw VaultError.noSuchEntry(id: prefix) }
    return try read { state in
      let found = try state.db.revisions(ofEntries: range, limit: 100)
      let entries = Set(found.map(\.entry))
      guard entries.count <= 1 else {
        throw VaultError.severalEntries(prefix: prefix, count: entries.count)
      }
      guard let entry = entries.first else { throw VaultError.noSuchEntry(id: prefix) }
      // A record that the catalogue does not name was put here by someone else and hides nothing.
      for one in found {
        if let row = try Self.row(of: one.entry, revision: one.revision, in: state) { return row }
      }
      throw VaultError.damaged(.entry(entry.description))
    }
  }

  private static func row(
    of entry: ItemID, revision: ItemID, in state: JournalState
  ) throws -> CatalogueRow? {
    guard let written = try state.written(entry: entry, revision: revision) else { return nil }
    let key = CatalogueKey(written: written, entry: entry, revision: revision)
    guard let index = state.leafIndex(for: key) else { return nil }
    return try state.leaf(state.root.leaves[index]).rows.first { $0.key == key }
  }

  /// What the runtime's codec wrote for an entry.
  ///
  /// - Throws: `VaultError.damaged`, naming the entry.
  package func payload(of row: CatalogueRow) throws -> [UInt8] {
    try read { try $0.payload(of: row) }
  }

  /// How many entries there are.
  package func count() throws -> Int {
    try read { $0.root.leaves.reduce(0) { $0 + Int($1.count) } }
  }
}

/// What to do with a row on a walk through the catalogue.
package enum RowChoice: Sendable {
  case take
  case leave
  case takeAndEnd
  case end
}
