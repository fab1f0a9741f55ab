#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Files as the vault needs them: durable, for this person alone, and never through a link.
///
/// Everything here throws `VaultError.system` with the system's own words and never the content.
enum SystemFile {
  /// How long a file may be that is read whole.
  static let byteLimit = 64 << 20

  /// The time that files are given, so that their own times tell nothing: 2000-01-01 in UTC.
  static let fixedTime = 946_684_800

  /// Reads a regular file, or returns nil when there is none.
  static func read(_ path: String, limit: Int = byteLimit) throws(VaultError) -> [UInt8]? {
    // O_NONBLOCK: opening a FIFO that someone put here must not hang.
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure("reading \(path)")
    }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      throw .system(what: "reading \(path)", reason: "it is not a plain file")
    }
    guard info.st_size <= limit else {
      throw .system(what: "reading \(path)", reason: "it is far too large")
    }
    return try readAll(file, path: path, limit: limit)
  }

  private static func readAll(
    _ file: Int32, path: String, limit: Int
  ) throws(VaultError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      #if canImport(Glibc)
      let count = Glibc.read(file, &block, block.count)
      #else
      let count = Darwin.read(file, &block, block.count)
      #endif
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("reading \(path)")
      }
      bytes += block.prefix(count)
    }
    throw .system(what: "reading \(path)", reason: "it is far too large")
  }

  /// Puts `bytes` at `folder/name` so that a reader, or a crash, finds all of them or none.
  ///
  /// Exclusive create beside the place, fsync, fixed times, rename, fsync of the folder.
  static func write(
    _ bytes: [UInt8], to name: String, in folder: String
  ) throws(VaultError) {
    let part = "\(folder)/.\(Base32.encode(randomBytes(10))).part"
    do throws(VaultError) {
      try writeNew(bytes, to: part, in: folder)
      guard rename(part, "\(folder)/\(name)") == 0 else {
        throw failure("writing in \(folder)")
      }
    } catch {
      unlink(part)
      throw error
    }
    try sync(folder: folder)
  }

  private static func writeNew(_ bytes: [UInt8], to path: String, in folder: String)
    throws(VaultError)
  {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure("writing in \(folder)") }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      #else
      let count = rest.withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
      #endif
      if count < 0 {
        if errno == EINTR { continue }
        throw failure("writing in \(folder)")
      }
      rest = rest.dropFirst(count)
    }
    // The times are decoration; a file system that cannot keep them costs nothing.
    let times = [timespec(tv_sec: fixedTime, tv_nsec: 0), timespec(tv_sec: fixedTime, tv_nsec: 0)]
    _ = futimens(file, times)
    guard fsync(file) == 0 else { throw failure("writing in \(folder)") }
  }

  /// Makes renames and removals in a folder durable.
  static func sync(folder: String) throws(VaultError) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw failure("writing in \(folder)") }
    defer { close(file) }
    // Some file systems cannot sync a folder and say so; that is not a failure of ours.
    guard fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw failure("writing in \(folder)")
    }
  }

  /// Makes a folder for this person alone, with the folders above it.
  static func makeFolder(_ path: String) throws(VaultError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw failure("making the folder \(path)")
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw failure("making the folder \(path)")
    }
  }

  /// The names in a folder, sorted; empty when there is no such folder.
  ///
  /// A name that is not UTF-8 cannot be spelt here, so it is left out; `hasOddNames` tells.
  static func names(in folder: String) throws(VaultError) -> [String] {
    try listing(of: folder).compactMap { $0 }.sorted()
  }

  /// Whether a folder holds names that are not UTF-8: no file of ours has one.
  static func hasOddNames(in folder: String) throws(VaultError) -> Bool {
    try listing(of: folder).contains { $0 == nil }
  }

  private static func listing(of folder: String) throws(VaultError) -> [String?] {
    guard let list = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw failure("reading the folder \(folder)")
    }
    defer { closedir(list) }
    var names: [String?] = []
    while let item = readdir(list) {
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(validatingCString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Whether this process may write in the folder.
  ///
  /// A read-only disk says no to the owner as well.
  static func canWrite(folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// The path without links and dots, or the path itself where it cannot be found out.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// What just went wrong, in the system's words.
  static func failure(_ what: String) -> VaultError {
    .system(what: what, reason: String(cString: strerror(errno)))
  }
}

extension SystemFile {
  /// Removes a file; one that is gone already is no failure.
  static func remove(_ path: String) throws(VaultError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("removing \(path)") }
  }

  /// Moves a file or folder, replacing a file that stands there.
  static func move(_ from: String, to: String) throws(VaultError) {
    guard rename(from, to) == 0 else { throw failure("moving \(from)") }
  }

  /// When a file last changed, in milliseconds since 1970, or nil when it is gone.
  static func changed(_ path: String) -> Int64? {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    #if canImport(Glibc)
    return Int64(info.st_ctim.tv_sec) * 1000
    #else
    return Int64(info.st_ctimespec.tv_sec) * 1000
    #endif
  }
}

extension SystemFile {
  /// Removes a folder of plain files that this program made.
  static func removeFolder(_ path: String) throws(VaultError) {
    for name in try names(in: path) {
      var info = stat()
      let inside = "\(path)/\(name)"
      if lstat(inside, &info) == 0, info.st_mode & S_IFMT == S_IFDIR {
        try removeFolder(inside)
      } else {
        try remove(inside)
      }
    }
    guard rmdir(path) == 0 || errno == ENOENT else { throw failure("removing \(path)") }
  }
}
