package import Practice
package import Vault

extension Reader {
  /// The entries that a filter takes, newest first, without answers and text.
  ///
  /// - Parameters:
  ///   - skip: how many of the newest are passed over.
  ///   - limit: how many are given at most.
  package func list(
    _ filter: SearchFilter = SearchFilter(), skip: Int = 0, limit: Int? = nil
  ) throws -> Reading<[Entry]> {
    guard limit != 0 else { return Reading(found: [], damage: []) }
    let wanted = limit.map { $0.addingReportingOverflow(skip).partialValue }
    var entries: [Entry] = []
    if readsInbox { entries = try waiting().filter(filter.takes(card:)).reversed() }
    let reading = try journal.rows { row in
      if let wanted, entries.count >= wanted { return .end }
      let entry = try Self.card(row)
      // Newest first: nothing that follows can be of a later day, but for a day's worth of zones.
      if let since = filter.since, entry.written.day < since.daysBefore(2) { return .end }
      if filter.takes(card: entry) { entries.append(entry) }
      return .leave
    }
    return Reading(
      found: Array(entries.dropFirst(skip).prefix(limit ?? .max)), damage: reading.damage)
  }

  /// Every entry, whole, oldest first: the latest wording of each.
  ///
  /// - Parameter all: where two wordings of an entry stand side by side, both; else the later one.
  package func everything(all: Bool = false) throws -> Reading<[Entry]> {
    var entries: [Entry] = []
    let damage = try forEach(all: all) { entries.append($0) }
    let waiting = readsInbox ? try waiting() : []
    return Reading(found: entries.reversed() + waiting, damage: damage)
  }

  /// Opens every entry, newest first.
  ///
  /// - Returns: what could not be read.
  func forEach(all: Bool = false, _ body: (Entry) throws -> Void) throws -> [Damage] {
    try journal.scan(all: all, { row, payload in try Self.entry(row, payload) }) { entry in
      try body(entry)
      return true
    }
  }

  /// Opens everything and says what is broken.
  package func verify() throws -> Verdict {
    try journal.verify(summary: EntryPage.summary) { page in _ = try EntryPage.entry(page) }
  }

  /// Pages that could not be taken in because nothing can be written here, oldest first.
  func waiting() throws -> [Entry] {
    try journal.waitingPages().compactMap { try? EntryPage.entry($0) }
  }

  static func card(_ row: CatalogueRow) throws -> Entry {
    guard let entry = try? JSON.read(EntryJSON.self, from: row.card).entry else {
      throw VaultError.damaged(.entry(row.entry.description))
    }
    return entry
  }

  func entry(_ row: CatalogueRow) throws -> Entry {
    try Self.entry(row, try journal.payload(of: row))
  }

  static func entry(_ row: CatalogueRow, _ payload: [UInt8]) throws -> Entry {
    let page = Page(id: row.entry, written: row.written, payload: payload)
    guard let entry = try? EntryPage.entry(page) else {
      throw VaultError.damaged(.entry(row.entry.description))
    }
    return entry
  }
}

extension Day {
  /// So many days before, or the first day there is.
  fileprivate func daysBefore(_ count: Int) -> Day { advanced(by: -count) ?? self }
}
