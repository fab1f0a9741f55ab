internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside list`: what was written, newest first.
struct List: ContextCommand {
  static let configuration = CommandConfiguration(abstract: "List what you wrote, newest first")

  @OptionGroup var global: GlobalOptions
  @Option(help: ArgumentHelp("At most so many.", valueName: "n")) var limit: Int?
  @Option(help: ArgumentHelp("Not before this day.", valueName: "yyyy-mm-dd")) var since: String?
  @Option(help: ArgumentHelp("Not after this day.", valueName: "yyyy-mm-dd")) var until: String?
  @Option(help: "Only with this tag.") var tag: String?
  @Option(help: "Only answers to this prompt.", completion: .custom(promptNames))
  var prompt: String?
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    if let limit, limit < 0 { throw Failure.usage("--limit takes a number from 0 up") }
    let filter = Reader.Filter(
      limit: limit, since: try day(since, "--since"), until: try day(until, "--until"), tag: tag,
      prompt: prompt)
    let reading = try desk.reader().list(filter)
    if json {
      try desk.print(json: reading.found.map { EntryJSON($0, isCard: true) })
    } else {
      for entry in reading.found { desk.terminal.out(EntryText.line(entry)) }
      if reading.found.isEmpty, reading.damage.isEmpty, desk.terminal.isInteractive {
        desk.terminal.say("Nothing here yet.", as: .quiet)
      }
    }
    try desk.end(with: reading.damage)
  }

  private func day(_ text: String?, _ flag: String) throws -> Day? {
    guard let text else { return nil }
    guard let day = Day(text) else {
      throw Failure.usage("\(flag) takes a day such as 2026-03-31, not \"\(text)\"")
    }
    return day
  }
}

extension Desk {
  /// Names what could not be read, after everything that could.
  func end(with damage: [Damage]) throws {
    guard !damage.isEmpty else { return }
    for damage in damage { terminal.say("alongside: \(damage.words)", as: .warning) }
    terminal.say("hint: alongside verify looks at everything", as: .hint)
    throw Failure.silent(.damaged)
  }
}
