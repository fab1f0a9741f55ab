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
    try SystemFile.makeFolder(path)
    lock = try FileLock("\(path)/\(Self.lockName)", .exclusive, waiting: false)
    for inner in ["inbox", "drafts"] { try SystemFile.makeFolder("\(path)/\(inner)") }
  }

  /// Moves the finished folder to its place.
  func settle(at place: String) throws {
    try SystemFile.remove("\(path)/\(Self.lockName)")
    try SystemFile.move(path, to: place)
  }

  /// Removes the folder, where it was not moved.
  func remove() { try? SystemFile.removeFolder(path) }

  /// Removes what nobody is working on any more.
  static func sweep(_ above: String) {
    for name in (try? SystemFile.names(in: above)) ?? []
    where name.hasPrefix(".") && name.hasSuffix(".part") {
      let path = "\(above)/\(name)"
      guard SystemFile.isFolder(path),
        let lock = try? FileLock("\(path)/\(lockName)", .exclusive, waiting: false)
      else { continue }
      withExtendedLifetime(lock) { try? SystemFile.removeFolder(path) }
    }
  }
}

extension OpenJournal {
  /// Removes new files of the journal that were left half made.
  ///
  /// Only where this process has the journal alone, or nobody else uses it right now.
  func sweepBuilding() throws {
    var lock: FileLock?
    if !isAlone {
      lock = try FileLock(place.lock, .exclusive, waiting: false)
      guard lock != nil else { return }
    }
    for name in try SystemFile.names(in: place.folder)
    where name.hasPrefix(".") && name.contains(".part") {
      try? SystemFile.remove("\(place.folder)/\(name)")
    }
    BuildingFolder.sweep(place.folder.folderPart)
    withExtendedLifetime(lock) {}
  }
}
