internal import AlongsideRuntime
internal import Console
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The kit as a file, on its way to paper.
enum KitFile {
  /// Makes sure, before anything is asked, that the file can be made and replaces nothing.
  static func check(_ path: String) throws {
    var info = stat()
    guard lstat(path, &info) != 0 else {
      throw Failure.usage("\(path) is there already; a kit never replaces a file")
    }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) + "/" } ?? "."
    guard access(folder, W_OK | X_OK) == 0 else {
      throw Failure(.failed, "nothing can be written in \(folder)")
    }
  }

  /// Writes the kit for this person alone.
  static func write(_ kit: Kit, to path: String) throws {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else {
      throw Failure(
        .failed, "the kit cannot be written to \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    let bytes = Array(kit.page.utf8)
    #if canImport(Glibc)
    let count = Glibc.write(file, bytes, bytes.count)
    #else
    let count = Darwin.write(file, bytes, bytes.count)
    #endif
    guard count == bytes.count, fsync(file) == 0 else {
      throw Failure(.failed, "the kit could not be written whole to \(path)")
    }
  }

  static func sayMade(_ path: String, _ terminal: Terminal) {
    terminal.say("Your recovery kit is in \(path).")
    terminal.say(
      "Print it or copy the ten words by hand, then delete the file. Whoever has the words and a "
        + "copy of your journal can read all of it.")
  }
}
