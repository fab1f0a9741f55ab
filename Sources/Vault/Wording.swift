/// One wording of an entry, on its way into a journal.
package struct Wording: Sendable, Hashable {
  /// The entry's id, when it was first written, and what the runtime's codec wrote.
  package var page: Page
  package var revision: ItemID
  /// The wordings this one was made from; none for a first one.
  package var parents: [ItemID]
  /// When this wording was made.
  ///
  /// Milliseconds since 1970 in UTC.
  package var revised: Int64
  /// What a list shows.
  package var card: [UInt8]

  package init(
    page: Page, revision: ItemID, parents: [ItemID] = [], revised: Int64, card: [UInt8]
  ) {
    self.page = page
    self.revision = revision
    self.parents = parents
    self.revised = revised
    self.card = card
  }

  /// The first wording of an entry, which bears the entry's own id.
  init(first page: Page, card: [UInt8]) {
    self.init(page: page, revision: page.id, revised: page.written, card: card)
  }
}

extension Wording {
  /// A wording that a row of the catalogue names.
  package init(_ row: CatalogueRow, payload: [UInt8]) {
    self.init(
      page: Page(id: row.entry, written: row.written, payload: payload), revision: row.revision,
      parents: row.parents, revised: row.revised, card: row.card)
  }
}
