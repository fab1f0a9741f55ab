/// Folders: made, listed, made durable and removed.
package enum Folders {
  /// A name in a folder.
  package struct Name: Sendable, Hashable {
    /// Bytes that are not UTF-8 are shown as U+FFFD.
    package let text: String
    /// Whether the name is UTF-8, so that the text leads to what bears it.
    package let isExact: Bool
  }

  /// Makes a folder, and those above it that do not exist; one that exists stays as it is.
  ///
  /// - Parameter isAlone: makes none above it.
  /// - Throws: ``DiskTrouble``.
  package static func make(
    _ path: String, mode: mode_t = 0o700, isAlone: Bool = false
  ) throws(DiskTrouble) {
    if mkdir(path, mode) == 0 { return try confirm(path.folderPart) }
    if errno == EEXIST { return }
    guard !isAlone, errno == ENOENT, path.folderPart != ".", path.folderPart != path else {
      throw DiskTrouble(.makingFolder, path)
    }
    try make(path.folderPart, mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else { throw DiskTrouble(.makingFolder, path) }
    try confirm(path.folderPart)
  }

  /// Makes a folder for this person alone, which nobody may have made before.
  package static func makeNew(_ path: String) throws(DiskTrouble) {
    guard mkdir(path, 0o700) == 0 else { throw DiskTrouble(.makingFolder, path) }
  }

  /// Has the disk confirm the names in a folder: new ones, other ones and those that are gone.
  package static func confirm(_ folder: String) throws(DiskTrouble) {
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else {
      // A folder that this person may write and not read cannot be asked.
      if errno == EACCES { return }
      throw DiskTrouble(.writingIn, folder)
    }
    defer { close(opened) }
    // Some file systems do not support fsync on a folder. That is not an error.
    guard fsync(opened) == 0 || errno == EINVAL || errno == ENOTSUP else {
      throw DiskTrouble(.writingIn, folder)
    }
  }

  /// The names in a folder, in order of their bytes; empty where no folder has this name.
  ///
  /// - Throws: ``DiskTrouble``; also if the listing was cut short.
  package static func names(in folder: String) throws(DiskTrouble) -> [Name] {
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return [] }
      throw DiskTrouble(.readingFolder, folder)
    }
    defer { closedir(stream) }
    guard let names = names(in: stream) else { throw DiskTrouble(.readingFolder, folder) }
    return names
  }

  /// Nil where the system stops before the end: a listing cut short must not pass for a whole one.
  static func names(in stream: DirectoryStream) -> [Name]? {
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let item = readdir(stream) else { break }
      let name = withUnsafeBytes(of: &item.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    guard errno == 0 else { return nil }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      return Name(text: text, isExact: text.utf8.elementsEqual(bytes))
    }
  }

  #if canImport(Darwin)
  typealias DirectoryStream = UnsafeMutablePointer<DIR>
  #else
  typealias DirectoryStream = OpaquePointer
  #endif

  /// Whether this process may write in the folder.
  ///
  /// A read-only disk says no to the owner as well.
  package static func canWrite(_ folder: String) -> Bool { access(folder, W_OK | X_OK) == 0 }

  /// Removes a file, or a folder with all that is in it and follows no link; what is gone already is no
  /// failure.
  package static func remove(_ path: String) throws(DiskTrouble) {
    guard FileFacts.isFolder(path) else { return try Files.remove(path) }
    for name in try names(in: path) { try remove("\(path)/\(name.text)") }
    guard rmdir(path) == 0 || errno == ENOENT else { throw DiskTrouble(.removing, path) }
  }
}

/// A folder while it is open, to list it and to read plain files in it without following links.
///
/// What is opened in it is in this very folder, whatever happens to its name meanwhile.
package struct OpenFolder: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens a folder by path; returns `nil` if it cannot be read.
  package init?(path: String) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  /// Opens a folder inside another, which must not be a link.
  package init?(_ name: String, in parent: borrowing OpenFolder) {
    path = "\(parent.path)/\(name)"
    descriptor = openat(
      parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether anything of this name is there.
  package borrowing func holds(_ name: String) -> Bool {
    faccessat(descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// The names in it, in order of their bytes; hidden ones left out.
  package borrowing func names() -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { return [] }
    defer { closedir(stream) }
    return (Folders.names(in: stream) ?? []).map(\.text).filter { !$0.hasPrefix(".") }
  }

  /// Whether this name is that of a folder, and of no link to one.
  package borrowing func isFolder(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a plain file, at most one more than the limit, which shows it too large.
  package borrowing func bytes(of name: String, limit: Int) throws(DiskTrouble) -> [UInt8] {
    let file = try OpenFile(name, in: descriptor, called: "\(path)/\(name)")
    return try file.bytes(limit: .max, upTo: limit + 1)
  }
}
