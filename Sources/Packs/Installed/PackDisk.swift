#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

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
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let above = String(path[..<slash])
    if mkdir(path, 0o700) == 0 { return try sync(folder: above.isEmpty ? "/" : above) }
    if errno == ENOENT, !above.isEmpty {
      try makeFolder(above)
      if mkdir(path, 0o700) == 0 { return try sync(folder: above) }
    }
    guard errno == EEXIST else { throw Self.failure("making the folder \(path)") }
  }

  /// Writes a new file and has the disk confirm it.
  func write(_ bytes: [UInt8], to path: String, mode: mode_t) throws(PackTrouble) {
    try before(.write, path)
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { throw Self.failure("writing \(path)") }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
        Glibc.write(file, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
        Musl.write(file, buffer.baseAddress, buffer.count)
        #else
        Darwin.write(file, buffer.baseAddress, buffer.count)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure("writing \(path)") }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw Self.failure("writing \(path)") }
  }

  /// Makes the names in a folder durable.
  func sync(folder: String) throws(PackTrouble) {
    try before(.sync, folder)
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw Self.failure("writing in \(folder)") }
    defer { close(file) }
    // Some file systems cannot sync a folder and say so; that is not a failure of ours.
    guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw Self.failure("writing in \(folder)")
    }
  }

  /// Gives a file or folder its name, in one step, in place of a file that has it.
  func move(_ path: String, to name: String) throws(PackTrouble) {
    try before(.rename, name)
    guard rename(path, name) == 0 else { throw Self.failure("writing \(name)") }
  }

  /// Removes a file, or a folder with all that is in it; what is gone already is no failure.
  func remove(_ path: String) throws(PackTrouble) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    try before(.remove, path)
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in Self.names(in: path) { try remove("\(path)/\(name)") }
      guard rmdir(path) == 0 || errno == ENOENT else { throw Self.failure("removing \(path)") }
    } else {
      guard unlink(path) == 0 || errno == ENOENT else { throw Self.failure("removing \(path)") }
    }
  }

  /// What just went wrong, in the system's words.
  static func failure(_ what: String) -> PackTrouble {
    let isFull = errno == ENOSPC || errno == EDQUOT
    let reason = String(cString: strerror(errno))
    return PackTrouble(
      .disk, .failed, "\(FileReader.start(what)) failed: \(reason).",
      hint: isFull
        ? "Make some room and try again. The packs are as they were."
        : "Check who may write there. The packs are as they were.")
  }
}
