package import Age
internal import Codec
internal import Disk

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
    let file = try SystemFile.identity(of: place.database)
    let database = try ReadableDatabase.open(at: place)
    let keys = try Keyring(database, words: words)
    var journal = OpenJournal(at: place, database, file, keys, now: now)
    try journal.checkHistory(now: now, acceptingOlder: acceptingOlder)
    try journal.upgrade()
    try journal.checkCapture(with: keys, now: now)
    try journal.mend(with: keys)
    journal.tidy()
    return journal
  }

  /// Brings a journal of an older format to the present one, in one transaction.
  ///
  /// A full disk or a damaged page does not keep a person from reading: then it stays as it is until a
  /// change.
  private func upgrade() throws {
    guard !isReadOnly, try read({ $0.root.format < CatalogueRoot.presentFormat }) else { return }
    do {
      try change { _ in }
    } catch VaultError.system {} catch VaultError.damaged(.database) {}
  }
}

extension OpenJournal {
  /// Compares the journal with what this machine saw of it last.
  ///
  /// - Throws: `VaultError.rolledBack`.
  mutating func checkHistory(now: Int64, acceptingOlder: Bool) throws {
    let file = AnchorFile(place: place, journal: key.journal)
    // The anchor is read before the journal: a change in between only makes the journal newer.
    let anchorKey = try read { $0.root.anchorKey }
    let anchor: Anchor?
    do throws(VaultError) {
      anchor = try file.look(key: anchorKey)
    } catch {
      // It may be newer than the journal, so it stays as it is.
      return notices.append(.notCompared(path: file.path, reason: error.reason))
    }
    let (root, head) = try read { state in
      (state.root, try anchor.flatMap { try state.head(at: $0.sequence) })
    }
    guard let anchor else {
      notices.append(.firstTimeHere)
      if !isReadOnly { try? file.advance(to: Anchor(root: root, epoch: key.epoch), key: anchorKey) }
      return
    }
    // The root itself proves its own step; earlier ones are proven by their rows.
    let proof = anchor.sequence == root.sequence ? root.head : head
    if proof == nil, anchor.sequence < root.sequence, !acceptingOlder {
      throw VaultError.damaged(.history(sequence: anchor.sequence))
    }
    guard let rollback = Self.rollback(anchor, root, proof) else {
      if !isReadOnly { try? file.advance(to: Anchor(root: root, epoch: key.epoch), key: anchorKey) }
      return
    }
    guard acceptingOlder else { throw VaultError.rolledBack(rollback) }
    notices.append(.olderAccepted)
    if isReadOnly { return }
    let accepted = try change { state in
      state.root.accepted.append(now)
      return state.root.anchorKey
    }
    try file.replace(
      with: Anchor(root: try read { $0.root }, epoch: key.epoch), key: accepted)
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
  private mutating func checkCapture(with keys: Keyring, now: Int64) throws {
    let ours = try read { $0.root.captures }
    let sealed = Capture(journal: key.journal, recipient: ours[0])
    guard keys.captures.first?.recipient.description == sealed.recipient else {
      throw VaultError.damaged(.part(JournalDatabase.Part.capture.name))
    }
    do throws(VaultError) {
      _ = try SystemFile.look(at: place.capture)
    } catch {
      // What it says may be right, so it stays as it is.
      return tell([Unopened(path: "capture", reason: .unreadable(error.reason))])
    }
    let onDisk = try? Capture(at: place)
    let known = Known(of: key.journal, in: place)
    if isReadOnly {
      notices.append(.readOnly)
      return
    }
    if onDisk != sealed {
      // A folder of this name must not keep anybody from reading.
      if FileFacts.isFolder(place.capture) {
        try? SystemFile.move(place.capture, to: "\(place.capture).\(Base32.encode(randomBytes(5)))")
      }
      try sealed.write(to: place)
    }
    let isAnother = Known.isAnother(than: key.journal, at: place)
    let knownIsRight = known.map { !$0.recipients.filter(ours.contains).isEmpty } ?? true
    // An earlier key of this journal is its own: a change of keys was cut off before its last step.
    // This machine knew of the new key then; else somebody put an old one back.
    let isOurs =
      onDisk == sealed
      || (onDisk.map { $0.journal == key.journal && ours.contains($0.recipient) } ?? false)
        && (known?.recipients.contains(sealed.recipient) ?? false)
    if !isOurs || isAnother || !knownIsRight {
      notices.append(.captureMended(since: known?.checked))
    }
    // Where nothing can be remembered, pages can still be written; the next opening says so again.
    try? Known.forgetOthers(than: key.journal, at: place)
    try? Known(
      folder: FileFacts.resolved(place.folder), recipients: [sealed.recipient], checked: now
    ).write(of: key.journal, in: place)
  }
}
