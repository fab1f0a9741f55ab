internal import Age
internal import Disk
internal import Practice
package import Vault

/// Brings a backup back: as a journal of its own, or into one that is open.
package struct Restoring {
  package let path: String
  package let kind: Kind

  /// The two sorts of backups.
  package enum Kind: Sendable, Hashable {
    case open
    case unattended
  }

  /// What came of it.
  package struct Outcome: Sendable, Hashable {
    package var kind: Kind
    package var entries = 0
    package var wordings = 0
    /// False where the backup does not say what was erased before it was made.
    package var knowsErased = true
    package var drafts = 0
    /// Ways in that the journal had and whose files were not beside the backup.
    package var missing: [SlotKind] = []
  }

  /// Looks at a file's beginning.
  ///
  /// - Throws: `VaultError.badBackup`, `system`.
  package init(_ path: String) throws {
    self.path = path
    var head: [UInt8] = []
    let source = try FileSource(path)
    while head.count < 512 {
      let more = try source.read(512 - head.count)
      if more.isEmpty { break }
      head += more
    }
    if head.starts(with: "age-encryption.org/v1\n".utf8) {
      kind = .open
    } else if head.dropFirst(257).starts(with: "ustar".utf8) {
      kind = .unattended
    } else {
      let isBeginning = Array("age-encryption.org/v1\n".utf8).starts(with: head)
      throw VaultError.badBackup(isBeginning ? .cutShort : .notOurs("it is of another kind"))
    }
  }

  /// The files beside an open backup that words open.
  package static func slotPath(_ path: String, _ kind: SlotKind) -> String {
    "\(path).\(kind.rawValue).age"
  }

  /// The ways in that lie beside an open backup.
  func keys(_ words: UnlockWords) throws -> BackupKeys {
    var files: [(kind: SlotKind, file: [UInt8])] = []
    for kind in SlotKind.allCases {
      if let file = try Files.bytes(of: Self.slotPath(path, kind), limit: 1 << 20) {
        files.append((kind, file))
      }
    }
    guard !files.isEmpty else {
      throw RuntimeError.noSlotFile(path: Self.slotPath(path, .passphrase))
    }
    return try BackupKeys(files, words: words)
  }

  /// Opens every item of the backup and counts, changing nothing.
  package func check(_ words: UnlockWords, beside place: JournalPlace, clock: Clock) throws
    -> Outcome
  {
    switch kind {
    case .open:
      let keys = try keys(words)
      let parts = try OpenBackup.translating {
        try OpenBackup.read(keys.opening(FileSource(path))) { _ in }
      }
      return Outcome(
        kind: kind, entries: parts.content.entries, wordings: parts.content.wordings,
        knowsErased: parts.identity != nil)
    case .unattended:
      return try opened(words, beside: place, clock: clock) { reader in
        let verdict = try Self.whole(reader)
        return Outcome(
          kind: kind, entries: verdict.entries,
          wordings: try reader.journal.everyWording().count, drafts: verdict.drafts)
      }
    }
  }

  /// What is in an unattended backup, once everything in it opened.
  ///
  /// - Throws: `VaultError.damaged`; `badBackup(.unopened)`, naming a page or draft that does not open.
  static func whole(_ reader: Reader) throws -> Verdict {
    let verdict = try reader.verify()
    if let damage = verdict.damage.first { throw VaultError.damaged(damage) }
    switch reader.whyNotTakenIn {
    case .damage?: throw VaultError.damaged(.database("its pages cannot be taken in"))
    case .system(let reason)?:
      throw VaultError.system(what: "taking in the pages of the backup", reason: reason)
    case nil: break
    }
    // One that could not be read when pages were taken in, and can be now.
    guard verdict.waiting == 0 else {
      throw VaultError.system(
        what: "taking in the pages of the backup", reason: "one of them could not be read")
    }
    if let file = (verdict.unopened + verdict.aside).first {
      throw VaultError.badBackup(.unopened(file))
    }
    return verdict
  }

  /// Opens an unattended backup where it was unpacked.
  func opened<T>(
    _ words: UnlockWords, beside place: JournalPlace, clock: Clock, _ work: (Reader) throws -> T
  ) throws -> T {
    try SealedCopy.unpacked(FileSource(path), beside: place) { unpacked in
      do {
        return try work(Reader(at: unpacked, with: words, clock: clock))
      } catch VaultError.wrongPassphrase {
        throw VaultError.wrongBackupWords
      } catch VaultError.damaged {
        throw VaultError.badBackup(.damaged)
      }
    }
  }
}
