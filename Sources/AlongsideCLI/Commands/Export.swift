internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Disk
internal import Practice
internal import Vault

/// `alongside export`: a copy of everything, in plain files.
struct Export: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write your entries to plain files",
    discussion: """
      The files are readable by anyone who can open them. json is lossless and comes back with \
      import; markdown is one file for each entry; html is one page that prints well.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "Only these entries, by id or the beginning of one.") var ids: [String] = []
  @Option(help: "How the files are written.") var format: AlongsideRuntime.Export.Format
  @Option(
    help: ArgumentHelp("The folder to write into; made if it is not there.", valueName: "dir"),
    completion: .directory)
  var to: String
  @OptionGroup var filter: FilterOptions
  @Flag(help: "With json: earlier wordings too.") var history = false
  @Flag(help: "Do not ask first.") var yes = false

  func run(_ desk: Desk) throws {
    let place = try desk.place()
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    if history, format != .json { throw Failure.usage("--history goes with --format json") }
    let filter = try filter.filter()
    let path = "\(to)/\(format.name)"
    try OutputFile.checkAbsent(path)
    guard yes || desk.terminal.isInteractive else {
      throw Failure.usage(
        "an export is readable by anyone who can open its files",
        hints: ["--yes says that is all right"])
    }
    let reader = try desk.reader()
    let reading = try entries(reader, filter, desk)
    if !yes {
      say(reading.found, desk)
      try IdentifierOffer(desk: desk).make(reader, reading.found, before: "it is written")
      guard
        try desk.terminal.confirm(
          "The copy will not be sealed: anyone who can open the files can read them. Go on?")
          == true
      else { return desk.terminal.say("Nothing was written.") }
    }
    // Asked for again: something may have been changed just now.
    let present = yes ? reading : try entries(desk.fresh(reader), filter, desk)
    try write(present.found, desk)
    desk.terminal.say("\(Self.count(present.found)) written to:")
    desk.terminal.out(path)
    try desk.end(with: present.damage)
  }

  private func entries(
    _ reader: Reader, _ filter: SearchFilter, _ desk: Desk
  ) throws -> Reading<[Entry]> {
    var reading =
      try ids.isEmpty
      ? reader.everything()
      : Reading(found: ids.map { try reader.show($0) }, damage: [])
    reading.found = reading.found.filter { filter.takes($0) }
    if !history { try sayBeside(reading.found, reader, desk) }
    guard history else { return reading }
    reading.found = try reading.found.flatMap { try reader.wordings(of: $0.id).found }
    return reading
  }

  /// Says of entries that stand in two wordings that only one of them is brought along.
  private func sayBeside(_ entries: [Entry], _ reader: Reader, _ desk: Desk) throws {
    let found = Set(entries.map(\.id))
    let all = try reader.everything(all: true).found.filter { found.contains($0.id) }
    let count = all.count - all.reduce(into: Set<String>()) { $0.insert($1.id) }.count
    guard count > 0 else { return }
    desk.terminal.say(
      (count == 1 ? "1 entry stands" : "\(count) entries stand")
        + " in two wordings, side by side; the later one is in it. --format json --history brings both along.",
      as: .warning)
  }

  /// What is in it, before anything is written.
  private func say(_ entries: [Entry], _ desk: Desk) {
    let days = entries.map(\.written.day)
    let span = days.min().flatMap { first in days.max().map { "\(first) to \($0)" } }
    desk.terminal.say("It would hold \(Self.count(entries))\(span.map { ", \($0)" } ?? "").")
  }

  private func write(_ entries: [Entry], _ desk: Desk) throws {
    let library = desk.home.library()
    do {
      try AlongsideRuntime.Export.write(
        entries, as: format, in: to, title: "From my journal",
        answerWords: { library.words(of: $1, in: $0) })
    } catch let trouble as DiskTrouble {
      throw OutputFile.failure(trouble)
    }
  }

  /// "2 entries", or "2 entries in 5 wordings".
  private static func count(_ entries: [Entry]) -> String {
    let ids = Set(entries.map(\.id))
    let words = Counted.words(ids.count, "entry", "entries")
    return ids.count == entries.count ? words : "\(words) in \(entries.count) wordings"
  }
}

extension AlongsideRuntime.Export.Format: ExpressibleByArgument {}
