#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension SystemFile {
  /// Which file a name leads to right now.
  struct Identity: Sendable, Hashable {
    private let device: UInt64
    private let number: UInt64

    /// Nil when there is no such file.
    init?(of path: String) {
      var info = stat()
      guard lstat(path, &info) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: info.st_dev)
      number = UInt64(truncatingIfNeeded: info.st_ino)
    }
  }

  /// Has the disk confirm a file that something else wrote.
  static func sync(file path: String) throws(VaultError) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw failure("writing \(path)") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw failure("writing \(path)") }
  }

  /// Why a name that should lead to a folder of a journal is not used.
  static let notAFolder = "it is a link or a file; a folder has to be in its place"

  /// Whether a plain file begins with these bytes.
  static func begins(_ path: String, with beginning: String) -> Bool {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    let wanted = Array(beginning.utf8)
    var found = [UInt8](repeating: 0, count: wanted.count)
    #if canImport(Glibc)
    let count = Glibc.read(file, &found, found.count)
    #else
    let count = Darwin.read(file, &found, found.count)
    #endif
    return count == found.count && found == wanted
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Gives a file a second name; where the disk knows none, a copy.
  static func link(_ path: String, to second: String) throws(VaultError) {
    #if canImport(Glibc)
    let isDone = Glibc.link(path, second) == 0
    #else
    let isDone = Darwin.link(path, second) == 0
    #endif
    if isDone { return }
    guard let bytes = try read(path, limit: .max) else { throw failure("copying \(path)") }
    try write(bytes, to: second.lastPart, in: second.folderPart)
  }
}
