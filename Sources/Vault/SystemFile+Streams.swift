internal import Age
internal import Codec
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A plain file, read from its beginning to its end.
package final class FileSource: ByteSource {
  private let file: Int32
  private let path: String
  package let byteCount: Int

  /// - Throws: `VaultError.system` when it is missing, a link or no plain file.
  package init(_ path: String) throws(VaultError) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw SystemFile.failure("reading \(path)") }
    var info = stat()
    guard fstat(opened, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw .system(what: "reading \(path)", reason: "it is not a plain file")
    }
    self.path = path
    byteCount = Int(info.st_size)
    file = opened
  }

  deinit { close(file) }

  /// All of a small file, or nil when there is none.
  package static func whole(_ path: String) throws(VaultError) -> [UInt8]? {
    guard SystemFile.exists(path) else { return nil }
    return try SystemFile.read(path, limit: 1 << 20)
  }

  /// The bytes at these places, wherever reading has come to.
  ///
  /// - Throws: `VaultError.system`; also if the file ends before.
  package func read(at range: Range<Int>) throws -> [UInt8] {
    var failure: VaultError?
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let rest = UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let got = pread(file, rest.baseAddress, rest.count, off_t(range.lowerBound + count))
        if got < 0, errno == EINTR { continue }
        guard got > 0 else {
          failure =
            got < 0
            ? SystemFile.failure("reading \(path)")
            : .system(what: "reading \(path)", reason: "it ends too early")
          return
        }
        count += got
      }
    }
    if let failure { throw failure }
    return bytes
  }

  package func read(_ count: Int) throws -> ArraySlice<UInt8> {
    var block = [UInt8](repeating: 0, count: min(count, 1 << 20))
    while true {
      #if canImport(Glibc)
      let got = Glibc.read(file, &block, block.count)
      #else
      let got = Darwin.read(file, &block, block.count)
      #endif
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw SystemFile.failure("reading \(path)") }
      return block.prefix(got)
    }
  }
}

/// A new file for this person alone, that bears its name only when it is whole and on the disk.
package final class FileSink: ByteSink {
  private let file: Int32
  private let part: String
  private let path: String
  /// Whether the file bears its name by now, whatever failed after.
  package private(set) var isNamed = false

  /// - Throws: `VaultError.alreadyThere` where something has the name; `system`.
  package init(_ path: String) throws(VaultError) {
    guard !SystemFile.exists(path) else { throw .fileExists(path: path) }
    let part = "\(path).\(Base32.encode(randomBytes(5))).part"
    let opened = open(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw SystemFile.failure("writing \(path)") }
    self.path = path
    self.part = part
    file = opened
  }

  /// A file that was not finished leaves nothing.
  deinit {
    close(file)
    if !isNamed { unlink(part) }
  }

  package func write(_ bytes: ArraySlice<UInt8>) throws {
    var rest = bytes
    while !rest.isEmpty {
      #if canImport(Glibc)
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      #else
      let count = rest.withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
      #endif
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemFile.failure("writing \(path)") }
      rest = rest.dropFirst(count)
    }
  }

  /// Has the disk confirm the file and gives it its name, never over another.
  package func finish() throws(VaultError) {
    guard fsync(file) == 0 else { throw SystemFile.failure("writing \(path)") }
    // A second name, then the first one goes: unlike a rename, this replaces nothing.
    if link(part, path) == 0 {
      unlink(part)
    } else {
      guard errno != EEXIST else { throw .fileExists(path: path) }
      // Sticks are often of a kind that knows no second names.
      guard !SystemFile.exists(path), rename(part, path) == 0 else {
        throw SystemFile.failure("writing \(path)")
      }
    }
    isNamed = true
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    try SystemFile.sync(folder: folder.isEmpty ? "/" : folder)
  }
}
