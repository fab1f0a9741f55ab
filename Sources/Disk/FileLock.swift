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
  /// - Parameters:
  ///   - waiting: waits for others to let go; otherwise `nil` tells that one holds it.
  ///   - making: creates the file if it does not exist.
  /// - Throws: ``DiskTrouble`` when the file cannot be made, opened or locked.
  package init?(
    _ path: String, _ kind: Kind, waiting: Bool, making: Bool = true
  ) throws(DiskTrouble) {
    let flags = making ? O_RDWR | O_CREAT : O_RDONLY
    let opened = open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard opened >= 0 else { throw DiskTrouble(.locking, path) }
    let wish = (kind == .shared ? LOCK_SH : LOCK_EX) | (waiting ? 0 : LOCK_NB)
    while flock(opened, wish) != 0 {
      if errno == EINTR { continue }
      let isHeld = errno == EWOULDBLOCK
      let trouble = DiskTrouble(.locking, path)
      close(opened)
      if isHeld { return nil }
      throw trouble
    }
    // Another process may have removed the file between opening and locking it: then this lock
    // guards a name that nobody else will find.
    do throws(DiskTrouble) {
      guard try Self.isSame(opened, path) else {
        close(opened)
        return nil
      }
    } catch {
      close(opened)
      throw error
    }
    // Set last: until then nothing here is anybody's to close a second time.
    file = opened
  }

  /// Takes the lock, trying for a while when another process has it: nobody holds it for long.
  package static func patient(
    _ path: String, _ kind: Kind, making: Bool = true, tries: Int = 150
  ) throws(DiskTrouble) -> FileLock? {
    for _ in 1..<max(1, tries) {
      if let lock = try FileLock(path, kind, waiting: false, making: making) { return lock }
      usleep(20_000)
    }
    return try FileLock(path, kind, waiting: false, making: making)
  }

  private static func isSame(_ file: Int32, _ path: String) throws(DiskTrouble) -> Bool {
    var opened = stat()
    guard fstat(file, &opened) == 0 else { throw DiskTrouble(.locking, path) }
    return try FileFacts.look(at: path)?.identity == FileFacts(opened).identity
  }

  deinit {
    // A program that is being started right now has this file open too, until it runs: closing alone
    // would leave the lock to it.
    flock(file, LOCK_UN)
    close(file)
  }
}
