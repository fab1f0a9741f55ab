internal import Age
internal import Disk
internal import GRDB

/// A journal opened with its words: everything can be read.
package struct OpenJournal: Sendable {
  package let place: JournalPlace
  /// What a person should be told about this opening.
  package internal(set) var notices: [Notice]
  /// Whether the last taking in left pages where they wait, because a damaged page of the file is where
  /// they would come to be.
  package internal(set) var hasPagesWithoutPlace = false
  /// Which words opened it.
  package let openedWith: SlotKind
  /// True when the folder cannot be written, so that nothing is taken in and nothing is mended.
  package let isReadOnly: Bool

  /// Milliseconds since 1970 in UTC.
  let openedAt: Int64
  /// Which file is open.
  ///
  /// Another process may put a new one in its place, under new keys.
  private var file: FileFacts.Identity?
  private(set) var database: JournalDatabase
  private(set) var key: JournalKey
  private(set) var sealer: Sealer
  /// The keys as they were when they were last looked at.
  ///
  /// Only this file can see them: nothing may be judged by keys that another process may have changed.
  /// `withPresentKeys` hands them out once they are proven.
  private var slot: X25519Identity
  private var captures: [X25519Identity]
  /// The journal's lock, where this value holds it alone.
  private var exclusive: FileLock?

  /// - Parameter file: which file `database` is, asked under the folder's lock before it was opened.
  init(
    at place: JournalPlace, _ database: JournalDatabase, _ file: FileFacts.Identity?,
    _ keys: Keyring, now: Int64
  ) {
    self.place = place
    self.database = database
    self.file = file
    notices = []
    openedWith = keys.kind
    isReadOnly = !place.canWrite
    openedAt = now
    key = keys.key
    sealer = keys.key.sealer
    slot = keys.slot
    captures = keys.captures
  }

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
  /// - Parameter work: may run a second time, where damage kept the first change from being made.
  /// - Throws: `VaultError.cannotWrite`; `keysChanged`, as `read`.
  func change<T>(_ work: (inout JournalState) throws -> T) throws -> T {
    guard !isReadOnly else { throw VaultError.cannotWrite(folder: place.folder) }
    let lock = try lockShared()
    defer { withExtendedLifetime(lock) {} }
    try checkFile()
    let (result, root) = try mendingTrees {
      try database.write { db in
        var state = try JournalState(db, key: key, sealer: sealer)
        // What is written is always of the present format, leaves and root alike.
        try state.upgrade()
        let result = try work(&state)
        try state.commit()
        return (result, state.root)
      }
    }
    // The change is kept already. An anchor left behind is only an older anchor, which is allowed.
    try? AnchorFile(place: place, journal: key.journal).advance(
      to: Anchor(root: root, epoch: key.epoch), key: root.anchorKey)
    return result
  }

  /// Tries a change once more where damage was in its way: a tree that can be made anew is made anew, and
  /// one failing read of the disk, which SQLite calls damage too, is over.
  private func mendingTrees<T>(_ change: () throws -> T) throws -> T {
    do {
      return try change()
    } catch VaultError.damaged(.database) {
      try? mendTrees()
      return try change()
    }
  }

  func lockShared() throws -> FileLock? {
    try exclusive ?? Self.lockShared(place)
  }

  private func checkFile() throws(VaultError) {
    guard try SystemFile.identity(of: place.database) == file else { throw .keysChanged }
  }

  /// Takes the shared lock that every use of the database holds, where there is a place for one.
  static func lockShared(_ place: JournalPlace) throws -> FileLock? {
    let canMake = place.canWrite
    guard try canMake || SystemFile.isThere(place.lock) else { return nil }
    guard let lock = try SystemFile.lock(place.lock, .shared, making: canMake) else {
      throw VaultError.inUse
    }
    return lock
  }
}

extension OpenJournal {
  /// Runs `work` with the keys of the journal's file, which stay as they are while it runs.
  ///
  /// - Throws: `VaultError.keysChanged` if another process changed them: `refresh` mends.
  func withPresentKeys<T>(_ work: (borrowing PresentKeys) throws -> T) throws -> T {
    let keys = try presentKeys(holding: lockShared())
    return try work(keys)
  }

  /// Runs `work` as `withPresentKeys` does, but first takes up the keys that another process made: both
  /// under one lock.
  ///
  /// - Throws: `VaultError.keysChanged` if the words that opened this one are no longer a way in;
  ///   `rolledBack`.
  mutating func refreshing<T>(
    _ work: (inout OpenJournal, borrowing PresentKeys) throws -> T
  ) throws -> T {
    let lock = try lockShared()
    if try !isUpToDate(holding: lock) { try reopen() }
    let keys = try presentKeys(holding: lock)
    return try work(&self, keys)
  }

  /// Opens the file again where another process put one in its place.
  ///
  /// - Throws: as `refreshing`.
  package mutating func refresh() throws { try refreshing { _, _ in } }

  /// Runs `work` while nobody else uses the journal.
  mutating func alone(_ work: (inout OpenJournal) throws -> Void) throws {
    guard let lock = try SystemFile.lock(place.lock, .exclusive) else { throw VaultError.inUse }
    exclusive = lock
    defer { exclusive = nil }
    try work(&self)
  }

  /// Whether this value holds the journal alone.
  var isAlone: Bool { exclusive != nil }

  /// Proves the keys in hand: the file is the one that was opened, its root opens with the journal's key
  /// of this epoch, and names these identities.
  private func presentKeys(holding lock: FileLock?) throws -> PresentKeys {
    try checkFile()
    return try PresentKeys(
      place, try presentRoot(), slot: slot, captures: captures, holding: lock)
  }

  private func isUpToDate(holding lock: FileLock?) throws -> Bool {
    do {
      _ = try presentKeys(holding: lock)
      return true
    } catch VaultError.keysChanged {
      return false
    }
  }

  private func presentRoot() throws -> CatalogueRoot {
    do {
      return try database.read { try JournalState($0, key: key, sealer: sealer).root }
    } catch let error as VaultError {
      // A root of another epoch does not open either: somebody wrote over the file instead of
      // replacing it.
      guard case .damaged = error,
        let present = try? Keyring(database, slot: slot, kind: openedWith),
        present.key.epoch != key.epoch
      else { throw error }
      throw VaultError.keysChanged
    }
  }

  private mutating func reopen() throws {
    let present = try SystemFile.identity(of: place.database)
    let database = try ReadableDatabase.open(at: place)
    let keys: Keyring
    do {
      keys = try Keyring(database, slot: slot, kind: openedWith)
    } catch VaultError.damaged {
      throw VaultError.keysChanged
    }
    guard keys.key.journal == key.journal, keys.key.epoch >= key.epoch else {
      throw VaultError.keysChanged
    }
    var next = self
    next.file = present
    next.database = database
    next.key = keys.key
    next.sealer = keys.key.sealer
    next.captures = keys.captures
    // An older file put in its place is no change of keys.
    try next.checkHistory(now: openedAt, acceptingOlder: false)
    self = next
  }

  /// Goes on with the file that this process just put in place of the old one.
  ///
  /// - Parameter slot: the way in that was made with it, where it is a new one.
  mutating func goOn(with plan: JournalBuilder.Plan, slot: NewSlot?) throws {
    let database = try JournalDatabase(path: place.database, isReadOnly: false)
    file = try SystemFile.identity(of: place.database)
    self.database = database
    key = plan.key
    sealer = plan.key.sealer
    captures = plan.captures
    goOn(with: slot)
  }

  /// Goes on with the new words of the way in that opened this one.
  mutating func goOn(with slot: NewSlot?) {
    if let slot, slot.slot.kind == openedWith { self.slot = slot.identity }
  }

  /// Remembers to tell a person of something, once.
  mutating func tell(_ notice: Notice) {
    if !notices.contains(notice) { notices.append(notice) }
  }
}

/// Something that a person should hear about an opening.
package enum Notice: Sendable, Hashable {
  /// This machine had nothing to compare the journal with.
  case firstTimeHere
  /// What this machine remembers of the journal could not be read, for a reason in the system's words.
  case notCompared(path: String, reason: String)
  /// A page that is in the journal, whose file could not be removed: it adds nothing again.
  case notRemoved(path: String, reason: String)
  /// The capture file had been changed and is mended. Pages written since then, in milliseconds
  /// since 1970, may have gone to someone else; nil when the time is not known.
  case captureMended(since: Int64?)
  /// The folder cannot be written: nothing was taken in, nothing was noted.
  case readOnly
  /// The journal is older than it was, and the person said to go on.
  case olderAccepted
  /// One of two copies of a part was damaged, and perhaps could be mended from the other one.
  case copyDamaged(part: String, isMended: Bool)
  /// Files in the inbox that are no pages of this journal, and were moved to `inbox/aside`.
  case aside([Unopened])
  /// Files among pages or drafts that did not open and stay where they are.
  case unopened([Unopened])
}
