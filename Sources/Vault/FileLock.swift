#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// An advisory lock on a file, held until this value is let go, or the process ends however it ends.
package final class FileLock: Sendable {
  package enum Kind: Sendable {
    /// Many may hold it together.
    case shared
    /// One alone.
    case exclusive
  }

  private let file: Int32

  /// Takes the lock.
  ///
  /// - Parameter waiting: waits for others to let go; otherwise `nil` tells that one holds it.
  /// - Throws: `VaultError.system` when the file cannot be made or opened.
  init?(_ path: String, _ kind: Kind, waiting: Bool, making: Bool = true) throws(VaultError) {
    let flags = making ? O_RDWR | O_CREAT : O_RDONLY
    file = open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard file >= 0 else { throw SystemFile.failure("locking \(path)") }
    let wish = (kind == .shared ? LOCK_SH : LOCK_EX) | (waiting ? 0 : LOCK_NB)
    while flock(file, wish) != 0 {
      if errno == EINTR { continue }
      let held = errno == EWOULDBLOCK
      let failure = SystemFile.failure("locking \(path)")
      close(file)
      if held { return nil }
      throw failure
    }
  }

  deinit {
    close(file)
  }
}
