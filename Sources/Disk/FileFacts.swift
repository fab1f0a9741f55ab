/// What the system says about one name.
package struct FileFacts: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case folder, file, link, other
  }

  package let kind: Kind
  /// The permission bits, `0o700`.
  package let mode: UInt32
  package let owner: UInt32
  /// In bytes.
  package let size: Int64
  /// When its bytes last changed, in seconds since 1970.
  package let written: Int64
  /// When anything about it last changed, its name and mode as well, in seconds since 1970.
  package let changed: Int64
  /// The very file, whatever its name.
  package let identity: Identity

  package struct Identity: Sendable, Hashable {
    let device: UInt64
    let number: UInt64

    init(_ about: stat) {
      device = UInt64(truncatingIfNeeded: about.st_dev)
      number = UInt64(truncatingIfNeeded: about.st_ino)
    }
  }

  /// Nil when nothing has this name, or nobody may look.
  package init?(of path: String, followingLinks: Bool = false) {
    var about = stat()
    guard (followingLinks ? stat(path, &about) : lstat(path, &about)) == 0 else { return nil }
    self.init(about)
  }

  init(_ about: stat) {
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
    #if canImport(Darwin)
    (written, changed) = (Int64(about.st_mtimespec.tv_sec), Int64(about.st_ctimespec.tv_sec))
    #else
    (written, changed) = (Int64(about.st_mtim.tv_sec), Int64(about.st_ctim.tv_sec))
    #endif
    identity = Identity(about)
  }

  /// Whether anybody but the owner may read, write or enter.
  package var isOpenToOthers: Bool { mode & 0o077 != 0 }
  /// Whether anybody but the owner may write, a shared folder's sticky bit counted.
  package var isWritableByOthers: Bool { mode & 0o022 != 0 && mode & 0o1000 == 0 }

  /// What the system says about a name; `nil` only where it says that nothing has it.
  ///
  /// - Throws: ``DiskTrouble`` where the disk does not answer or nobody may look: that proves no absence.
  package static func look(at path: String) throws(DiskTrouble) -> FileFacts? {
    if let facts = FileFacts(of: path) { return facts }
    guard provesAbsence(errno) else { throw DiskTrouble(.reading, path) }
    return nil
  }

  /// Whether anything has this name, a link that leads nowhere as well.
  ///
  /// - Throws: as `look(at:)`.
  package static func isThere(_ path: String) throws(DiskTrouble) -> Bool {
    try look(at: path) != nil
  }

  /// Whether anything has this name or the system cannot tell: then opening it says what is wrong.
  package static func mayBeThere(_ path: String) -> Bool {
    FileFacts(of: path) != nil || !provesAbsence(errno)
  }

  private static func provesAbsence(_ number: Int32) -> Bool {
    [ENOENT, ENOTDIR, ENAMETOOLONG].contains(number)
  }

  /// Whether a folder has this name, and no link to one, as far as the system tells.
  package static func isFolder(_ path: String) -> Bool { FileFacts(of: path)?.kind == .folder }

  /// Whether this account may read a file or a folder.
  package static func mayRead(_ path: String) -> Bool { access(path, R_OK) == 0 }

  /// Where a path really leads; the path itself when that cannot be told.
  package static func resolved(_ path: String) -> String {
    guard let buffer = realpath(path, nil) else { return path }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// How many bytes the disk of this folder has left; nil where it does not say.
  package static func room(in folder: String) -> UInt64? {
    var room = statvfs()
    guard statvfs(folder, &room) == 0 else { return nil }
    let (bytes, isBeyondCounting) = UInt64(room.f_bavail).multipliedReportingOverflow(
      by: UInt64(room.f_frsize))
    return isBeyondCounting ? .max : bytes
  }

  /// The user this process belongs to.
  package static var me: UInt32 { UInt32(getuid()) }

  /// Whether a process of this number exists.
  package static func isRunning(_ process: Int32) -> Bool {
    kill(process, 0) == 0 || errno != ESRCH
  }

  /// Finds a program as a shell would; folders of the search path that are not absolute do not count.
  package static func program(_ name: String, in searchPath: String) -> String? {
    if name.contains("/") { return isProgram(name) ? name : nil }
    return searchPath.split(separator: ":").filter { $0.hasPrefix("/") }
      .map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    FileFacts(of: path, followingLinks: true)?.kind == .file && access(path, X_OK) == 0
  }
}
