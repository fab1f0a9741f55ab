internal import GRDB

extension OpenJournal {
  /// Every wording of an entry, in the order in which they were made.
  ///
  /// - Throws: `VaultError.noSuchEntry`, `damaged`.
  package func wordings(of entry: ItemID) throws -> [CatalogueRow] {
    try read { state in
      let rows = try state.rows(of: entry)
      guard !rows.isEmpty else { throw VaultError.noSuchEntry(id: entry.description) }
      return Self.ordered(rows)
    }
  }

  /// By the time they were made; where that is the same, parents first.
  private static func ordered(_ rows: [CatalogueRow]) -> [CatalogueRow] {
    var depths: [ItemID: Int] = [:]
    // As many rounds as there are wordings would settle any line; two settle what happens.
    for _ in 0..<min(rows.count, 100) {
      for row in rows {
        depths[row.revision] = 1 + (row.parents.compactMap { depths[$0] }.max() ?? 0)
      }
    }
    return rows.sorted { a, b in
      (a.revised, depths[a.revision] ?? 0, a.revision)
        < (b.revised, depths[b.revision] ?? 0, b.revision)
    }
  }

  /// The wordings that nobody went on from: one, or several where two places were written in.
  package static func latest(_ rows: [CatalogueRow]) -> [CatalogueRow] {
    if rows.count == 1 { return rows }
    let parents = Set(rows.flatMap(\.parents))
    let last = rows.filter { !parents.contains($0.revision) }
    // Wordings from elsewhere that name each other must not hide the entry.
    return (last.isEmpty ? rows : last)
      .sorted { ($0.revised, $0.revision) < ($1.revised, $1.revision) }
  }

  /// What adding these wordings would come to.
  package func presence(of wordings: [Wording]) throws -> Arrivals {
    try read { state in
      var sorting = ArrivalSorting(try state.ledger())
      for wording in wordings { _ = try sorting.takes(wording, in: state) }
      return sorting.finish()
    }
  }

  /// Adds wordings whose ids are not here and were not erased, in one transaction.
  @discardableResult
  package func add(_ wordings: [Wording]) throws -> Arrivals {
    try change { state in
      var sorting = ArrivalSorting(try state.ledger())
      var rows: [CatalogueRow] = []
      for wording in wordings where try sorting.takes(wording, in: state) {
        rows.append(try state.addRecord(wording))
      }
      try state.insert(rows)
      return sorting.finish()
    }
  }

  /// Adds wordings as `feed` hands them on, in one transaction: all of them or none.
  ///
  /// They are never all in memory. If nothing is new, nothing is written.
  ///
  /// - Parameter isTrial: adds nothing, and tells what it would come to.
  package func add(
    isTrial: Bool, _ feed: (_ take: ([Wording]) throws -> Void) throws -> Void
  ) throws -> Arrivals {
    if isTrial {
      return try read { state in
        var sorting = ArrivalSorting(try state.ledger())
        try feed { group in for one in group { _ = try sorting.takes(one, in: state) } }
        return sorting.finish()
      }
    }
    do {
      return try change { state in
        var adding = Adding(try state.ledger())
        try adding.begin(in: state)
        try feed { group in try adding.take(group, into: &state) }
        return try adding.finish(in: &state)
      }
    } catch let nothing as NothingNew {
      return nothing.arrivals
    }
  }
}

/// Ends a transaction that would change nothing.
private struct NothingNew: Error {
  var arrivals: Arrivals
}

/// Wordings on their way in; their rows go into the catalogue many at a time.
private struct Adding {
  private var sorting: ArrivalSorting
  private var rows: [CatalogueRow] = []
  private var byteCount = 0
  private static let byteLimit = 8 << 20
  private static let rowByteCount = 200

  init(_ ledger: Ledger) { sorting = ArrivalSorting(ledger) }

  /// Keeps less of the file in memory than a long change may otherwise: 32 MiB.
  func begin(in state: JournalState) throws {
    try state.db.execute(sql: "PRAGMA cache_size = -32768")
  }

  mutating func take(_ wordings: [Wording], into state: inout JournalState) throws {
    for wording in wordings where try sorting.takes(wording, in: state) {
      rows.append(try state.addRecord(wording))
      byteCount += wording.card.count + Self.rowByteCount
    }
    guard byteCount > Self.byteLimit else { return }
    try state.insert(rows)
    (rows, byteCount) = ([], 0)
  }

  mutating func finish(in state: inout JournalState) throws -> Arrivals {
    try state.insert(rows)
    let arrivals = sorting.finish()
    guard arrivals.wordings > 0 else { throw NothingNew(arrivals: arrivals) }
    return arrivals
  }
}
