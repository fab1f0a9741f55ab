#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Folders: made, read, made durable and removed.
extension SystemFile {
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
    while true {
      errno = 0
      guard let item = readdir(list) else {
        // The end, unless the system says otherwise: a listing cut short must not pass for a whole one.
        guard errno == 0 else { throw failure("reading the folder \(folder)") }
        return names
      }
      let name = withUnsafePointer(to: &item.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
          String(validatingCString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// Whether this process may write in the folder.
  ///
  /// A read-only disk says no to the owner as well.
  static func canWrite(folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

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
