internal import Age
internal import GRDB

/// A journal opened with its words: everything can be read.
package struct OpenJournal: Sendable {
  package let place: JournalPlace
  /// What a person should be told about this opening.
  package internal(set) var notices: [Notice]
  /// Which words opened it.
  package let openedWith: SlotKind
  /// True when the folder cannot be written, so that nothing is taken in and nothing is mended.
  package let isReadOnly: Bool

  /// Milliseconds since 1970 in UTC.
  let openedAt: Int64
  /// Which file is open.
  ///
  /// Another process may put a new one in its place, under new keys.
  var file: SystemFile.Identity?
  var database: JournalDatabase
  var key: JournalKey
  var sealer: Sealer
  /// The identity of the slot that opened it.
  var slot: X25519Identity
  /// What pages may have been sealed to: the present identity and earlier ones.
  var captures: [X25519Identity]
  /// The journal's lock, where this value holds it alone.
  var exclusive: FileLock?

  /// The journal's own id.
  package var id: JournalID { key.journal }

  /// Reads one state of the journal.
  ///
  /// - Throws: `VaultError.keysChanged` when another process put a new file in place: `refresh` mends.
  func read<T>(_ work: (JournalState) throws -> T) throws -> T {
    let lock = try lockShared()
    defer { withExtendedLifetime(lock) {} }
    try checkFile()
    return try database.read { db in
      try work(JournalState(db, key: key, sealer: sealer))
    }
  }

  /// Changes the journal in one transaction, then moves the anchor forward.
  ///
  /// - Throws: `VaultError.cannotWrite`; `keysChanged`, as `read`.
  func change<T>(_ work: (inout JournalState) throws -> T) throws -> T {
    guard !isReadOnly else { throw VaultError.cannotWrite(folder: place.folder) }
    let lock = try lockShared()
    defer { withExtendedLifetime(lock) {} }
    try checkFile()
    let (result, root) = try database.write { db in
      var state = try JournalState(db, key: key, sealer: sealer)
      // What is written is always of the present format, leaves and root alike.
      try state.upgrade()
      let result = try work(&state)
      try state.commit()
      return (result, state.root)
    }
    // The change is kept already. An anchor left behind is only an older anchor, which is allowed.
    try? AnchorFile(place: place, journal: key.journal).advance(
      to: Anchor(root: root, epoch: key.epoch), key: root.anchorKey)
    return result
  }

  private func lockShared() throws -> FileLock? {
    try exclusive ?? Self.lockShared(place)
  }

  private func checkFile() throws {
    guard let file, SystemFile.Identity(of: place.database) != file else { return }
    throw VaultError.keysChanged
  }

  /// Opens the file anew where another process put one in its place.
  ///
  /// - Throws: `VaultError.keysChanged` when the words that opened this one are no longer a way in.
  package mutating func refresh() throws {
    guard let file, SystemFile.Identity(of: place.database) != file else { return }
    let lock = try lockShared()
    defer { withExtendedLifetime(lock) {} }
    let present = SystemFile.Identity(of: place.database)
    let database = try JournalDatabase(path: place.database, isReadOnly: isReadOnly)
    guard let keys = try? Keyring(database, slot: slot, kind: openedWith),
      keys.key.journal == key.journal, keys.key.epoch >= key.epoch
    else { throw VaultError.keysChanged }
    var next = self
    next.file = present
    next.take(keys, database)
    // An older file put in its place is no change of keys.
    try next.checkHistory(now: openedAt, acceptingOlder: false)
    self = next
  }

  mutating func take(_ keys: Keyring, _ database: JournalDatabase) {
    self.database = database
    key = keys.key
    sealer = keys.key.sealer
    slot = keys.slot
    captures = keys.captures
  }

  /// Takes the shared lock that every use of the database holds, where there is a place for one.
  static func lockShared(_ place: JournalPlace) throws -> FileLock? {
    let canMake = place.canWrite
    guard canMake || SystemFile.exists(place.lock) else { return nil }
    guard let lock = try FileLock.patient(place.lock, .shared, making: canMake) else {
      throw VaultError.inUse
    }
    return lock
  }
}

/// Something that a person should hear about an opening.
package enum Notice: Sendable, Hashable {
  /// This machine had nothing to compare the journal with.
  case firstTimeHere
  /// The capture file had been changed and is mended. Pages written since then, in milliseconds
  /// since 1970, may have gone to someone else; nil when the time is not known.
  case captureMended(since: Int64?)
  /// The folder cannot be written: nothing was taken in, nothing was noted.
  case readOnly
  /// The journal is older than it was, and the person said to go on.
  case olderAccepted
  /// One of two copies of a part was damaged, and is mended where the folder can be written.
  case copyDamaged(part: String)
  /// Pages that could not be taken in, by the names of their files.
  case aside([SetAside])
}

/// A file in the inbox that is no page of this journal.
///
/// It is moved, never deleted.
package struct SetAside: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// Sealed to another key, or to a passphrase.
    case foreign
    /// Not a plain file, or too large.
    case notAFile
    /// Damaged, or not made by this program.
    case garbage
    /// Its name is not UTF-8, so it stays where it is.
    case oddName
  }

  package var name: String
  package var reason: Reason
}
