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
}
