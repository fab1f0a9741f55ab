#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A plain file that a person asked for: for them alone, whole or not at all, and never over another.
enum OutputFile {
  /// Makes sure, before anything is asked, that the file can be made and replaces nothing.
  static func check(_ path: String) throws {
    try checkAbsent(path)
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else {
      throw refused("nothing can be written in \(folder)")
    }
  }

  /// Makes sure that nothing would be written over.
  static func checkAbsent(_ path: String) throws {
    var info = stat()
    guard lstat(path, &info) != 0 else {
      throw Failure.usage("\(path) is there already; nothing is written over it")
    }
  }

  /// Whether anything of this name is there.
  static func isThere(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// Puts new bytes in the place of a file, all of them or none.
  static func replace(_ path: String, with bytes: [UInt8]) throws {
    // A name of its own: what bears a simpler one may be the person's.
    let part = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36)).part"
    try write(bytes, to: part)
    guard rename(part, path) == 0 else {
      let failure = refused("\(path) could not be replaced")
      remove(part)
      throw failure
    }
  }

  /// Writes the file, and has the disk confirm it.
  ///
  /// - Parameter mode: who may read it; the person alone unless it is meant for others.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o600) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { throw refused("\(path) cannot be made") }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      #else
      let count = rest.withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw removed(path) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0, syncFolder(of: path) else { throw removed(path) }
  }

  /// Has the disk confirm the name as well: the words of a kit may be the only way in.
  private static func syncFolder(of path: String) -> Bool {
    let folder = open(
      path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC
    )
    // A folder that may be written and not read cannot be asked.
    guard folder >= 0 else { return true }
    defer { close(folder) }
    return fsync(folder) == 0 || errno == EINVAL || errno == ENOTSUP
  }

  /// Takes back a file that was just written.
  static func remove(_ path: String) {
    unlink(path)
  }

  /// Makes a folder for the person alone, where there is none.
  static func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw refused("the folder \(path) cannot be made")
    }
  }

  /// The same, with every folder above it that is not there yet.
  static func makeFolders(_ path: String) throws {
    var folder = ""
    for part in path.split(separator: "/") {
      folder += "/\(part)"
      var info = stat()
      if lstat(folder, &info) != 0 { try makeFolder(folder) }
    }
  }

  private static func removed(_ path: String) -> Failure {
    let failure = refused("\(path) could not be written whole, so it was removed")
    unlink(path)
    return failure
  }

  private static func refused(_ what: String) -> Failure {
    Failure(.failed, "\(what): \(String(cString: strerror(errno)))")
  }
}
