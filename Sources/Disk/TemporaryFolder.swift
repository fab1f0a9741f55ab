/// A folder while it is being made beside its place: `.RANDOM.part`.
///
/// The lock in it says that somebody is at work; without one it was left behind by a process that was
/// cut off. Whoever makes, moves or sweeps such folders holds the lock of the folder above first.
package struct TemporaryFolder {
  package let path: String
  private let lock: FileLock?
  private static let lockName = "building"

  /// Makes a folder in `above`, after the ones that were left behind there are swept.
  ///
  /// - Parameter inner: the names of folders in it.
  /// - Throws: ``DiskTrouble``.
  package init(in above: String, with inner: [String] = []) throws(DiskTrouble) {
    try Folders.make(above)
    Self.sweep(above)
    path = "\(above)/.\(Files.freshName()).part"
    // Between making the folder and locking it nobody may take it for one that was left behind. Where a
    // folder cannot be locked, as on some network disks, that moment is not guarded.
    let hold = try? Self.hold(above)
    try Folders.make(path)
    lock = try FileLock("\(path)/\(Self.lockName)", .exclusive, waiting: false)
    withExtendedLifetime(hold) {}
    for name in inner { try Folders.make("\(path)/\(name)") }
  }

  /// Moves the finished folder to its place, where nothing may be.
  package func settle(at place: String) throws(DiskTrouble) {
    let hold = try? Self.hold(place.folderPart)
    defer { withExtendedLifetime(hold) {} }
    try Files.remove("\(path)/\(Self.lockName)")
    try Files.move(path, to: place)
  }

  /// Removes the folder, where it was not moved.
  package func remove() { try? Folders.remove(path) }

  /// Removes what nobody is working on any more.
  ///
  /// - Returns: whether nothing of the kind is left.
  @discardableResult
  package static func sweep(_ above: String) -> Bool {
    do throws(DiskTrouble) {
      let paths = try Folders.names(in: above).map(\.text)
        .filter { $0.hasPrefix(".") && $0.hasSuffix(".part") }.map { "\(above)/\($0)" }
        .filter(FileFacts.isFolder)
      if paths.isEmpty { return true }
      guard let hold = try hold(above) else { return false }
      defer { withExtendedLifetime(hold) {} }
      for path in paths where FileFacts.isFolder(path) {
        guard let lock = try FileLock("\(path)/\(lockName)", .exclusive, waiting: false) else {
          continue
        }
        defer { withExtendedLifetime(lock) {} }
        try Folders.remove(path)
      }
      return true
    } catch {
      return false
    }
  }

  /// Takes the lock of the folder above; nil if somebody else keeps it.
  private static func hold(_ above: String) throws(DiskTrouble) -> FileLock? {
    try FileLock.patient(above, .exclusive, making: false, tries: 50)
  }
}
