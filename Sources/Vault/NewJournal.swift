package import Age
internal import Disk
internal import GRDB

/// Makes journals.
package enum NewJournal {
  private static let firstEpoch: UInt32 = 1

  /// Makes an empty journal at `place`, all of it or nothing.
  ///
  /// - Parameters:
  ///   - recovery: the ten words of the kit, when the person wants one now.
  ///   - now: milliseconds since 1970 in UTC.
  ///   - logN: the work of a guess at the words; tests pass a small one.
  /// - Throws: `VaultError.alreadyThere`, or what the system refuses.
  package static func make(
    at place: JournalPlace, passphrase: Passphrase, recovery: Passphrase?, now: Int64,
    logN: Int = ScryptWork.shipped
  ) throws {
    guard try !SystemFile.isThere(place.folder) else {
      throw VaultError.alreadyThere(folder: place.folder)
    }
    let journal = JournalID.fresh()
    var slots = [
      try Slot(kind: .passphrase, journal: journal, words: passphrase, logN: logN)
    ]
    if let recovery {
      slots.append(try Slot(kind: .recovery, journal: journal, words: recovery, logN: logN))
    }
    let plan = JournalBuilder.Plan(
      key: JournalKey(journal: journal, epoch: firstEpoch),
      slots: slots.map { ($0.mark(made: now), $0.file) }, captures: [X25519Identity()],
      history: nil)
    // Built beside its place under a name that is no journal's, then moved there in one step.
    try RestoredJournal.build(at: place, now: now) { folder in
      ((), plan, try JournalBuilder.build("journal.db", in: folder, plan) { _ in })
    }
  }

  /// Notes the journal on this machine, so that its first opening has something to compare with.
  ///
  /// What was seen of an earlier journal of this id is past: this one is a new line.
  static func remember(
    _ capture: Capture, _ root: CatalogueRoot, epoch: UInt32, at place: JournalPlace,
    checked now: Int64
  ) throws {
    try AnchorFile(place: place, journal: capture.journal).replace(
      with: Anchor(root: root, epoch: epoch), key: root.anchorKey)
    try Known.forgetOthers(than: capture.journal, at: place)
    try Known(
      folder: FileFacts.resolved(place.folder), recipients: [capture.recipient], checked: now
    ).write(of: capture.journal, in: place)
  }
}

extension JournalState {
  /// Writes the slots given, and the journal key and capture identities sealed to every slot that
  /// the root names.
  func putKeys(slots: [Slot], captures: [X25519Identity]) throws {
    for slot in slots { try db.put(slot.file, as: .slot(slot.kind)) }
    let recipients = try root.slots.map { try X25519Recipient($0.recipient) }
    try db.put(try Sealing.seal(key.line, to: recipients), as: .key)
    let note = "alongside capture of journal \(key.journal)"
    let file = IdentityFile(notes: [note], identities: captures)
    try db.put(try Sealing.seal(file.bytes, to: recipients), as: .capture)
  }
}
