internal import Codec
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

  /// What a name leads to, as far as the system can be asked.
  enum Found: Sendable, Hashable {
    case absent
    /// A link, a folder, a pipe, a socket or a device.
    case noPlainFile
    case tooLarge
    case bytes([UInt8])
  }

  /// Reads a plain file whole.
  ///
  /// - Parameter count: reads only so many bytes of its beginning.
  /// - Throws: `VaultError.system` if the system refuses: that proves nothing about the file.
  static func look(
    at path: String, limit: Int = byteLimit, upTo count: Int = .max
  ) throws(VaultError) -> Found {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT { return .absent }
      throw failure("reading \(path)")
    }
    guard info.st_mode & S_IFMT == S_IFREG else { return .noPlainFile }
    guard let file = try openForReading(path) else { return .absent }
    defer { close(file) }
    guard fstat(file, &info) == 0 else { throw failure("reading \(path)") }
    guard info.st_mode & S_IFMT == S_IFREG else { return .noPlainFile }
    guard info.st_size <= limit else { return .tooLarge }
    return .bytes(try readAll(file, path: path, limit: limit, upTo: count))
  }

  /// Opens a file, never through a link; returns `nil` if there is none.
  private static func openForReading(_ path: String) throws(VaultError) -> Int32? {
    while true {
      // O_NONBLOCK: opening a FIFO that someone put here must not hang.
      let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
      if file >= 0 { return file }
      if errno == EINTR { continue }
      if errno == ENOENT { return nil }
      throw failure("reading \(path)")
    }
  }

  /// Reads a regular file, or returns nil when there is none.
  static func read(_ path: String, limit: Int = byteLimit) throws(VaultError) -> [UInt8]? {
    switch try look(at: path, limit: limit) {
    case .absent: return nil
    case .noPlainFile: throw .system(what: "reading \(path)", reason: "it is not a plain file")
    case .tooLarge: throw .system(what: "reading \(path)", reason: "it is far too large")
    case .bytes(let bytes): return bytes
    }
  }

  private static func readAll(
    _ file: Int32, path: String, limit: Int, upTo wanted: Int
  ) throws(VaultError) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= limit {
      let room = min(block.count, wanted - bytes.count)
      if room == 0 { return bytes }
      #if canImport(Glibc)
      let count = Glibc.read(file, &block, room)
      #else
      let count = Darwin.read(file, &block, room)
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

  /// What just went wrong, in the system's words.
  static func failure(_ what: String) -> VaultError {
    .system(what: what, reason: String(cString: strerror(errno)))
  }
}
