import YAML

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A folder that was opened, to list it and to read regular files in it without following links.
struct Folder: ~Copyable {
  private let descriptor: Int32

  /// Why a file was not read.
  enum Trouble: Error {
    /// A link, folder, pipe or device.
    case notAFile
    case unreadable
  }

  /// Opens a folder by path; nil when there is none that can be read.
  init?(path: String) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  /// Opens a folder inside another, which must not be a link.
  init?(_ name: String, in parent: borrowing Folder) {
    descriptor = openat(
      parent.descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Whether anything of this name is there.
  borrowing func holds(_ name: String) -> Bool {
    faccessat(descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// The names in it, in order of their bytes; hidden ones left out.
  borrowing func names() -> [String] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let stream = fdopendir(copy) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Whether this name is that of a folder, and of no link to one.
  borrowing func isFolder(_ name: String) -> Bool {
    var status = stat()
    return fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0
      && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a regular file, at most one more than the limit.
  borrowing func bytes(
    of name: String, limit: Int = YAMLReading.sizeLimit
  ) throws(Trouble) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for its other end.
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw errno == ELOOP ? .notAFile : .unreadable }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .unreadable }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile }
    // One byte more than the file has shows its end; one more than the limit shows it too large.
    let room = min(max(Int(status.st_size), 0), limit) + 1
    var bytes = [UInt8](repeating: 0, count: room)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        read(file, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0 { throw .unreadable }
      if count == 0 { break }
      filled += count
    }
    bytes.removeSubrange(filled...)
    return bytes
  }
}
