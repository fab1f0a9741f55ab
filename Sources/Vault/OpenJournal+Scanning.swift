extension OpenJournal {
  /// Opens the latest wording of each entry, newest entry first.
  ///
  /// - Parameters:
  ///   - mayMatch: looks at a payload; what it refuses is not handed on.
  ///   - body: takes a row with its payload, and says whether to go on. Damage that it throws costs
  ///     only that row.
  /// - Returns: what could not be read.
  package func scan(
    mayMatch: @Sendable ([UInt8]) -> Bool,
    _ body: (CatalogueRow, [UInt8]) throws -> Bool
  ) throws -> [Damage] {
    try read { state in
      var damage: [Damage] = []
      var wordings = EntryWordings()
      for mark in state.root.leaves.reversed() {
        var rows: [CatalogueRow] = []
        do {
          rows = try state.leaf(mark).rows.reversed().compactMap { wordings.next($0) }
        } catch VaultError.damaged(let one) {
          damage.append(one)
        }
        guard try Self.open(rows, state, &damage, mayMatch, body) else { return damage }
      }
      let last = wordings.end().map { [$0] } ?? []
      _ = try Self.open(last, state, &damage, mayMatch, body)
      return damage
    }
  }

  /// Opens the records of some rows; false when `body` has had enough.
  private static func open(
    _ rows: [CatalogueRow], _ state: JournalState, _ damage: inout [Damage],
    _ mayMatch: @Sendable ([UInt8]) -> Bool, _ body: (CatalogueRow, [UInt8]) throws -> Bool
  ) throws -> Bool {
    for row in rows {
      do {
        let payload = try state.payload(of: row)
        guard mayMatch(payload) else { continue }
        guard try body(row, payload) else { return false }
      } catch VaultError.damaged(let one) {
        damage.append(one)
      }
    }
    return true
  }
}
