internal import Practice
internal import Vault

extension Reader {
  /// What came of bringing entries in.
  package struct Brought: Sendable, Hashable {
    package var added = 0
    /// Were here already.
    package var here = 0
    /// Of those, how many have other words here, which stay.
    package var differing = 0
    /// Had been erased here, and stayed away.
    package var erased = 0
  }

  /// Brings in what was read elsewhere, in one transaction: all of it or nothing.
  ///
  /// An entry of ours keeps its id; another gets one that the same source gives again, so that a
  /// second time adds nothing.
  package mutating func bring(in imported: [ImportedEntry], dryRun: Bool) throws -> Brought {
    try journal.refresh()
    let idOf = try journal.importIDs()
    var entries: [Entry] = []
    var wordings: [Wording] = []
    wordings.reserveCapacity(imported.count)
    for one in imported {
      var entry = one.entry
      if ItemID(entry.id) == nil { entry.id = idOf(one.identity).description }
      if ItemID(entry.revision) == nil {
        entry.revision =
          entry.parents.isEmpty ? entry.id : idOf(one.identity + [0]).description
      }
      entries.append(entry)
      wordings.append(try EntryPage.wording(entry))
    }
    let presence = try journal.presence(of: wordings)
    var outcome = Brought(
      added: presence.new, here: wordings.count - presence.new - presence.erased,
      erased: presence.erased)
    if outcome.here > 0 { outcome.differing = try differing(entries) }
    if !dryRun, presence.new > 0 { try journal.add(wordings) }
    return outcome
  }

  /// How many of these are here, or come twice, with other words.
  private func differing(_ imported: [Entry]) throws -> Int {
    var first: [String: Entry] = [:]
    var count = 0
    for entry in imported {
      if let one = first[entry.revision] {
        if !entry.hasWords(of: one) { count += 1 }
      } else {
        first[entry.revision] = entry
      }
    }
    // What is damaged is not compared.
    _ = try forEach { here in
      if let one = first[here.revision], !one.hasWords(of: here) { count += 1 }
    }
    return count
  }
}

extension Entry {
  /// Whether title, tags and words are the same.
  ///
  /// A form without questions has answers as words of its text, which says nothing.
  fileprivate func hasWords(of other: Entry) -> Bool {
    guard answers.isEmpty == other.answers.isEmpty else { return true }
    return title == other.title && tags == other.tags && text == other.text
      && answers.map(\.value) == other.answers.map(\.value)
  }
}
