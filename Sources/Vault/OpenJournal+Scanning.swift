extension OpenJournal {
  /// Opens the latest wording of each entry, newest entry first.
  ///
  /// - Parameters:
  ///   - mayMatch: looks at a payload, on any thread; what it refuses is not handed on.
  ///   - body: takes a row with its payload, and says whether to go on. Damage that it throws costs
  ///     only that row.
  /// - Returns: what could not be read.
  package func scan(
    mayMatch: @escaping @Sendable ([UInt8]) -> Bool,
    _ body: (CatalogueRow, [UInt8]) throws -> Bool
  ) throws -> [Damage] {
    try read { state in
      var damage: [Damage] = []
      var wordings = EntryWordings()
      var before: RecordBatch?
      for mark in state.root.leaves.reversed() {
        var rows: [CatalogueRow] = []
        do {
          rows = try state.leaf(mark).rows.reversed().compactMap { wordings.next($0) }
        } catch VaultError.damaged(let one) {
          damage.append(one)
        }
        // While these are read from the file, the ones before are being opened.
        let batch = try RecordBatch(rows, of: state, mayMatch: mayMatch)
        guard try Self.hand(before, &damage, body) else { return damage }
        before = batch
      }
      let last = wordings.end().map { [$0] } ?? []
      let batch = try RecordBatch(last, of: state, mayMatch: mayMatch)
      guard try Self.hand(before, &damage, body) else { return damage }
      _ = try Self.hand(batch, &damage, body)
      return damage
    }
  }

  /// The payloads of many rows, in their order.
  ///
  /// - Throws: `VaultError.damaged` at the first that cannot be read.
  package func payloads(of rows: some Collection<CatalogueRow>) throws -> [[UInt8]] {
    try read { state in try rows.map { try state.payload(of: $0) } }
  }

  /// Hands on what was opened, in order; false when `body` has had enough.
  private static func hand(
    _ batch: RecordBatch?, _ damage: inout [Damage],
    _ body: (CatalogueRow, [UInt8]) throws -> Bool
  ) throws -> Bool {
    guard let batch else { return true }
    for (row, opened) in zip(batch.rows, batch.wait()) {
      do {
        switch opened {
        case .payload(let payload): if try !body(row, payload) { return false }
        case .refused: break
        case .damaged(let one): damage.append(one)
        }
      } catch VaultError.damaged(let one) {
        damage.append(one)
      }
    }
    return true
  }
}
