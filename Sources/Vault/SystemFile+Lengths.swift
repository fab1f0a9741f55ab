#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension SystemFile {
  /// The first bytes of a file, fewer where it is shorter.
  static func beginning(of path: String, count: Int) throws(VaultError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw failure("reading \(path)") }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: count)
    let read = pread(file, &bytes, count, 0)
    guard read >= 0 else { throw failure("reading \(path)") }
    return Array(bytes.prefix(read))
  }

  /// Adds zeros at the end of a file that is shorter; a longer one stays as it is.
  static func lengthen(_ path: String, to count: Int) throws(VaultError) {
    let file = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { throw failure("writing \(path)") }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw failure("reading \(path)") }
    guard info.st_size < count else { return }
    guard ftruncate(file, off_t(count)) == 0 else { throw failure("writing \(path)") }
  }
}
