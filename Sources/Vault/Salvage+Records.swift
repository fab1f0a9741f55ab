internal import Codec

extension Salvage {
  /// What a whole part of the catalogue says.
  private struct Listed {
    var rows: [CatalogueRow] = []
    /// By the tag of the record's seal, which names the very record.
    var byTag: [[UInt8]: CatalogueRow] = [:]
    /// How many rows the other parts have; nil where the root is gone that says it.
    var unreadRows: Int?
    var isDamaged: Bool { unreadRows != 0 }
  }

  /// Every record that opens and is an entry.
  func records(
    _ outcome: inout Outcome, _ wording: (Page, ItemID) -> Wording?
  ) throws -> [Wording] {
    let listed = listed()
    let isErased = erased.ledger.isErased
    var found: [Wording] = []
    var saved: Set<ItemID> = []
    var lost = Set(listed.rows.filter { !isErased($0.entry, $0.revision) }.map(\.entry))
    for row in file.records where !saved.contains(ItemID(bits: row.id)) {
      guard let (page, revision, isListed) = open(row, listed) else {
        // What a page does not name among its rows may be the rest of anything.
        if row.isLive, let entry = file.entry(of: row), !isErased(entry, ItemID(bits: row.id)) {
          lost.insert(entry)
        }
        continue
      }
      // Where the whole list is here, what only lay about is what was once taken away.
      guard row.isLive || isListed || listed.isDamaged else { continue }
      guard !isErased(page.id, revision), saved.insert(revision).inserted else { continue }
      guard let one = wording(page, revision) else {
        lost.insert(page.id)
        continue
      }
      found.append(one)
      if !isListed { outcome.unproven += 1 }
    }
    let entries = Set(found.map(\.page.id))
    outcome.entries = entries.count
    outcome.lost = lost.subtracting(entries).map(\.description).sorted()
    outcome.lostWordings = lostWordings(
      listed.rows.filter { !isErased($0.entry, $0.revision) }, besides: found)
    outcome.unreadRows = listed.unreadRows
    return found
  }

  /// The wordings that the list names and that are not among those saved.
  private func lostWordings(
    _ rows: [CatalogueRow], besides found: [Wording]
  ) -> [Outcome.LostWording] {
    let saved = Set(found.map(\.revision))
    let entries = Set(found.map(\.page.id))
    var lost: [Outcome.LostWording] = []
    for (entry, wordings) in Dictionary(grouping: rows, by: \.entry) {
      let latest = Set(OpenJournal.latest(wordings).map(\.revision))
      for row in wordings where !saved.contains(row.revision) {
        lost.append(
          Outcome.LostWording(
            entry: entry.description, made: row.revised,
            isLast: latest.contains(row.revision), hasOthers: entries.contains(entry)))
      }
    }
    return lost.sorted { ($0.entry, $0.made) < ($1.entry, $1.made) }
  }

  /// The rows of the leaves that the root names and that are whole, wherever in the file they are.
  private func listed() -> Listed {
    guard let root else { return Listed() }
    let marks = Dictionary(root.leaves.map { ($0.tag, $0) }) { first, _ in first }
    var leaves: [[UInt8]: CatalogueLeaf] = [:]
    for row in file.boxes {
      guard let box = file.box(of: row), let mark = marks[Sealer.tag(of: box)] else { continue }
      let place = JournalState.place(.leaf, id: mark.id, revision: mark.revision, keys.key)
      leaves[mark.tag] =
        keys.key.sealer.open(box, at: place)
        .flatMap { try? CatalogueLeaf(reading: $0, format: root.format) } ?? leaves[mark.tag]
    }
    var listed = Listed()
    for mark in root.leaves { listed.rows += leaves[mark.tag]?.rows ?? [] }
    listed.unreadRows =
      root.leaves.filter { leaves[$0.tag] == nil }.reduce(0) { $0 + Int($1.count) }
    listed.byTag = Dictionary(listed.rows.map { ($0.tag, $0) }) { first, _ in first }
    return listed
  }

  /// Opens a record under the ids beside it, or where those are damaged under the ones that the list has
  /// for it.
  private func open(
    _ row: DamagedFile.Row, _ listed: Listed
  ) -> (page: Page, revision: ItemID, isListed: Bool)? {
    guard let box = file.box(of: row) else { return nil }
    let known = listed.byTag[Sealer.tag(of: box)]
    let beside = file.entry(of: row).map { (entry: $0, revision: ItemID(bits: row.id)) }
    for ids in [known.map { (entry: $0.entry, revision: $0.revision) }, beside] {
      guard let ids else { continue }
      let place = JournalState.place(
        .record, id: ids.entry.bits, revision: ids.revision.bits, keys.key)
      guard let bytes = keys.key.sealer.open(box, at: place) else { continue }
      var reader = WireReader(bytes)
      guard let written: Int64 = try? reader.number() else { return nil }
      let page = Page(id: ids.entry, written: written, payload: Array(bytes.dropFirst(8)))
      return (page, ids.revision, isListed: known?.written == written)
    }
    return nil
  }
}
