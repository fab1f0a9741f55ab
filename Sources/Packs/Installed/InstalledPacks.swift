import Disk
import PackFormat
import Practice

/// The packs that a person installed, under `<home>/installed`.
///
/// `alongside.lock` says which versions are in use; `store/h1-HEX` holds their files. Every change
/// is one rename of the lock: whatever happens on the way, the old set is there, or the new one.
package struct InstalledPacks: Sendable {
  /// The folder.
  package let path: String
  let disk: PackDisk

  /// - Parameter path: `<home>/installed`; it is made by the first install.
  package init(path: String, disk: PackDisk = PackDisk()) {
    self.path = path
    self.disk = disk
  }

  /// The list of what is installed.
  package var lockPath: String { "\(path)/alongside.lock" }
  var store: PackStore { PackStore(path: "\(path)/store", disk: disk) }

  /// What is installed and remembered; empty where nothing ever was.
  ///
  /// - Throws: `PackTrouble` for a lock that is damaged or newer.
  package func lock() throws(PackTrouble) -> PackLock {
    guard let bytes = try PackDisk.read(lockPath, limit: 16 << 20) else { return PackLock() }
    return try PackLock(bytes, file: lockPath)
  }

  /// Where the files of a pack lie that is installed.
  ///
  /// - Throws: `PackTrouble` for a lock that is damaged or newer, or a pack that is not installed.
  package func path(of id: String) throws(PackTrouble) -> String {
    store.folder(try installed(id, in: lock()).active.h1)
  }

  /// Where the files of one version lie.
  package func folder(of version: InstalledVersion) -> String { store.folder(version.h1) }

  func installed(_ id: String, in lock: PackLock) throws(PackTrouble) -> InstalledPack {
    if let pack = lock[id] { return pack }
    let nearest = Nearest.near(id, among: lock.packs.map(\.id))
    throw PackTrouble(
      .notInstalled, "No pack \"\(id)\" is installed.",
      hint: nearest.map { "Did you mean \($0)?" } ?? "\(.listPacks) shows those that are.")
  }

  /// Changes the lock, alone, and only when all that `body` does has succeeded.
  func change<Value>(
    _ body: (inout PackLock) throws(PackTrouble) -> Value
  ) throws(PackTrouble) -> Value {
    try disk.makeFolder(path)
    let turn = try PackDisk.turn("\(path)/.changing")
    defer { withExtendedLifetime(turn) {} }
    let old = try lock()
    sweep(keeping: old)
    var new = old
    do throws(PackTrouble) {
      let value = try body(&new)
      if new != old { try write(new) }
      sweep(keeping: new)
      return value
    } catch {
      // A rename may have been the last thing that succeeded, so the disk is asked, not memory.
      if let now = try? lock() { sweep(keeping: now) }
      throw error
    }
  }

  private func write(_ lock: PackLock) throws(PackTrouble) {
    let part = "\(path)/.alongside.lock.part"
    try disk.write(lock.bytes, to: part, mode: 0o600)
    try disk.move(part, to: lockPath)
    try disk.sync(folder: path)
  }

  private func sweep(keeping lock: PackLock) {
    try? disk.remove("\(path)/.alongside.lock.part")
    store.sweep(keeping: lock.kept)
  }
}
