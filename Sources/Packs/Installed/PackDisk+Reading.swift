#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension PackDisk {
  /// The bytes of a plain file, at most `limit` of them; nil when there is none.
  ///
  /// - Throws: `PackTrouble` when it cannot be read, or is a folder, pipe or device.
  static func read(_ path: String, limit: Int) throws(PackTrouble) -> [UInt8]? {
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw unreadable(path, String(cString: strerror(errno)))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw unreadable(path, "It is no plain file")
    }
    var bytes = [UInt8](repeating: 0, count: min(max(Int(status.st_size), 0) + 1, limit))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        #if canImport(Glibc)
        Glibc.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
        #elseif canImport(Musl)
        Musl.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
        #else
        Darwin.read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, String(cString: strerror(errno))) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeSubrange(filled...)
    return bytes
  }

  /// Whether anything has this name, a link that leads nowhere too.
  static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  private static func unreadable(_ path: String, _ reason: String) -> PackTrouble {
    PackTrouble(
      .unreadable, .badFile, "\(path) cannot be read: \(reason).",
      hint: "Check its name and who may read it.")
  }

  /// The names in a folder, sorted; none where there is no such folder.
  static func names(in folder: String) -> [String] {
    guard let list = opendir(folder) else { return [] }
    defer { closedir(list) }
    var names: [String] = []
    while let entry = readdir(list) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// One process alone changes the installed packs: held until let go, or until the process ends.
final class PackTurn: Sendable {
  private let file: Int32

  /// Waits for a few seconds when another process has the turn.
  ///
  /// - Throws: `PackTrouble` when it still has it then, or the file cannot be made.
  init(_ path: String, tries: Int = 150) throws(PackTrouble) {
    let opened = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw PackDisk.failure("writing \(path)") }
    for _ in 0..<max(1, tries) {
      if flock(opened, LOCK_EX | LOCK_NB) == 0 {
        file = opened
        return
      }
      usleep(20_000)
    }
    close(opened)
    throw PackTrouble(
      .inUse, .inUse, "Another alongside is changing the packs just now.",
      hint: "Try again in a moment. The packs are as they were.")
  }

  deinit { close(file) }
}
