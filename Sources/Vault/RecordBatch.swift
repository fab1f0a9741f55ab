internal import Dispatch
internal import Synchronization

/// Some records on their way from sealed bytes to what is looked for in them, opened beside the
/// thread that reads on.
final class RecordBatch<Found: Sendable>: Sendable {
  /// What became of one record.
  enum Opened: Sendable {
    case found(Found)
    case nothing
    case damaged(Damage)
  }

  /// A sealed record as the file gave it; nil where it is gone.
  private typealias Sealed = Result<(entry: ItemID, box: [UInt8])?, VaultError>

  private let rows: [CatalogueRow]
  private let records: [Sealed]
  private let key: JournalKey
  private let sealer: Sealer
  private let look: @Sendable (CatalogueRow, [UInt8]) throws -> Found?
  private let results: Mutex<[Opened]>
  private let group = DispatchGroup()

  /// Reads the sealed records and begins to open them.
  init(
    _ rows: [CatalogueRow], of state: JournalState,
    _ look: @escaping @Sendable (CatalogueRow, [UInt8]) throws -> Found?
  ) throws {
    self.rows = rows
    records = try rows.map { row in
      do {
        return .success(try state.record(of: row))
      } catch VaultError.damaged(let one) {
        return .failure(.damaged(one))
      }
    }
    key = state.key
    sealer = state.sealer
    self.look = look
    results = Mutex([Opened](repeating: .nothing, count: rows.count))
    // Two halves, so that one of them does not wait for the other.
    let share = max(1, (rows.count + 1) / 2)
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
      let payload = try JournalState.payload(of: rows[index], records[index].get(), key, sealer)
      return try look(rows[index], payload).map(Opened.found) ?? .nothing
    } catch VaultError.damaged(let one) {
      return .damaged(one)
    } catch {
      return .damaged(.entry(rows[index].entry.description))
    }
  }
}
