extension Salvage {
  /// Every record that opens and is an entry.
  func records(
    _ outcome: inout Outcome, _ wording: (Page, ItemID) -> Wording?
  ) throws -> [Wording] {
    let listed = listedRows()
    let proven = Set(listed.filter(\.isWhole).map(\.row.revision))
    let isErased = ledger?.isErased ?? { _, _ in false }
    var found: [Wording] = []
    var lost = Set(listed.map(\.row.entry))
    for (entry, revision) in ids() where !isErased(entry, revision) {
      guard let page = page(entry, revision), let one = wording(page, revision) else {
        lost.insert(entry)
        continue
      }
      found.append(one)
      if !proven.contains(revision) { outcome.unproven += 1 }
    }
    let saved = Set(found.map(\.page.id))
    outcome.entries = saved.count
    outcome.lost = lost.subtracting(saved).map(\.description).sorted()
    outcome.lostWordings = lostWordings(
      listed.map(\.row).filter { !isErased($0.entry, $0.revision) }, besides: found)
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

  /// The rows of whole leaves, and whether the record that each names is whole.
  private func listedRows() -> [(row: CatalogueRow, isWhole: Bool)] {
    let key = keys.key
    var found: [(row: CatalogueRow, isWhole: Bool)] = []
    // A torn file can fail at the very end of reading it; what was read counts.
    _ = try? database.read { db in
      let state = try JournalState(db, key: key, sealer: key.sealer)
      for mark in state.root.leaves {
        for row in (try? state.leaf(mark).rows) ?? [] {
          found.append((row, (try? state.prove(row)) != nil))
        }
      }
    }
    return found
  }

  /// The ids of all records that can be read.
  ///
  /// A damaged page ends the reading of what lies behind it. So each range is read from the front and
  /// from the back, and what is between the two is halved and tried again, down to a part of what one
  /// page holds: ids are random, so that pages hold narrow parts of all numbers.
  private func ids() -> [(entry: ItemID, revision: ItemID)] {
    var found: [(entry: ItemID, revision: ItemID)] = []
    var seen: Set<ItemID> = []
    let pages = (try? database.read { try $0.pageCount() }) ?? 1
    let narrowest = UInt64.max / UInt64(max(pages, 1)) / 16
    var open: [ClosedRange<Int64>] = [.min...(.max)]
    while let range = open.popLast() {
      let isRead = [false, true].contains { isBackwards in
        (try? database.read { db in
          try db.eachRecord(in: range, backwards: isBackwards) { entry, revision in
            if seen.insert(revision).inserted { found.append((entry, revision)) }
          }
        }) != nil
      }
      if !isRead, let halves = Self.halves(range, narrowest) { open += halves }
    }
    return found
  }

  /// Nil where the range is no wider than `narrowest`.
  private static func halves(
    _ range: ClosedRange<Int64>, _ narrowest: UInt64
  ) -> [ClosedRange<Int64>]? {
    let width = UInt64(bitPattern: range.upperBound &- range.lowerBound)
    guard width > max(narrowest, 1) else { return nil }
    let middle = range.lowerBound &+ Int64(bitPattern: width / 2)
    return [middle + 1...range.upperBound, range.lowerBound...middle]
  }

  private func page(_ entry: ItemID, _ revision: ItemID) -> Page? {
    let key = keys.key
    var bytes: [UInt8]?
    _ = try? database.read { db in
      guard let (_, box) = try db.record(revision) else { return }
      let place = JournalState.place(.record, id: entry.bits, revision: revision.bits, key)
      bytes = key.sealer.open(box, at: place)
    }
    guard let bytes else { return nil }
    var reader = WireReader(bytes)
    guard let written: Int64 = try? reader.number() else { return nil }
    return Page(id: entry, written: written, payload: Array(bytes.dropFirst(8)))
  }
}
