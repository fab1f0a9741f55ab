/// The anchor on disk: read, compared and replaced under a lock of its own, and only forwards.
struct AnchorFile: Sendable {
  private let folder: String
  private let journal: JournalID
  private var path: String { "\(folder)/anchor" }

  init(place: JournalPlace, journal: JournalID) {
    folder = place.state(of: journal)
    self.journal = journal
  }

  /// The anchor as it stands, or nil when there is none that this journal made.
  func read(key: [UInt8]) -> Anchor? {
    guard let bytes = try? SystemFile.read(path, limit: 4096) else { return nil }
    return Anchor(bytes, of: journal, key: key)
  }

  /// Moves the anchor to `next`, unless another process already moved it further on the same line.
  func advance(to next: Anchor, key: [UInt8]) throws {
    try SystemFile.makeFolder(folder)
    let lock = try FileLock("\(folder)/anchor.lock", .exclusive, waiting: true)
    defer { withExtendedLifetime(lock) {} }
    if let present = read(key: key), present.lineage == next.lineage,
      present.sequence >= next.sequence
    {
      return
    }
    try SystemFile.write(next.line(of: journal, key: key), to: "anchor", in: folder)
  }

  /// Takes the anchor away and runs `work`, after which the journal is on a new line.
  ///
  /// Cut off in between, the journal is taken for one that was never seen here, whichever of the two
  /// it is; with the anchor still there, the new one would be taken for a stranger's. Where `work`
  /// fails, the anchor is put back.
  func withoutAnchor<T>(_ work: () throws -> T) throws -> T {
    let bytes = try? SystemFile.read(path, limit: 4096)
    if bytes != nil { try SystemFile.remove(path) }
    do {
      return try work()
    } catch {
      if let bytes { try? SystemFile.write(bytes, to: "anchor", in: folder) }
      throw error
    }
  }

  /// Puts `next` in place whatever stood there: the person accepted an older journal.
  func replace(with next: Anchor, key: [UInt8]) throws {
    try SystemFile.makeFolder(folder)
    let lock = try FileLock("\(folder)/anchor.lock", .exclusive, waiting: true)
    defer { withExtendedLifetime(lock) {} }
    try SystemFile.write(next.line(of: journal, key: key), to: "anchor", in: folder)
  }
}
