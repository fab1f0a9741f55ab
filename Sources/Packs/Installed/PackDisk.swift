import Disk
import PackFormat

/// Files and folders of installed packs, written so that the disk has them before anything is said.
///
/// Everything throws `PackTrouble` with the system's own words.
package struct PackDisk: Sendable {
  /// What is about to happen to a path.
  package enum Step: String, Sendable, Hashable, CaseIterable {
    case makeFolder, write, sync, rename, remove
  }

  /// Called before each step; tests break off there, or look at what is on the disk.
  private let before: @Sendable (Step, String) throws(PackTrouble) -> Void

  package init(
    before: @escaping @Sendable (Step, String) throws(PackTrouble) -> Void = { _, _ in }
  ) {
    self.before = before
  }

  /// Makes a folder for this person alone, with the folders above it.
  func makeFolder(_ path: String) throws(PackTrouble) {
    try before(.makeFolder, path)
    try Self.told { () throws(DiskTrouble) in try Folders.make(path) }
  }

  /// Writes a new file and has the disk confirm it.
  func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(PackTrouble) {
    try before(.write, path)
    try Self.told { () throws(DiskTrouble) in try Files.make(path, bytes, mode: mode) }
  }

  /// Makes the names in a folder durable.
  func sync(folder: String) throws(PackTrouble) {
    try before(.sync, folder)
    try Self.told { () throws(DiskTrouble) in try Folders.confirm(folder) }
  }

  /// Gives a file or folder its name, in one step, in place of a file that has it.
  func move(_ path: String, to name: String) throws(PackTrouble) {
    try before(.rename, name)
    try Self.told { () throws(DiskTrouble) in
      do throws(DiskTrouble) { try Files.move(path, to: name) } catch {
        throw DiskTrouble(.writing, name, error.reason)
      }
    }
  }

  /// Removes a file, or a folder with all that is in it; what is gone already is no failure.
  func remove(_ path: String) throws(PackTrouble) {
    guard let facts = FileFacts(of: path) else { return }
    if facts.kind == .folder {
      for name in Self.names(in: path) { try remove("\(path)/\(name)") }
    }
    try before(.remove, path)
    try Self.told { () throws(DiskTrouble) in try Folders.remove(path) }
  }

  /// The names in a folder; none where it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? Folders.names(in: folder)) ?? []).map(\.text)
  }

  /// One process alone changes the installed packs: held until let go, or until the process ends.
  ///
  /// Waits for a few seconds when another process has the turn.
  static func turn(_ path: String, tries: Int = 150) throws(PackTrouble) -> FileLock {
    let lock = try told { () throws(DiskTrouble) in
      try FileLock.patient(path, .exclusive, tries: tries)
    }
    if let lock { return lock }
    throw PackTrouble(
      .inUse, "Another alongside is changing the packs just now.",
      hint: "Try again in a moment. The packs are as they were.")
  }

  /// The bytes of a plain file, at most `limit` of them; nil when none has this name.
  ///
  /// - Throws: `PackTrouble` when it cannot be read, or is a folder, pipe or device.
  static func read(_ path: String, limit: Int) throws(PackTrouble) -> [UInt8]? {
    do throws(DiskTrouble) {
      return try Files.bytes(of: path, upTo: limit, followingLinks: true)
    } catch {
      let reason = error.reason == .notAPlainFile ? "It is no plain file" : error.words
      throw PackTrouble(
        .unreadable, "\(path) cannot be read: \(reason).",
        hint: "Check its name and who may read it.")
    }
  }

  private static func told<T>(_ work: () throws(DiskTrouble) -> T) throws(PackTrouble) -> T {
    do throws(DiskTrouble) { return try work() } catch {
      throw PackTrouble(
        .disk, "\(error.what.beginningSentence) failed: \(error.words).",
        hint: error.isForWantOfRoom
          ? "Make some room and try again. The packs are as they were."
          : "Check who may write there. The packs are as they were.")
    }
  }
}
