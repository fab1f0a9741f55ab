internal import Disk

/// The anchor on disk: read, compared and replaced under a lock of its own, and only forwards.
struct AnchorFile: Sendable {
  private let folder: String
  private let journal: JournalID
  var path: String { "\(folder)/anchor" }

  init(place: JournalPlace, journal: JournalID) {
    folder = place.state(of: journal)
    self.journal = journal
  }

  /// Reads the anchor; nil if this journal left none here.
  ///
  /// - Throws: `VaultError.system` if the file cannot be read: that proves nothing.
  func look(key: [UInt8]) throws(VaultError) -> Anchor? {
    guard let bytes = try SystemFile.read(path, limit: 4096) else { return nil }
    return Anchor(bytes, of: journal, key: key)
  }

  /// Moves the anchor to `next`, unless another process already moved it further on the same line.
  ///
  /// Where another process does not let go of the lock, the anchor stays: an older one is allowed.
  func advance(to next: Anchor, key: [UInt8]) throws {
    try SystemFile.makeFolder(folder)
    guard let lock = try lock() else { return }
    defer { withExtendedLifetime(lock) {} }
    if let present = try look(key: key), present.lineage == next.lineage,
      present.sequence >= next.sequence
    {
      return
    }
    try SystemFile.write(next.line(of: journal, key: key), to: "anchor", in: folder)
  }

  /// Waits a second at most: a process that was stopped may have it.
  private func lock() throws -> FileLock? {
    try SystemFile.lock("\(folder)/anchor.lock", .exclusive, tries: 50)
  }

  /// Removes the anchor, then puts a journal of a new line in its place with `rename`.
  ///
  /// Cut off in between, the journal is taken for one that was never seen here, whichever of the two
  /// it is; with the anchor still there, the new one would be taken for a stranger's. So the anchor is
  /// gone from the disk before the rename, and comes back only if the rename did not happen.
  ///
  /// - Parameter rename: one step and nothing after it: what fails later does not undo it.
  /// - Throws: `VaultError.system` if the anchor cannot be removed; then nothing was changed.
  func withoutAnchor(_ rename: () throws -> Void) throws {
    let bytes = try? SystemFile.read(path, limit: 4096)
    do {
      if try SystemFile.isThere(path) {
        try SystemFile.remove(path)
        try SystemFile.sync(folder: folder)
      }
      try rename()
    } catch {
      if let bytes { try? SystemFile.write(bytes, to: "anchor", in: folder) }
      throw error
    }
  }

  /// Puts `next` in place whatever stood there: the person accepted an older journal.
  ///
  /// It must not stay out, so it does not depend on another process that keeps the lock.
  func replace(with next: Anchor, key: [UInt8]) throws {
    try SystemFile.makeFolder(folder)
    let lock = try lock()
    defer { withExtendedLifetime(lock) {} }
    try SystemFile.write(next.line(of: journal, key: key), to: "anchor", in: folder)
  }
}
