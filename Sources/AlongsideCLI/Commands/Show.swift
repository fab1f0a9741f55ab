internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Packs
internal import Practice
internal import Vault

/// `alongside show`: one entry, whole; or those of a day.
struct Show: ContextCommand {
  static let configuration = CommandConfiguration(abstract: "Show an entry, or a day")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, last, or a day such as 2026-03-31.")
  var id: String?
  @Flag(help: "What you wrote on this day in other years.") var onThisDay = false
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    guard (id == nil) == onThisDay else {
      throw Failure.usage(
        "say which entry, or --on-this-day",
        hints: ["alongside show last", "alongside show --on-this-day", "alongside list"])
    }
    if let id, id.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil, Day(id) == nil {
      throw Failure.usage("there is no such day as \(id)")
    }
    let reader = try desk.reader()
    if let id, Day(id) == nil { return try show(reader.show(id), reader, desk) }
    let reading =
      try id.flatMap { Day($0) }.map { try reader.entries(on: $0) }
      ?? reader.entries(onThisDay: desk.context.clock.now().day)
    try show(reading, desk)
  }

  private func show(_ entry: Entry, _ reader: Reader, _ desk: Desk) throws {
    if json {
      try desk.print(json: EntryJSON(entry))
    } else {
      desk.terminal.out(EntryText.text(entry, prompt: desk.home.library().prompt(of: entry)))
    }
    // A page that only waits has one wording, and no place yet to look for others.
    if let latest = try? reader.latestWordings(of: entry), latest.count > 1 {
      desk.terminal.say(
        "This entry was changed in two places; both wordings stand side by side. "
          + "alongside history \(entry.id.prefix(8)) shows them.", as: .hint)
    }
    if !json { try desk.offerToClear() }
  }

  private func show(_ reading: Reading<[Entry]>, _ desk: Desk) throws {
    let entries = reading.found
    guard !json, !entries.isEmpty else {
      if json {
        try desk.print(json: entries.map { EntryJSON($0) })
      } else {
        let what = onThisDay ? "Nothing on this day in other years." : "Nothing on this day."
        desk.terminal.say(what, as: .quiet)
      }
      return try desk.end(with: reading.damage)
    }
    let library = desk.home.library()
    for (index, entry) in entries.enumerated() {
      if index > 0 { desk.terminal.out("\n* * *\n") }
      desk.terminal.out(EntryText.text(entry, prompt: library.prompt(of: entry)))
    }
    try desk.end(with: reading.damage, offering: true)
  }
}
