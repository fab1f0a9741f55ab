internal import Practice
package import Vault

extension Reader {
  /// What came of bringing entries in.
  package struct Brought: Sendable {
    package var arrivals: Arrivals
    /// Where in their source those stand that are here, or came twice, with other words; the words
    /// that are here stay.
    package var differing: [String] = []
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
    var outcome = Brought(arrivals: try journal.presence(of: wordings))
    if outcome.arrivals.wordings < wordings.count {
      outcome.differing = try differing(entries).sorted().map { imported[$0].place }
    }
    if !dryRun, outcome.arrivals.wordings > 0 { try journal.add(wordings) }
    return outcome
  }

  /// Which of these are here, or come twice, with other words.
  private func differing(_ imported: [Entry]) throws -> [Int] {
    var first: [String: Int] = [:]
    var found: [Int] = []
    for (index, entry) in imported.enumerated() {
      if let one = first[entry.revision] {
        if !entry.hasWords(of: imported[one]) { found.append(index) }
      } else {
        first[entry.revision] = index
      }
    }
    // What is damaged is not compared.
    _ = try forEach { here in
      if let one = first[here.revision], !imported[one].hasWords(of: here) { found.append(one) }
    }
    return found
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
