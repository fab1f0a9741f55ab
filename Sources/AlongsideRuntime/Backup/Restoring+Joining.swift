internal import Practice
package import Vault

extension Restoring {
  /// Makes a journal of the backup where there is none.
  package func restore(to place: JournalPlace, _ words: UnlockWords, clock: Clock) throws -> Outcome
  {
    guard !place.exists else { throw VaultError.alreadyThere(folder: place.folder) }
    let now = clock.now().utcMilliseconds
    switch kind {
    case .open: return try restoreOpen(to: place, keys(words), now)
    case .unattended:
      return try opened(words, beside: place, clock: clock) { reader in
        let verdict = try reader.verify()
        if let damage = verdict.damage.first { throw VaultError.damaged(damage) }
        let outcome = try UnattendedBackup.settle(reader.journal, at: place, now: now)
        return Outcome(
          kind: kind, entries: verdict.entries, wordings: outcome.wordings, drafts: outcome.drafts)
      }
    }
  }

  private func restoreOpen(to place: JournalPlace, _ keys: BackupKeys, _ now: Int64) throws
    -> Outcome
  {
    // The inner part comes first in the file; it is read alone before the journal is begun.
    var identity: [UInt8]?
    try OpenBackup.translating {
      identity = try OpenBackup.read(keys.opening(FileSource(path))) { _ in }.identity
    }
    var content = OpenBackup.Content()
    let outcome = try RestoredJournal.make(at: place, keys: keys, identity: identity, now: now) {
      add in
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
  /// - Throws: `VaultError.badBackup(.otherJournal)` where it is a backup of another journal.
  package func merge(
    into reader: inout Reader, _ words: UnlockWords, clock: Clock
  ) throws -> Outcome {
    var wordings: [Wording] = []
    var outcome = Outcome(kind: kind)
    switch kind {
    case .open:
      let keys = try keys(words)
      let parts = try OpenBackup.translating {
        try OpenBackup.read(keys.opening(FileSource(path))) { wordings.append($0) }
      }
      guard let identity = parts.identity,
        let beside = try reader.journal.beside(backup: identity, keys)
      else { throw VaultError.badBackup(.otherJournal) }
      outcome.erasedThere = beside.erased.map(\.description)
      outcome.drafts = beside.drafts
    case .unattended:
      let id = reader.journal.id
      wordings = try opened(words, beside: reader.journal.place, clock: clock) { other in
        guard other.journal.id == id else { throw VaultError.badBackup(.otherJournal) }
        outcome.erasedThere = try reader.journal.erased(in: other.journal).map(\.description)
        outcome.drafts = try reader.journal.addDrafts(of: other.journal)
        let rows = try other.journal.everyWording()
        return zip(rows, try other.journal.payloads(of: rows)).map { Wording($0, payload: $1) }
      }
    }
    try reader.journal.refresh()
    let (added, erased) = try reader.journal.add(wordings)
    outcome.wordings = added
    outcome.entries = Set(wordings.map(\.page.id)).count
    outcome.erased = erased
    return outcome
  }
}
