extension OpenJournal {
  /// Removes an entry with all its wordings, and notes that it was erased.
  ///
  /// Nothing of it stays in the file: SQLite fills what it frees with zeros.
  ///
  /// - Throws: `VaultError.noSuchEntry`, `damaged`.
  package func erase(_ entry: ItemID, now: Int64) throws {
    try remove(from: entry, now: now) { rows in (rows, isWhole: true) }
  }

  /// Removes the wordings of an entry that others were made from.
  ///
  /// - Returns: how many there were.
  @discardableResult
  package func forgetEarlierWordings(of entry: ItemID, now: Int64) throws -> Int {
    try remove(from: entry, now: now) { rows in
      let latest = Set(Self.latest(rows).map(\.revision))
      return (rows.filter { !latest.contains($0.revision) }, isWhole: false)
    }
  }

  @discardableResult
  private func remove(
    from entry: ItemID, now: Int64,
    _ choose: ([CatalogueRow]) -> (rows: [CatalogueRow], isWhole: Bool)
  ) throws -> Int {
    // What a change of keys left half made would still hold it.
    try sweepBuilding()
    return try change { state in
      let (rows, isWhole) = choose(try state.rows(of: entry))
      guard !rows.isEmpty else {
        if isWhole { throw VaultError.noSuchEntry(id: entry.description) }
        return 0
      }
      try state.remove(rows)
      if isWhole { try state.db.removeRecords(ofEntry: entry) }
      var ledger = try state.ledger()
      ledger.add(
        isWhole
          ? [Ledger.Tombstone(entry: entry, revision: nil, erased: now)]
          : rows.map { Ledger.Tombstone(entry: entry, revision: $0.revision, erased: now) })
      try state.put(ledger)
      return rows.count
    }
  }
}
