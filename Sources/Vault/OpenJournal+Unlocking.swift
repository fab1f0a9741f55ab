package import Age
internal import GRDB

/// The words a person gave, and which slots they may be for.
package struct UnlockWords: Sendable {
  /// Tried in this order; each costs a key derivation.
  package var candidates: [(kind: SlotKind, words: Passphrase)]

  package init(_ candidates: [(kind: SlotKind, words: Passphrase)]) {
    self.candidates = candidates
  }
}

extension OpenJournal {
  /// Opens the journal at `place`.
  ///
  /// - Parameters:
  ///   - now: milliseconds since 1970 in UTC.
  ///   - acceptingOlder: goes on although the journal contradicts the anchor, and records it.
  /// - Throws: `VaultError`: `noJournal`, `newerFormat`, `damaged`, `wrongPassphrase`, `rolledBack`.
  package static func open(
    at place: JournalPlace, with words: UnlockWords, now: Int64, acceptingOlder: Bool = false
  ) throws -> OpenJournal {
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    let lock = try lockShared(place)
    defer { withExtendedLifetime(lock) {} }
    let database = try ReadableDatabase.open(at: place)
    let (slot, kind) = try unlock(database, with: words)
    let key = try database.read { db in try journalKey(in: db, for: slot) }
    let captures = try database.read { db in try captureIdentities(in: db, for: slot) }
    var journal = OpenJournal(
      place: place, notices: [], openedWith: kind, isReadOnly: !place.canWrite,
      openedAt: now, database: database, key: key, sealer: key.sealer, slot: slot,
      captures: captures)
    try journal.checkHistory(now: now, acceptingOlder: acceptingOlder)
    try journal.checkCapture(now: now)
    try journal.noteDamagedCopies()
    return journal
  }

  /// Finds the slot that the words open.
  private static func unlock(
    _ database: JournalDatabase, with words: UnlockWords
  ) throws -> (X25519Identity, SlotKind) {
    var damaged: SlotKind?
    for (kind, passphrase) in words.candidates {
      let part = try database.read { $0.part(.slot(kind)) }
      if part.isAbsent, kind != .passphrase { continue }
      guard let file = part.intact.first else {
        damaged = kind
        continue
      }
      do {
        if let identity = try Slot.identity(in: file, words: passphrase) { return (identity, kind) }
      } catch {
        damaged = kind
      }
    }
    if let damaged { throw VaultError.damaged(.part(JournalDatabase.Part.slot(damaged).name)) }
    throw VaultError.wrongPassphrase
  }

  private static func journalKey(in db: Database, for slot: X25519Identity) throws -> JournalKey {
    for file in db.part(.key).intact {
      if let line = try? Opening.open(file, with: [slot]), let key = JournalKey(reading: line) {
        return key
      }
    }
    throw VaultError.damaged(.part(JournalDatabase.Part.key.name))
  }

  private static func captureIdentities(
    in db: Database, for slot: X25519Identity
  ) throws -> [X25519Identity] {
    for file in db.part(.capture).intact {
      if let bytes = try? Opening.open(file, with: [slot]),
        let identities = try? IdentityFile(reading: bytes).identities
      {
        return identities
      }
    }
    throw VaultError.damaged(.part(JournalDatabase.Part.capture.name))
  }

  private mutating func noteDamagedCopies() throws {
    let parts: [JournalDatabase.Part] = [.slot(openedWith), .key, .capture, .root]
    for part in parts where try database.read({ $0.part(part) }).damaged > 0 {
      notices.append(.copyDamaged(part: part.name))
    }
  }
}

extension OpenJournal {
  /// Compares the journal with what this machine saw of it last.
  ///
  /// - Throws: `VaultError.rolledBack`.
  private mutating func checkHistory(now: Int64, acceptingOlder: Bool) throws {
    let file = AnchorFile(place: place, journal: key.journal)
    // The anchor is read before the journal: a change in between only makes the journal newer.
    let anchorKey = try read { $0.root.anchorKey }
    let anchor = file.read(key: anchorKey)
    let (root, head) = try read { state in
      (state.root, try anchor.flatMap { try state.head(at: $0.sequence) })
    }
    guard let anchor else {
      notices.append(.firstTimeHere)
      if !isReadOnly { try? file.advance(to: Anchor(root: root, epoch: key.epoch), key: anchorKey) }
      return
    }
    guard let rollback = Self.rollback(anchor, root, head) else {
      if !isReadOnly { try? file.advance(to: Anchor(root: root, epoch: key.epoch), key: anchorKey) }
      return
    }
    guard acceptingOlder, !isReadOnly else { throw VaultError.rolledBack(rollback) }
    let accepted = try change { state in
      state.root.accepted.append(now)
      return state.root.anchorKey
    }
    try file.replace(
      with: Anchor(root: try read { $0.root }, epoch: key.epoch), key: accepted)
    notices.append(.olderAccepted)
  }

  private static func rollback(
    _ anchor: Anchor, _ root: CatalogueRoot, _ head: [UInt8]?
  ) -> Rollback? {
    guard anchor.lineage == root.lineage else { return .diverged }
    if root.sequence < anchor.sequence {
      return .older(seen: anchor.sequence, found: root.sequence)
    }
    return head == anchor.head ? nil : .diverged
  }

  /// Compares the capture file and what is known of it with the sealed copy, and mends both.
  private mutating func checkCapture(now: Int64) throws {
    let sealed = Capture(
      journal: key.journal, recipient: try read { $0.root.captures[0] })
    let onDisk = try? Capture(at: place)
    let known = Known(of: key.journal, in: place)
    if isReadOnly {
      notices.append(.readOnly)
      return
    }
    if onDisk != sealed { try sealed.write(to: place) }
    let isAnother = Known.isAnother(than: key.journal, at: place)
    let knownIsRight = known.map { $0.recipients.contains(sealed.recipient) } ?? true
    if onDisk != sealed || isAnother || !knownIsRight {
      notices.append(.captureMended(since: known?.checked))
    }
    // Where nothing can be remembered, pages can still be written; the next opening says so again.
    try? Known.forgetOthers(than: key.journal, at: place)
    try? Known(
      folder: SystemFile.resolved(place.folder), recipients: [sealed.recipient], checked: now
    ).write(of: key.journal, in: place)
  }
}
