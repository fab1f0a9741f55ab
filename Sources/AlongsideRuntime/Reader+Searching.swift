package import Practice
package import Vault

extension Reader {
  /// An entry that was found, and where the words stand in it.
  package struct Found: Sendable {
    package var entry: Entry
    package var match: SearchMatch
  }

  /// The entries that a query and a filter find, newest first.
  package func search(
    _ query: SearchQuery, _ filter: SearchFilter = SearchFilter(), limit: Int? = nil
  ) throws -> Reading<[Found]> {
    var found: [Found] = []
    guard limit != 0 else { return Reading(found: [], damage: []) }
    if readsInbox {
      for entry in try waiting().reversed() where filter.takes(entry) {
        if let match = query.match(entry) { found.append(Found(entry: entry, match: match)) }
      }
    }
    let sieve = filter.sieve
    let damage = try journal.scan(
      all: true,
      { row, payload -> Found? in
        guard sieve.mayMatch(payload: payload) else { return nil }
        return try Self.found(row, payload, query, filter)
      },
      {
        found.append($0)
        return limit.map { found.count < $0 } ?? true
      })
    return Reading(found: Array(found.prefix(limit ?? .max)), damage: damage)
  }

  private static func found(
    _ row: CatalogueRow, _ payload: [UInt8], _ query: SearchQuery, _ filter: SearchFilter
  ) throws -> Found? {
    let match: SearchMatch?
    do {
      match = try query.match(payload: payload)
    } catch is DecodingError {
      throw VaultError.damaged(.entry(row.entry.description))
    }
    guard let match else { return nil }
    let card = try card(row)
    guard filter.takes(card: card) else { return nil }
    // Only a value is asked of what a list does not show.
    guard filter.value != nil else { return Found(entry: card, match: match) }
    return filter.takes(try entry(row, payload)) ? Found(entry: card, match: match) : nil
  }
}

/// A found entry as `--json` prints it: the entry of a list, and `context`.
package struct FoundJSON: Encodable {
  private let found: Reader.Found

  package init(_ found: Reader.Found) {
    self.found = found
  }

  private enum Key: String, CodingKey { case context }

  package func encode(to encoder: any Encoder) throws {
    try EntryJSON(found.entry, isCard: true).encode(to: encoder)
    var map = encoder.container(keyedBy: Key.self)
    try map.encode(found.match.context.map(\.text), forKey: .context)
  }
}

extension Reader {
  /// What was written about, and when.
  package func insights(
    labels: InsightLabels, filter: SearchFilter = SearchFilter()
  ) throws -> Reading<Insights> {
    let reading = try everything()
    return Reading(
      found: Insights(entries: reading.found.filter { filter.takes($0) }, labels: labels),
      damage: reading.damage)
  }
}
