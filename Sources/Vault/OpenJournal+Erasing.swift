internal import Disk

extension OpenJournal {
  /// Removes an entry with all its wordings, and notes that it was erased.
  ///
  /// Nothing of it stays in the file: SQLite fills what it frees with zeros, and the file is then put
  /// together anew, because SQLite leaves copies of what it once moved from page to page.
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
    try SystemFile.write([], to: place.untidy.lastPart, in: place.folder)
    let count = try removeRows(from: entry, now: now, choose)
    tidy(isDue: true)
    return count
  }

  /// Whether the folder may hold remains of what was erased.
  ///
  /// There was no room to put the file together again, or what a cut-off change of keys left could not
  /// be removed. The next opening tries again.
  package var hasRemains: Bool { FileFacts.mayBeThere(place.untidy) }

  /// Puts the file together again and removes what a cut-off change of keys left, where something was
  /// erased and that was not done yet.
  ///
  /// - Parameter isDue: does it whether or not the mark is there: another process may have found the
  ///   mark, and done it, before the change that it stood for was made.
  func tidy(isDue: Bool = false) {
    guard isDue || hasRemains, !isReadOnly else { return }
    do {
      // Rows that SQLite passes over would be gone for good.
      try checkEveryRow()
      try database.vacuum()
      guard try sweepBuilding() else { throw VaultError.inUse }
      if hasRemains { try SystemFile.remove(place.untidy) }
    } catch {
      // The mark says so, until an opening can do it.
      if !hasRemains { try? SystemFile.write([], to: place.untidy.lastPart, in: place.folder) }
    }
  }

  private func removeRows(
    from entry: ItemID, now: Int64,
    _ choose: ([CatalogueRow]) -> (rows: [CatalogueRow], isWhole: Bool)
  ) throws -> Int {
    try change { state in
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

extension OpenJournal {
  /// Removes new files of the journal that were left half made: each is a whole sealed journal.
  ///
  /// Whoever makes one has the journal alone, so under any lock none is at work. Other files with such
  /// names are small, and another process may be writing them right now.
  ///
  /// - Returns: whether nothing of the kind is left.
  @discardableResult
  func sweepBuilding() throws -> Bool {
    let lock = try lockShared()
    defer { withExtendedLifetime(lock) {} }
    var isSwept = true
    for name in try SystemFile.names(in: place.folder) where Self.isJournalPart(name, in: place) {
      do {
        try SystemFile.remove("\(place.folder)/\(name)")
      } catch {
        isSwept = false
      }
    }
    return TemporaryFolder.sweep(place.folder.folderPart) && isSwept
  }

  private static func isJournalPart(_ name: String, in place: JournalPlace) -> Bool {
    guard name.hasPrefix("."), name.contains(".part") else { return false }
    return name.hasSuffix(".part-journal")
      || Files.begins("\(place.folder)/\(name)", with: "SQLite format 3\0")
  }
}
