#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What stands at a path, and moving or removing it.
extension SystemFile {
  static func exists(_ path: String) -> Bool {
    var info = stat()
    return lstat(path, &info) == 0
  }

  /// The path without links and dots, or the path itself where it cannot be found out.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Removes a file; one that is gone already is no failure.
  static func remove(_ path: String) throws(VaultError) {
    guard unlink(path) == 0 || errno == ENOENT else { throw failure("removing \(path)") }
  }

  /// Moves a file or folder, replacing a file that stands there.
  static func move(_ from: String, to: String) throws(VaultError) {
    guard rename(from, to) == 0 else { throw failure("moving \(from)") }
  }

  /// When a file last changed, in milliseconds since 1970, or nil when it is gone.
  static func changed(_ path: String) -> Int64? {
    var info = stat()
    guard lstat(path, &info) == 0 else { return nil }
    #if canImport(Glibc)
    return Int64(info.st_ctim.tv_sec) * 1000
    #else
    return Int64(info.st_ctimespec.tv_sec) * 1000
    #endif
  }
}
