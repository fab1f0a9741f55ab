internal import Dispatch
internal import Synchronization

/// Some records on their way from sealed bytes to payloads, opened beside the thread that reads on.
final class RecordBatch: Sendable {
  /// What became of one record.
  enum Opened: Sendable {
    case payload([UInt8])
    /// It cannot be what is looked for.
    case refused
    case damaged(Damage)
  }

  let rows: [CatalogueRow]
  private let records: [(entry: ItemID, box: [UInt8])?]
  private let key: JournalKey
  private let sealer: Sealer
  private let mayMatch: @Sendable ([UInt8]) -> Bool
  private let results: Mutex<[Opened]>
  private let group = DispatchGroup()
  private static let shares = 2

  /// Reads the sealed records and begins to open them.
  init(
    _ rows: [CatalogueRow], of state: JournalState, mayMatch: @escaping @Sendable ([UInt8]) -> Bool
  ) throws {
    self.rows = rows
    records = try rows.map { try state.db.record($0.revision) }
    key = state.key
    sealer = state.sealer
    self.mayMatch = mayMatch
    results = Mutex([Opened](repeating: .refused, count: rows.count))
    let share = max(1, (rows.count + Self.shares - 1) / Self.shares)
    for start in stride(from: 0, to: rows.count, by: share) {
      let part = start..<min(rows.count, start + share)
      DispatchQueue.global().async(group: group) { [self] in
        let opened = part.map(open)
        results.withLock { $0.replaceSubrange(part, with: opened) }
      }
    }
  }

  /// What became of each row, in order.
  func wait() -> [Opened] {
    group.wait()
    return results.withLock { $0 }
  }

  private func open(_ index: Int) -> Opened {
    do {
      let payload = try JournalState.payload(of: rows[index], records[index], key, sealer)
      return mayMatch(payload) ? .payload(payload) : .refused
    } catch VaultError.damaged(let one) {
      return .damaged(one)
    } catch {
      return .damaged(.entry(rows[index].entry.description))
    }
  }
}
