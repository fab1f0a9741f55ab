package import Age

/// The words' way into a backup: a slot's file that lay beside it, opened.
package struct BackupKeys: Sendable {
  let identity: X25519Identity
  /// Which of the ways in it is.
  let kind: SlotKind
  /// The slot files that were beside the backup, to be the ways into what is restored.
  let files: [(kind: SlotKind, file: [UInt8])]

  /// Opens one of the slot files with the words.
  ///
  /// - Throws: `VaultError.wrongPassphrase`, `system`.
  package init(_ files: [(kind: SlotKind, file: [UInt8])], words: UnlockWords) throws {
    for (kind, passphrase) in words.candidates {
      for file in files where file.kind == kind {
        do {
          guard let identity = try Slot.identity(in: file.file, words: passphrase) else { continue }
          self.identity = identity
          self.kind = kind
          self.files = files
          return
        } catch AgeError.system(let reason) {
          throw VaultError.system(what: "checking the passphrase", reason: reason)
        } catch {
          throw VaultError.badBackup(.notOurs("the file with its key is damaged"))
        }
      }
    }
    throw VaultError.wrongBackupWords
  }

  /// The content of the backup.
  package func opening<Source: ByteSource>(_ source: Source) throws -> OpenedSource<Source> {
    try OpenedSource(source, with: [identity])
  }
}
