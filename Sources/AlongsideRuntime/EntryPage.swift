internal import Practice
internal import Vault

/// Turns entries into the pages that the vault keeps, and back.
enum EntryPage {
  /// An entry as a page, sealed payload and all.
  static func page(_ entry: Entry, id: ItemID) throws -> Page {
    Page(
      id: id, written: entry.written.utcMilliseconds, payload: try JSON.bytes(EntryJSON(entry)))
  }

  /// The entry in a page.
  ///
  /// - Throws: `RuntimeError.notAnEntry` when the payload is none, or names another id or moment
  ///   than the page it came in: then someone put it together by hand.
  static func entry(_ page: Page) throws -> Entry {
    guard let entry = try? JSON.read(EntryJSON.self, from: page.payload).entry,
      entry.id == page.id.description, entry.written.utcMilliseconds == page.written
    else { throw RuntimeError.notAnEntry(id: page.id.description) }
    return entry
  }

  private static let cardByteLimit = 1 << 20
  private static let noteByteLimit = 1 << 14

  /// What the catalogue shows of a page.
  static func summary(_ page: Page) throws -> PageSummary {
    if let note = try? JSON.read(NotePage.self, from: page.payload).backup,
      note.id == page.id.description, page.payload.count <= noteByteLimit
    {
      return PageSummary(note: BackupNote.prefix + note.id, try JSON.bytes(note))
    }
    let entry = try entry(page)
    // A page makes a new entry and nothing else; a card of this size is no title and tags.
    let card = try JSON.bytes(EntryJSON(entry, isCard: true))
    guard entry.revision == entry.id, entry.parents.isEmpty, card.count <= cardByteLimit else {
      throw RuntimeError.notAnEntry(id: entry.id)
    }
    return PageSummary(
      card: card,
      interview: entry.interview.flatMap { ItemID($0) })
  }

  /// An entry as the vault keeps one wording of it.
  ///
  /// - Throws: `RuntimeError.notAnEntry` when one of its ids is none.
  static func wording(_ entry: Entry) throws -> Wording {
    guard let id = ItemID(entry.id), let revision = ItemID(entry.revision) else {
      throw RuntimeError.notAnEntry(id: entry.id)
    }
    return Wording(
      page: try page(entry, id: id), revision: revision,
      parents: entry.parents.compactMap { ItemID($0) },
      revised: (entry.revised ?? entry.written).utcMilliseconds,
      card: try JSON.bytes(EntryJSON(entry, isCard: true)))
  }
}
