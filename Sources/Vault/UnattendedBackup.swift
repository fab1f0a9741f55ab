internal import Age
internal import Codec
package import Disk
internal import GRDB

/// A backup that was made without the passphrase: the journal's own files, sealed as they are.
package enum UnattendedBackup {
  /// Whether a path inside the backup is one of a journal's files.
  package static func holds(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 { return ["capture", "journal.db"].contains(parts[0]) }
    guard parts.count == 2, ["inbox", "drafts"].contains(parts[0]), parts[1].hasSuffix(".age")
    else { return false }
    return Base32.values(parts[1].dropLast(4)) != nil
  }

  /// Unpacks a backup into a folder of its own, for as long as `work` runs.
  ///
  /// What lies there is sealed; the folder is gone afterwards.
  ///
  /// - Parameters:
  ///   - beside: the folder that a journal would lie in, so that moving it there is one step.
  ///   - unpack: writes each file through the closure it is given.
  package static func unpacked<T>(
    beside place: JournalPlace,
    unpack: (_ write: (_ path: String, _ content: (FileSink) throws -> Void) throws -> Void) throws
      -> Void,
    _ work: (JournalPlace) throws -> T
  ) throws -> T {
    let building = try JournalBuilder.folder(beside: place)
    let folder = building.path
    // Its state is kept inside it: what this machine knows of the journal is not touched.
    let there = JournalPlace(
      folder: folder, name: place.name, state: "\(folder)/state", memory: place.memory)
    defer { building.remove() }
    try unpack { path, content in
      let sink = try FileSink("\(folder)/\(path)")
      try content(sink)
      try sink.finish()
    }
    guard there.exists else { throw VaultError.badBackup(.notOurs("there is no journal in it")) }
    return try work(there)
  }

  /// Puts an unpacked journal in place, under new keys and on a new line of history.
  ///
  /// - Parameters:
  ///   - journal: the unpacked one, opened, with everything taken in.
  ///   - note: kept in the new journal from its beginning.
  package static func settle(
    _ journal: OpenJournal, at place: JournalPlace, noting note: (name: String, body: [UInt8]),
    now: Int64
  ) throws -> RestoredJournal.Outcome {
    try RestoredJournal.build(at: place, now: now) { folder in
      var plan = try journal.withPresentKeys { try journal.planAnew($0, now: now) }
      plan.key = JournalKey(
        journal: RestoredJournal.journalID(journal.key.journal, at: place),
        epoch: journal.key.epoch + 1)
      plan.isNewLineage = true
      var outcome = RestoredJournal.Outcome()
      let root = try JournalBuilder.build("journal.db", in: folder, plan) { builder in
        outcome.wordings = try journal.copyWordings(into: &builder, noting: note)
      }
      outcome.erased = try journal.read { try $0.ledger().tombstones.count }
      let drafts = try journal.drafts()
      if let file = drafts.unopened.first { throw VaultError.badBackup(.unopened(file)) }
      for (_, draft) in drafts.free {
        try SystemFile.write(
          Sealing.seal(draft.bytes, to: [RestoredJournal.draftKey(of: plan).recipient]),
          to: "\(draft.interview).age", in: "\(folder)/drafts")
        outcome.drafts += 1
      }
      return (outcome, plan, root)
    }
  }
}
