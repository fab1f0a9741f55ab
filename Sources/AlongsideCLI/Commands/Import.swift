internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside import`: brings in what was kept elsewhere.
struct ImportCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Bring in what you kept elsewhere",
    discussion: """
      jrnl: its text file, or what it exports as json. dayone: the zip or JSON that it exports. \
      markdown: a file or a folder. alongside: our own JSON. Bringing the same thing in twice adds \
      nothing twice. Times without a zone are taken as times of this machine's zone, unless --zone \
      says another. An entry may have 16 MiB, a JSON file 64 MiB, one import 150,000 entries: what is \
      longer is named, and a large file can be brought in in parts.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "What it comes from.") var source: Import.Origin
  @Argument(help: "The file, or a folder of Markdown.", completion: .file()) var path: String
  @Option(help: ArgumentHelp("The zone of times that name none.", valueName: "zone"))
  var zone: String?
  @Flag(help: "Only read and count; change nothing.") var dryRun = false
  @Flag(help: "Print what came of it as JSON.") var json = false

  func run(_ desk: Desk) throws {
    let now = desk.context.clock.now()
    if let zone, !Import.knows(zone: zone) {
      throw Failure.usage(
        "no zone \"\(zone)\" is known here; nothing was read",
        hints: ["--zone Europe/London", "--zone +01:00"])
    }
    let files = PlainFiles(path: path, zone: zone ?? now.zone, now: now)
    // Looked at before anything is asked: a wrong file needs no passphrase.
    var beginning = ImportReading.untilFirst
    try read(files, into: &beginning)
    guard !beginning.entries.isEmpty || beginning.problems.isEmpty else {
      say(try beginning.finished(), nil, desk)
      throw Failure(
        .badInput, "nothing in \(path) could be read as \(source.rawValue); nothing was changed",
        hints: ["alongside import --help says what each kind is"])
    }
    var reader = try desk.reader()
    let (reading, outcome) = try reader.bring(dryRun: dryRun) { take in
      var reading = ImportReading(handing: take)
      try read(files, into: &reading)
      return try reading.finished()
    }
    desk.keep(reader)
    if json { return try desk.print(json: ImportJSON(reading, outcome, isDryRun: dryRun)) }
    say(reading, outcome, desk)
  }

  private func read(_ files: PlainFiles, into reading: inout ImportReading) throws {
    do {
      try files.read(source, into: &reading)
    } catch let trouble as Import.Trouble {
      throw ImportText.failure(trouble, source)
    }
  }

  private func say(_ reading: ImportReading, _ outcome: Reader.Brought?, _ desk: Desk) {
    let terminal = desk.terminal
    if let outcome {
      for line in ImportText.lines(outcome, isDryRun: dryRun) { terminal.out(line) }
    }
    if !reading.leftOut.isEmpty {
      terminal.out("What has no place here, and was left out:")
      for (name, count) in reading.leftOut.sorted(by: { $0.key < $1.key }) {
        terminal.out("- \(name): \(count)")
      }
    }
    say(reading.notes, "Came in, with something to know:", as: .quiet, terminal)
    say(reading.problems, "Could not be read, and stayed out:", as: .warning, terminal)
  }

  /// The first few by their place, the rest counted.
  private func say(
    _ problems: [ImportProblem], _ heading: String, as role: Style.Role, _ terminal: Terminal
  ) {
    guard !problems.isEmpty else { return }
    terminal.say(heading, as: role)
    for (what, places) in Dictionary(grouping: problems, by: \.what).sorted(by: { $0.key < $1.key })
    {
      let named = places.prefix(5).map(\.place).joined(separator: "; ")
      let more = places.count > 5 ? "; and \(places.count - 5) more" : ""
      terminal.say("- \(what) (\(named)\(more))", as: role)
    }
  }
}

extension Import.Origin: ExpressibleByArgument {}
