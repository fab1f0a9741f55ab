internal import Vault
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console

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
    let place = try desk.place()
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    let path = "\(to)/entries.json"
    try OutputFile.checkAbsent(path)
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
    try OutputFile.makeFolder(to)
    try OutputFile.write(try AlongsideRuntime.Export.json(reading.found), to: path)
    let entries = reading.found.count == 1 ? "1 entry" : "\(reading.found.count) entries"
    desk.terminal.say("\(entries) written to:")
    desk.terminal.out(path)
    try desk.end(with: reading.damage)
  }
}
