internal import Age
internal import GRDB

/// The keys that a person's words open, and the very files they came out of.
struct Keyring: Sendable {
  /// The identity of the slot that opened, and which slot it was.
  let slot: X25519Identity
  let kind: SlotKind
  let key: JournalKey
  /// What pages may have been sealed to: the present identity and earlier ones.
  let captures: [X25519Identity]
  /// The bodies that opened, with which a damaged copy can be mended.
  let proven: [(part: JournalDatabase.Part, body: [UInt8])]

  /// Opens slot, journal key and capture identities.
  ///
  /// - Throws: `VaultError.wrongPassphrase`, `damaged(.part)`, `system` when memory is short.
  ///
  /// - Parameter losingCaptures: goes on where what opens pages is gone: then they stay closed.
  init(
    _ parts: some PartSource, words: UnlockWords, losingCaptures: Bool = false
  ) throws {
    let (slot, kind, file) = try Self.unlock(parts, with: words)
    try self.init(
      parts, slot: slot, kind: kind, opened: [(.slot(kind), file)],
      losingCaptures: losingCaptures)
  }

  /// Opens journal key and capture identities with a slot that was opened before.
  init(_ parts: some PartSource, slot: X25519Identity, kind: SlotKind) throws {
    try self.init(parts, slot: slot, kind: kind, opened: [], losingCaptures: false)
  }

  private init(
    _ parts: some PartSource, slot: X25519Identity, kind: SlotKind,
    opened: [(part: JournalDatabase.Part, body: [UInt8])], losingCaptures: Bool
  ) throws {
    let (key, keyFile) = try Self.first(.key, in: parts) { file in
      (try? Opening.open(file, with: [slot])).flatMap(JournalKey.init(reading:))
    }
    var captures: [X25519Identity] = []
    var proven = opened + [(.key, keyFile)]
    do {
      let (found, file) = try Self.first(.capture, in: parts) { file in
        (try? Opening.open(file, with: [slot]))
          .flatMap { try? IdentityFile(reading: $0).identities }
      }
      captures = found
      proven.append((.capture, file))
    } catch VaultError.damaged where losingCaptures {}
    self.slot = slot
    self.kind = kind
    self.key = key
    self.captures = captures
    self.proven = proven
  }

  /// Finds the slot that the words open.
  ///
  /// Both copies are tried where they differ: a checksum proves only that a copy was not damaged by
  /// chance.
  private static func unlock(
    _ parts: some PartSource, with words: UnlockWords
  ) throws -> (X25519Identity, SlotKind, [UInt8]) {
    var damaged: SlotKind?
    for (kind, passphrase) in words.candidates {
      let part = try parts.kept(.slot(kind))
      // The passphrase is made with the journal and never taken away.
      if part.isAbsent, kind != .passphrase { continue }
      if part.intact.isEmpty { damaged = kind }
      for file in part.distinct {
        do {
          if let identity = try Slot.identity(in: file, words: passphrase) {
            return (identity, kind, file)
          }
        } catch AgeError.system(let reason) {
          throw VaultError.system(what: "checking the passphrase", reason: reason)
        } catch {
          damaged = kind
        }
      }
    }
    if let damaged { throw VaultError.damaged(.part(JournalDatabase.Part.slot(damaged).name)) }
    throw VaultError.wrongPassphrase
  }

  /// The first copy of a part that can be read.
  private static func first<Content>(
    _ part: JournalDatabase.Part, in parts: some PartSource,
    _ read: ([UInt8]) -> Content?
  ) throws -> (Content, [UInt8]) {
    for file in try parts.kept(part).distinct {
      if let content = read(file) { return (content, file) }
    }
    throw VaultError.damaged(.part(part.name))
  }
}
