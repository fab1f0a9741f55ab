internal import Disk
internal import Practice
package import Vault

extension Restoring {
  /// Makes a journal of the backup where there is none.
  package func restore(to place: JournalPlace, _ words: UnlockWords, clock: Clock) throws -> Outcome
  {
    guard !place.exists else { throw VaultError.alreadyThere(folder: place.folder) }
    let now = clock.now()
    switch kind {
    case .open: return try restoreOpen(to: place, keys(words), now)
    case .unattended:
      return try opened(words, beside: place, clock: clock) { reader in
        let verdict = try Self.whole(reader)
        let outcome = try UnattendedBackup.settle(
          reader.journal, at: place, noting: note(now: now).entry, now: now.utcMilliseconds)
        return Outcome(
          kind: kind, entries: verdict.entries, wordings: outcome.wordings, drafts: outcome.drafts)
      }
    }
  }

  private func restoreOpen(to place: JournalPlace, _ keys: BackupKeys, _ now: Moment) throws
    -> Outcome
  {
    // The inner part comes first in the file; it is read alone before the journal is begun.
    var identity: [UInt8]?
    try OpenBackup.translating {
      identity = try OpenBackup.read(keys.opening(FileSource(path))) { _ in }.identity
    }
    var content = OpenBackup.Content()
    let outcome = try RestoredJournal.make(
      at: place, keys: keys, identity: identity, noting: note(now: now).entry,
      now: now.utcMilliseconds
    ) { add in
      try OpenBackup.translating {
        content = try OpenBackup.read(keys.opening(FileSource(path))) { try add($0) }.content
      }
    }
    return Outcome(
      kind: kind, entries: content.entries, wordings: outcome.wordings,
      knowsErased: identity != nil, drafts: outcome.drafts, missing: outcome.missing)
  }

  /// Adds what is in the backup and not in the journal.
  ///
  /// - Parameter dryRun: only counts; changes nothing.
  /// - Throws: `VaultError.badBackup(.otherJournal)` where it is a backup of another journal.
  package func merge(
    into reader: inout Reader, _ words: UnlockWords, clock: Clock, dryRun: Bool = false
  ) throws -> Joining {
    // Drafts are added while the backup is read: another process may have changed the keys meanwhile.
    try reader.journal.refresh()
    var joining = Joining()
    let wordings = try wordings(for: reader, words, clock, dryRun: dryRun, &joining)
    try reader.journal.refresh()
    guard !dryRun else {
      joining.arrivals = try reader.journal.presence(of: wordings)
      return joining
    }
    joining.arrivals = try reader.journal.add(wordings)
    // Everything is in by now: a note that finds no room is no failure of that.
    joining.isNoted = (try? noteOnce(in: &reader, now: clock.now())) != nil
    return joining
  }

  private func noteOnce(in reader: inout Reader, now: Moment) throws {
    let isThere = try reader.backups().contains { $0.path == path && $0.isRestored }
    if !isThere { try reader.keep(note(now: now)) }
  }

  /// Everything the backup holds; what stands in it beside wordings goes into `joining`.
  private func wordings(
    for reader: Reader, _ words: UnlockWords, _ clock: Clock, dryRun: Bool,
    _ joining: inout Joining
  ) throws -> [Wording] {
    switch kind {
    case .open:
      let keys = try keys(words)
      var wordings: [Wording] = []
      let parts = try OpenBackup.translating {
        try OpenBackup.read(keys.opening(FileSource(path))) { wordings.append($0) }
      }
      guard let identity = parts.identity,
        let beside = try reader.journal.beside(backup: identity, keys, dryRun: dryRun)
      else { throw VaultError.badBackup(.otherJournal) }
      joining.erasedThere = beside.erased.map(\.description)
      joining.drafts = beside.drafts
      return wordings
    case .unattended:
      let journal = reader.journal
      return try opened(words, beside: journal.place, clock: clock) { other in
        guard other.journal.id == journal.id else { throw VaultError.badBackup(.otherJournal) }
        _ = try Self.whole(other)
        joining.erasedThere = try journal.erased(in: other.journal).map(\.description)
        joining.drafts = try journal.addDrafts(of: other.journal, dryRun: dryRun)
        return try other.journal.payloads(of: other.journal.everyWording())
          .map { Wording($0.row, payload: $0.payload) }
      }
    }
  }

  /// What came of adding a backup to a journal.
  package struct Joining: Sendable, Equatable {
    package var arrivals = Arrivals()
    package var drafts = 0
    /// Whether the journal knows of this backup now.
    package var isNoted = true
    /// Entries here that were erased where the backup was made.
    package var erasedThere: [String] = []
  }
}
