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
  /// The latest wording of each entry, newest entry first, as long as `wanted` asks for more.
  ///
  /// Where two stand side by side, the one made last.
  ///
  /// - Parameter wanted: takes a row or leaves it, or ends the walk.
  package func rows(
    where wanted: (CatalogueRow) throws -> RowChoice
  ) throws -> Reading<[CatalogueRow]> {
    try read { state in
      var reading = Reading<[CatalogueRow]>(found: [], damage: [])
      var wordings = EntryWordings()
      for (index, mark) in state.root.leaves.enumerated().reversed() {
        do {
          for row in try state.leaf(mark).rows.reversed() {
            guard let latest = wordings.next(row).last else { continue }
            if try Self.ends(wanted(latest), latest, &reading) { return reading }
          }
        } catch VaultError.damaged(let damage) {
          reading.damage += [damage] + (try state.torn(byLeafAt: index))
        }
      }
      if let latest = wordings.end().last { _ = try Self.ends(wanted(latest), latest, &reading) }
      return reading
    }
  }

  private static func ends(
    _ choice: RowChoice, _ row: CatalogueRow, _ reading: inout Reading<[CatalogueRow]>
  ) -> Bool {
    if choice == .take || choice == .takeAndEnd { reading.found.append(row) }
    return choice == .end || choice == .takeAndEnd
  }

  /// The row of the one entry whose id begins with `prefix`.
  ///
  /// - Throws: `VaultError.noSuchEntry`, `severalEntries`, `damaged`.
  package func row(prefix: String) throws -> CatalogueRow {
    guard prefix.utf8.count >= ItemID.prefixLetterCount,
      let range = ItemID.range(ofPrefix: prefix.lowercased())
    else { throw VaultError.noSuchEntry(id: prefix) }
    return try read { state in
      let entries = try state.entries(in: range, limit: 100)
      guard entries.count <= 1 else {
        throw VaultError.severalEntries(prefix: prefix, count: entries.count)
      }
      guard let entry = entries.first else { throw VaultError.noSuchEntry(id: prefix) }
      // A record that the catalogue does not name was put here by someone else and hides nothing.
      guard let latest = Self.latest(try state.rows(of: entry)).last else {
        throw VaultError.damaged(.entry(entry.description))
      }
      return latest
    }
  }

  /// What the runtime's codec wrote for an entry.
  ///
  /// - Throws: `VaultError.damaged`, naming the entry.
  package func payload(of row: CatalogueRow) throws -> [UInt8] {
    try read { try $0.payload(of: row) }
  }
}

/// Gathers the wordings of one entry on a walk through the catalogue, where they are neighbours.
struct EntryWordings {
  private var rows: [CatalogueRow] = []

  /// Takes the next row; gives what stands of the entry before, once that is complete: the latest
  /// wording, behind those that stand beside it.
  mutating func next(_ row: CatalogueRow) -> [CatalogueRow] {
    if rows.last?.entry == row.entry || rows.isEmpty {
      rows.append(row)
      return []
    }
    defer { rows = [row] }
    return OpenJournal.latest(rows)
  }

  /// What stands of the last entry.
  func end() -> [CatalogueRow] { rows.isEmpty ? [] : OpenJournal.latest(rows) }
}

/// What to do with a row on a walk through the catalogue.
package enum RowChoice: Sendable {
  case take
  case leave
  case takeAndEnd
  case end
}
