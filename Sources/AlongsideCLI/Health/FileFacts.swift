#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What the system says about one name, without following a link.
struct FileFacts: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case folder, file, link, other
  }

  let kind: Kind
  /// The permission bits, `0o700`.
  let mode: UInt32
  let owner: UInt32
  /// In bytes.
  let size: Int64

  /// Nil when there is nothing of this name, or nobody may look.
  init?(of path: String) {
    var about = stat()
    guard lstat(path, &about) == 0 else { return nil }
    kind =
      switch about.st_mode & S_IFMT {
      case S_IFDIR: .folder
      case S_IFREG: .file
      case S_IFLNK: .link
      default: .other
      }
    mode = UInt32(about.st_mode) & 0o7777
    owner = UInt32(about.st_uid)
    size = Int64(about.st_size)
  }

  /// Whether anybody but the owner may read, write or enter.
  var isOpenToOthers: Bool { mode & 0o077 != 0 }
  /// Whether anybody but the owner may write, a shared folder's sticky bit counted.
  var isWritableByOthers: Bool { mode & 0o022 != 0 && mode & 0o1000 == 0 }

  /// Whether this account may read a file or a folder.
  static func mayRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// The names in a folder, sorted; empty when it cannot be read.
  static func names(in folder: String) -> [String] {
    guard let listing = opendir(folder) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// The first bytes of a plain file; nil when it is none or cannot be read.
  static func beginning(of path: String, limit: Int) -> [UInt8]? {
    // O_NONBLOCK: a FIFO of this name must not hang.
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var about = stat()
    guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: limit)
    var filled = 0
    while filled < limit {
      let count = bytes.withUnsafeMutableBytes {
        read(file, $0.baseAddress?.advanced(by: filled), limit - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return Array(bytes.prefix(filled))
  }

  /// A small text file of the system, without the line break at its end.
  static func text(_ path: String) -> String? {
    guard let bytes = beginning(of: path, limit: 1 << 20) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Where a path really leads; the path itself when that cannot be told.
  static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The user this process belongs to.
  static var me: UInt32 { UInt32(getuid()) }

  /// Whether a process of this number is there.
  static func isRunning(_ process: Int32) -> Bool { kill(process, 0) == 0 || errno != ESRCH }

  /// Finds a program as a shell would.
  static func program(_ name: String, in searchPath: String) -> String? {
    if name.contains("/") { return isProgram(name) ? name : nil }
    return searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
      .map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    var about = stat()
    return stat(path, &about) == 0 && about.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
