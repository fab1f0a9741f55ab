extension OpenJournal {
  /// Opens the latest wording of each entry, newest entry first.
  ///
  /// - Parameters:
  ///   - all: where two wordings stand side by side, both; else the later one.
  ///   - look: makes something of a row and its payload, on any thread and in any order; nil is not
  ///     handed on. Damage that it throws costs only that row.
  ///   - take: is given what was made, in order, and says whether to go on.
  /// - Returns: what could not be read.
  package func scan<Found: Sendable>(
    all: Bool = false, _ look: @escaping @Sendable (CatalogueRow, [UInt8]) throws -> Found?,
    _ take: (Found) throws -> Bool
  ) throws -> [Damage] {
    try read { state in
      var damage: [Damage] = []
      var wordings = EntryWordings()
      var before: RecordBatch<Found>?
      for (index, mark) in state.root.leaves.enumerated().reversed() {
        var rows: [CatalogueRow] = []
        do {
          rows = try state.leaf(mark).rows.reversed().flatMap { row in
            let standing = wordings.next(row)
            return all ? standing : standing.suffix(1)
          }
        } catch VaultError.damaged(let one) {
          damage += [one] + (try state.torn(byLeafAt: index))
        }
        // While these are read from the file, the ones before are being opened.
        let batch = try RecordBatch(rows, of: state, look)
        guard try Self.hand(before, &damage, take) else { return damage }
        before = batch
      }
      let last = Array(all ? wordings.end()[...] : wordings.end().suffix(1))
      let batch = try RecordBatch(last, of: state, look)
      guard try Self.hand(before, &damage, take) else { return damage }
      _ = try Self.hand(batch, &damage, take)
      return damage
    }
  }

  /// The payloads of many rows, in their order.
  ///
  /// Rows that another process erased since they were read are left out.
  ///
  /// - Throws: `VaultError.damaged` at the first that cannot be read.
  package func payloads(
    of rows: some Collection<CatalogueRow>
  ) throws -> [(row: CatalogueRow, payload: [UInt8])] {
    try read { state in
      try rows.compactMap { row in
        do {
          return (row, try state.payload(of: row))
        } catch VaultError.damaged(.missing(let entry)) {
          guard try state.names(row) else { return nil }
          throw VaultError.damaged(.missing(entry))
        }
      }
    }
  }

  /// Hands on what was made, in order; false when `take` has had enough.
  private static func hand<Found>(
    _ batch: RecordBatch<Found>?, _ damage: inout [Damage], _ take: (Found) throws -> Bool
  ) rethrows -> Bool {
    for opened in batch?.wait() ?? [] {
      switch opened {
      case .found(let found): if try !take(found) { return false }
      case .nothing: break
      case .damaged(let one): damage.append(one)
      }
    }
    return true
  }
}
