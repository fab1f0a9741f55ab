internal import Age

extension OpenJournal {
  /// The drafts that no other process is asking right now, newest first.
  package func drafts() throws -> [(hold: DraftHold, draft: Draft)] {
    var found: [(hold: DraftHold, draft: Draft)] = []
    for name in try SystemFile.names(in: place.drafts) where name.hasSuffix(".age") {
      guard let interview = ItemID(String(name.dropLast(4))),
        let hold = try? DraftHold(interview, at: place),
        let bytes = try? SystemFile.read("\(place.drafts)/\(name)"),
        let opened = try? Opening.open(bytes, with: captures), let draft = Draft(reading: opened),
        draft.interview == interview
      else { continue }
      found.append((hold, draft))
    }
    return found.sorted { $0.draft.saved > $1.draft.saved }
  }

  /// Every draft, those that are being asked right now too, as they were last saved.
  func readDrafts() throws -> [Draft] {
    try SystemFile.names(in: place.drafts).compactMap { name in
      guard name.hasSuffix(".age"), let interview = ItemID(String(name.dropLast(4))),
        let bytes = try? SystemFile.read("\(place.drafts)/\(name)"),
        let opened = try? Opening.open(bytes, with: captures), let draft = Draft(reading: opened),
        draft.interview == interview
      else { return nil }
      return draft
    }
  }

  /// Seals drafts that came from elsewhere and are not here.
  ///
  /// - Parameter dryRun: only counts them.
  /// - Returns: how many there were.
  func add(_ drafts: [Draft], dryRun: Bool) throws -> Int {
    var count = 0
    for draft in drafts where !SystemFile.exists("\(place.drafts)/\(draft.interview).age") {
      guard !dryRun else {
        count += 1
        continue
      }
      guard let hold = try DraftHold(draft.interview, at: place) else { continue }
      try SystemFile.write(
        Sealing.seal(draft.bytes, to: [captures[0].recipient]), to: hold.name, in: place.drafts)
      count += 1
    }
    return count
  }
}
