internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside history`: the wordings of an entry, and what changed from one to the next.
struct History: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how an entry's words changed",
    discussion: "[-words-] were taken away, {+words+} were added.")

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, or last.") var id: String
  @Flag(help: "Remove every wording but the latest, for good.") var forget = false
  @Flag(help: "With --forget: do not ask first.") var yes = false
  @Flag(help: "Print every wording as JSON, oldest first.") var json = false

  func run(_ desk: Desk) throws {
    if forget { return try forgetEarlier(desk) }
    let reader = try desk.reader()
    let reading = try reader.wordings(of: id)
    if json {
      try desk.print(json: reading.found.map { EntryJSON($0) })
    } else {
      try show(reading.found, reader, desk)
    }
    try desk.end(with: reading.damage, offering: !json)
  }

  private func show(_ wordings: [Entry], _ reader: Reader, _ desk: Desk) throws {
    guard let last = wordings.last else { return }
    let latest = Set(try reader.latestWordings(of: last).map(\.description))
    for (index, wording) in wordings.enumerated() {
      if index > 0 { desk.terminal.out("\n* * *\n") }
      let when = Dates.long(wording.revised ?? wording.written)
      desk.terminal.out(wording.revised == nil ? "Written \(when)" : "Changed \(when)")
      if latest.count > 1, latest.contains(wording.revision) {
        desk.terminal.out("One of \(latest.count) wordings that stand side by side.")
      }
      let parent = wordings.first { wording.parents.contains($0.revision) }
      let shown =
        parent.map { DifferenceText.text(EntryChange.changes(from: $0, to: wording)) }
        ?? EntryText.text(wording, prompt: desk.prompt(of: wording))
      desk.terminal.out("\n\(shown)")
    }
  }

  private func forgetEarlier(_ desk: Desk) throws {
    guard yes || desk.terminal.isInteractive else {
      throw Failure.usage("forgetting cannot be undone", hints: ["--yes says that is all right"])
    }
    var reader = try desk.reader()
    let entry = try reader.show(id)
    desk.terminal.say(EntryText.line(entry))
    guard
      try yes
        || desk.terminal.confirm(
          "Remove its earlier wordings? The latest stays; the others cannot be brought back.")
          == true
    else { return desk.terminal.say("Nothing was removed.") }
    let count = try reader.forgetEarlierWordings(of: entry.id, now: desk.context.clock.now())
    desk.keep(reader)
    let words = count == 1 ? "1 earlier wording" : "\(count) earlier wordings"
    desk.terminal.say(count == 0 ? "There were no earlier wordings." : "\(words) removed.")
    if count > 0 { try desk.sayBackups(reader, holding: entry.written) }
  }
}
