internal import Vault
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// `alongside export`: everything, as plain files that need no Alongside.
struct Export: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Copy everything out as plain files",
    discussion: """
      The copy is not sealed: whoever can open the files can read them. It holds every entry whole.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument { case json }

  @OptionGroup var global: GlobalOptions
  @Option(help: "How the files are written.") var format: Format
  @Option(
    help: ArgumentHelp("The folder to write into; made if it is not there.", valueName: "dir"),
    completion: .directory)
  var to: String
  @Flag(help: "Do not ask first.") var yes = false

  func run(_ desk: Desk) throws {
    if !yes {
      guard desk.terminal.isInteractive else {
        throw Failure.usage(
          "an export is readable by anyone who can open its files",
          hints: ["--yes says that is all right"])
      }
      guard
        desk.terminal.confirm(
          "The copy will not be sealed: anyone who can open the files can read them. Go on?")
          == true
      else { return desk.terminal.say("Nothing was written.") }
    }
    let reading = try desk.reader().everything()
    let path = try write(try AlongsideRuntime.Export.json(reading.found))
    let entries = reading.found.count == 1 ? "1 entry" : "\(reading.found.count) entries"
    desk.terminal.say("\(entries) written to:")
    desk.terminal.out(path)
    try desk.end(with: reading.damage)
  }

  /// Puts the file into the folder, whole or not at all, and never over another.
  private func write(_ bytes: [UInt8]) throws -> String {
    guard mkdir(to, 0o700) == 0 || errno == EEXIST else {
      throw refused("the folder \(to) cannot be made")
    }
    let path = "\(to)/entries.json"
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw refused("\(path) cannot be made") }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      #if canImport(Glibc)
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      #else
      let count = rest.withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
      #endif
      guard count > 0 else {
        let failure = refused("\(path) could not be written whole, so it was removed")
        unlink(path)
        throw failure
      }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw refused("\(path) may not be whole") }
    return path
  }

  private func refused(_ what: String) -> Failure {
    Failure(.failed, "\(what): \(String(cString: strerror(errno)))")
  }
}
