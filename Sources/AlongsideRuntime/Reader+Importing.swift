internal import Practice
internal import Vault

extension Reader {
  /// What came of bringing entries in.
  package struct Brought: Sendable, Hashable {
    package var added = 0
    /// Were here already.
    package var here = 0
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
    var wordings: [Wording] = []
    wordings.reserveCapacity(imported.count)
    for one in imported {
      var entry = one.entry
      if ItemID(entry.id) == nil { entry.id = idOf(one.identity).description }
      if ItemID(entry.revision) == nil {
        entry.revision =
          entry.parents.isEmpty ? entry.id : idOf(one.identity + [0]).description
      }
      wordings.append(try EntryPage.wording(entry))
    }
    let presence = try journal.presence(of: wordings)
    let outcome = Brought(
      added: presence.new, here: wordings.count - presence.new - presence.erased,
      erased: presence.erased)
    if !dryRun, presence.new > 0 { try journal.add(wordings) }
    return outcome
  }
}
