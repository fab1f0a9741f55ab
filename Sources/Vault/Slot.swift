internal import Age

/// The ways to open a journal.
package enum SlotKind: String, Sendable, Hashable, CaseIterable {
  /// The words the person uses.
  case passphrase
  /// The ten words on the kit.
  case recovery
}

/// One way to open a journal: an age identity, sealed to words.
///
/// The slot is a whole age file, so that stock `age -d -i slot.age key.age` opens the journal key.
struct Slot: Sendable {
  let kind: SlotKind
  let recipient: X25519Recipient
  /// The age file.
  let file: [UInt8]

  /// Makes a slot, with a new identity unless one is given.
  init(
    kind: SlotKind, journal: JournalID, words: Passphrase,
    identity: X25519Identity = X25519Identity(), logN: Int
  ) throws {
    self.kind = kind
    recipient = identity.recipient
    let note = "alongside \(kind.rawValue) of journal \(journal)"
    file = try Sealing.seal(
      IdentityFile(notes: [note], identities: [identity]).bytes,
      to: [ScryptRecipient(words, logN: logN)])
  }

  /// Opens an intact slot's file.
  ///
  /// - Returns: nil when the words are not the slot's. The file passed its checksum, so nothing
  ///   else can be the matter.
  static func identity(in file: [UInt8], words: Passphrase) throws -> X25519Identity? {
    do {
      let bytes = try Opening.open(file, with: [ScryptIdentity(words)])
      return try IdentityFile(reading: bytes).identities.first
    } catch AgeError.noMatch {
      return nil
    }
  }
}
