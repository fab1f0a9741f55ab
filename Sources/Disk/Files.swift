// Disk: files, folders and locks. The one place where the program asks the system for them.
//
// `Files` and `Folders` read, make, replace, list and remove; `FileFacts` says what a name leads to. `OpenFile` and
// `OpenFolder` are the same for what is open, `FileSource` and `FileSink` for what is too long for memory. `FileLock`
// keeps others away, and `TemporaryFolder` is for what must appear whole. Every failure is a `DiskTrouble` with facts,
// to which the callers give words.
//
// What is written is durable or an error. Links are followed only where a caller says so. The module knows no key and
// no meaning of the bytes, and imports none of our modules.
//
// It must never take a listing that was cut short for a whole one, write over a file that it was not told to replace,
// or take a disk that does not answer for an empty one.

// The C library of the platform, chosen once: whoever imports `Disk` has it.
#if canImport(Glibc)
@_exported public import Glibc
#elseif canImport(Musl)
@_exported public import Musl
#elseif canImport(Darwin)
@_exported public import Darwin
#endif

/// Plain files: read whole, made new, replaced in one step.
///
/// ```swift
/// try Folders.make("/home/ada/notes")
/// try Files.replace("/home/ada/notes/today", with: Array("rain".utf8))
/// let lock = try FileLock("/home/ada/notes/lock", .exclusive, waiting: false)
/// ```
package enum Files {
  /// The time that files can be given, so that their own times tell nothing: 2000-01-01 in UTC.
  package static let fixedTime = 946_684_800

  /// What a name leads to, as far as the system can be asked.
  package enum Found: Sendable, Hashable {
    case absent
    /// A link, a folder, a pipe, a socket or a device.
    case noPlainFile
    case tooLarge
    case bytes([UInt8])
  }

  /// Reads a plain file whole.
  ///
  /// - Parameter count: the most bytes to read.
  /// - Throws: ``DiskTrouble`` if the system refuses: that proves nothing about the file.
  package static func look(
    at path: String, limit: Int = .max, upTo count: Int = .max, followingLinks: Bool = false
  ) throws(DiskTrouble) -> Found {
    // A folder or a socket may not even let itself be opened.
    var about = stat()
    guard (followingLinks ? stat(path, &about) : lstat(path, &about)) == 0 else {
      if errno == ENOENT { return .absent }
      throw DiskTrouble(.reading, path)
    }
    guard about.st_mode & S_IFMT == S_IFREG else { return .noPlainFile }
    do throws(DiskTrouble) {
      guard let file = try OpenFile(reading: path, followingLinks: followingLinks) else {
        return .absent
      }
      return .bytes(try file.bytes(limit: limit, upTo: count))
    } catch {
      switch error.reason {
      case .notAPlainFile: return .noPlainFile
      case .tooLarge: return .tooLarge
      default: throw error
      }
    }
  }

  /// The bytes of a plain file; nil where no file has this name.
  package static func bytes(
    of path: String, limit: Int = .max, upTo count: Int = .max, followingLinks: Bool = false
  ) throws(DiskTrouble) -> [UInt8]? {
    switch try look(at: path, limit: limit, upTo: count, followingLinks: followingLinks) {
    case .absent: return nil
    case .noPlainFile: throw DiskTrouble(.reading, path, .notAPlainFile)
    case .tooLarge: throw DiskTrouble(.reading, path, .tooLarge)
    case .bytes(let bytes): return bytes
    }
  }

  /// Whether a plain file begins with these bytes.
  package static func begins(_ path: String, with beginning: String) -> Bool {
    let wanted = Array(beginning.utf8)
    return (try? bytes(of: path, upTo: wanted.count)) == wanted
  }

  /// Makes a new file that the disk has confirmed, or none.
  ///
  /// - Parameters:
  ///   - mode: who may read it; the person alone unless it is meant for others.
  ///   - isTimeless: gives it ``fixedTime``. A file system that cannot keep times costs nothing.
  /// - Throws: ``DiskTrouble``.
  package static func make(
    _ path: String, _ bytes: [UInt8], mode: mode_t = 0o600, isTimeless: Bool = false
  ) throws(DiskTrouble) {
    let file = try OpenFile(making: path, mode: mode)
    do throws(DiskTrouble) {
      try file.add(bytes[...])
      if isTimeless {
        let time = timespec(tv_sec: fixedTime, tv_nsec: 0)
        _ = futimens(file.descriptor, [time, time])
      }
      try file.confirm()
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Puts `bytes` at `path` so that a reader, or a crash, finds all of them or what was there before.
  ///
  /// Exclusive create of `.RANDOM.part` beside the place, fsync, rename, fsync of the folder.
  package static func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t = 0o600, isTimeless: Bool = false
  ) throws(DiskTrouble) {
    let folder = path.folderPart
    let part = "\(folder)/.\(freshName()).part"
    do throws(DiskTrouble) {
      try make(part, bytes, mode: mode, isTimeless: isTimeless)
      try move(part, to: path)
    } catch {
      unlink(part)
      throw DiskTrouble(.writingIn, folder, error.reason)
    }
    try Folders.confirm(folder)
  }

  /// Has the disk confirm a file that something else wrote.
  package static func confirm(_ path: String) throws(DiskTrouble) {
    let opened = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw DiskTrouble(.writing, path) }
    try OpenFile(opened, path).confirm()
  }

  /// Moves a file or folder in one step, replacing a file of that name.
  package static func move(_ from: String, to path: String) throws(DiskTrouble) {
    guard rename(from, path) == 0 else { throw DiskTrouble(.moving, from) }
  }

  /// Removes a file; one that is gone already is no failure.
  package static func remove(_ path: String) throws(DiskTrouble) {
    guard unlink(path) == 0 || errno == ENOENT else { throw DiskTrouble(.removing, path) }
  }

  /// Gives a file a second name, which nothing may have; where the disk knows none, a copy.
  package static func name(_ path: String, also second: String) throws(DiskTrouble) {
    if link(path, second) == 0 { return }
    guard let bytes = try bytes(of: path) else { throw DiskTrouble(.copying, path) }
    try replace(second, with: bytes)
  }

  /// A name that nothing has, by chance: 16 letters and digits.
  package static func freshName() -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
    return String((0..<16).map { _ in letters[Int.random(in: 0..<letters.count)] })
  }
}

extension String {
  /// The folder: the part before the last slash, or "." without a slash.
  package var folderPart: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The last component: the part after the last slash.
  package var lastPart: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}
