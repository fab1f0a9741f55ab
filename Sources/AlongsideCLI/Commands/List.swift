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
      do {
        try show(reading.found, desk)
      } catch is Interruption {
        desk.tell(reading.damage)
        throw Interruption()
      }
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

extension Desk {
  /// Asks whether to go on with a long list.
  func wantsMore(shown: Int, of count: Int) throws -> Bool {
    try terminal.confirm(
      "\(shown) of \(count). Earlier ones?", yes: "more", no: "stop", otherwise: true) == true
  }

  /// Names what could not be read.
  func tell(_ damage: [Damage]) {
    guard !damage.isEmpty else { return }
    for damage in damage { terminal.say("alongside: \(damage.words)", as: .warning) }
    terminal.say("hint: alongside verify looks at everything", as: .hint)
  }

  /// Names what could not be read, after everything that could.
  func end(with damage: [Damage]) throws {
    guard !damage.isEmpty else { return }
    tell(damage)
    throw Failure.silent(.damaged)
  }
}
