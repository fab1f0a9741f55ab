internal import Crypto

extension OpenJournal {
  /// A small note that the runtime keeps in the journal: a setting, a list of backups.
  package func note(_ name: String) throws -> [UInt8]? {
    try read { try $0.ledger().notes[name] }
  }

  /// The notes whose names begin so.
  package func notes(prefix: String) throws -> [[UInt8]] {
    try read { state in
      try state.ledger().notes.filter { $0.key.hasPrefix(prefix) }.map(\.value)
    }
  }

  /// Keeps a note, or forgets it.
  package func keep(note: [UInt8]?, as name: String) throws {
    try change { state in
      var ledger = try state.ledger()
      ledger.notes[name] = note
      try state.put(ledger)
    }
  }

  /// The id that something from elsewhere gets here.
  ///
  /// The same source gives the same id, so that bringing it in twice adds nothing; without the
  /// journal's keys nobody can compute it and compare.
  package func id(ofImported identity: [UInt8]) throws -> ItemID {
    try importIDs()(identity)
  }

  /// `id(ofImported:)` for many.
  package func importIDs() throws -> @Sendable ([UInt8]) -> ItemID {
    let secret = try read { $0.root.anchorKey }
    let key = HKDF<SHA256>.deriveKey(
      inputKeyMaterial: SymmetricKey(data: secret), salt: key.journal.bytes,
      info: Array("alongside/1/import".utf8), outputByteCount: 32)
    return { identity in
      let code = HMAC<SHA256>.authenticationCode(for: identity, using: key)
      return ItemID(bits: code.prefix(8).reduce(0) { $0 << 8 | UInt64($1) })
    }
  }
}
