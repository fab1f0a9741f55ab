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

  /// Puts `next` in place whatever stood there: the person accepted an older journal.
  func replace(with next: Anchor, key: [UInt8]) throws {
    try SystemFile.makeFolder(folder)
    let lock = try FileLock("\(folder)/anchor.lock", .exclusive, waiting: true)
    defer { withExtendedLifetime(lock) {} }
    try SystemFile.write(next.line(of: journal, key: key), to: "anchor", in: folder)
  }
}
