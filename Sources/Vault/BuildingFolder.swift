internal import Codec

/// A journal's folder while it is being made beside its place: `.RANDOM.part`.
///
/// The lock in it says that somebody is at work; without one it was left behind by a process that
/// was cut off, and may hold what is erased later.
struct BuildingFolder {
  let path: String
  private let lock: FileLock?
  private static let lockName = "building"

  /// Makes a folder in `above`.
  init(in above: String) throws {
    try SystemFile.makeFolder(above)
    Self.sweep(above)
    path = "\(above)/.\(Base32.encode(randomBytes(10))).part"
    // Between making the folder and locking it nobody may take it for one that was left behind. Where a
    // folder cannot be locked, as on some network disks, that moment is not guarded.
    let hold = try? Self.hold(above)
    try SystemFile.makeFolder(path)
    lock = try FileLock("\(path)/\(Self.lockName)", .exclusive, waiting: false)
    withExtendedLifetime(hold) {}
    for inner in ["inbox", "drafts"] { try SystemFile.makeFolder("\(path)/\(inner)") }
  }

  /// Moves the finished folder to its place.
  func settle(at place: String) throws {
    let hold = try? Self.hold(place.folderPart)
    defer { withExtendedLifetime(hold) {} }
    try SystemFile.remove("\(path)/\(Self.lockName)")
    try SystemFile.move(path, to: place)
  }

  /// Removes the folder, where it was not moved.
  func remove() { try? SystemFile.removeFolder(path) }

  /// Removes what nobody is working on any more.
  ///
  /// - Returns: whether nothing of the kind is left.
  @discardableResult
  static func sweep(_ above: String) -> Bool {
    do {
      let names = try SystemFile.names(in: above).filter {
        $0.hasPrefix(".") && $0.hasSuffix(".part") && SystemFile.isFolder("\(above)/\($0)")
      }
      if names.isEmpty { return true }
      guard let hold = try hold(above) else { return false }
      defer { withExtendedLifetime(hold) {} }
      for name in names where SystemFile.isFolder("\(above)/\(name)") {
        let path = "\(above)/\(name)"
        guard let lock = try FileLock("\(path)/\(lockName)", .exclusive, waiting: false) else {
          continue
        }
        try withExtendedLifetime(lock) { try SystemFile.removeFolder(path) }
      }
      return true
    } catch {
      return false
    }
  }

  /// Takes the lock of the folder above, which whoever makes, moves or sweeps such folders holds; nil
  /// if somebody else keeps it.
  private static func hold(_ above: String) throws -> FileLock? {
    try FileLock.patient(above, .exclusive, making: false, tries: 50)
  }
}

extension OpenJournal {
  /// Removes new files of the journal that were left half made: each is a whole sealed journal.
  ///
  /// Whoever makes one has the journal alone, so under any lock none is at work. Other files with such
  /// names are small, and another process may be writing them right now.
  ///
  /// - Returns: whether nothing of the kind is left.
  @discardableResult
  func sweepBuilding() throws -> Bool {
    let lock = try lockShared()
    defer { withExtendedLifetime(lock) {} }
    var isSwept = true
    for name in try SystemFile.names(in: place.folder) where Self.isJournalPart(name, in: place) {
      do {
        try SystemFile.remove("\(place.folder)/\(name)")
      } catch {
        isSwept = false
      }
    }
    return BuildingFolder.sweep(place.folder.folderPart) && isSwept
  }

  private static func isJournalPart(_ name: String, in place: JournalPlace) -> Bool {
    guard name.hasPrefix("."), name.contains(".part") else { return false }
    return name.hasSuffix(".part-journal")
      || SystemFile.begins("\(place.folder)/\(name)", with: "SQLite format 3\0")
  }
}
