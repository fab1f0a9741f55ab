internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside list`: what was written, newest first.
struct List: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what you wrote, newest first",
    discussion: "On a terminal, twenty at a time; Enter shows earlier ones.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var filter: FilterOptions
  @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit: Int?
  @Option(help: ArgumentHelp("Pass over so many of the newest.", valueName: "n")) var skip = 0
  @Flag(help: "Print as JSON.") var json = false

  /// How many lines a person is shown before they are asked.
  private static let pageCount = 20

  func run(_ desk: Desk) throws {
    for (number, flag) in [(limit ?? 0, "--limit"), (skip, "--skip")] where number < 0 {
      throw Failure.usage("\(flag) takes a number from 0 up")
    }
    let filter = try filter.filter()
    let reading = try desk.reader().list(filter, skip: skip, limit: limit)
    if json {
      try desk.print(json: reading.found.map { EntryJSON($0, isCard: true) })
    } else {
      try desk.telling(reading.damage) { try show(reading.found, desk) }
      if reading.found.isEmpty, reading.damage.isEmpty, desk.terminal.isInteractive {
        desk.terminal.say(self.filter.isEmpty ? "Nothing here yet." : "Nothing found.", as: .quiet)
      }
    }
    try desk.end(with: reading.damage)
  }

  /// All of it, or on a terminal a page at a time.
  private func show(_ entries: [Entry], _ desk: Desk) throws {
    let isPaged = desk.terminal.isInteractive && limit == nil
    for (index, entry) in entries.enumerated() {
      if isPaged, index > 0, index.isMultiple(of: Self.pageCount),
        try !desk.wantsMore(shown: index, of: entries.count)
      {
        return
      }
      desk.terminal.out(EntryText.line(entry))
    }
  }
}
