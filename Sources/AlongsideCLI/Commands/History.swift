internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside history`: the wordings of an entry, and what changed from one to the next.
struct History: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show how an entry's words changed",
    discussion: """
      [-words-] were taken away, {+words+} were added. --restore brings one of the earlier wordings \
      back: as a new one, so that the others stay as well.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, or last.") var id: String
  @Option(
    help: ArgumentHelp("Bring the wording with this number back.", valueName: "number"))
  var restore: Int?
  @Flag(help: "Remove every wording but the latest, for good.") var forget = false
  @Flag(help: "With --forget: do not ask first.") var yes = false
  @Flag(help: "Print every wording as JSON, oldest first; with --restore the entry.")
  var json = false

  func run(_ desk: Desk) throws {
    if let restore { return try bringBack(restore, desk) }
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
      desk.terminal.out("\(index + 1). \(wording.revised == nil ? "Written" : "Changed") \(when)")
      if latest.count > 1, latest.contains(wording.revision) {
        desk.terminal.out("One of \(latest.count) wordings that stand side by side.")
      }
      let parent = wordings.first { wording.parents.contains($0.revision) }
      let shown =
        parent.map { DifferenceText.text(EntryChange.changes(from: $0, to: wording)) }
        ?? EntryText.text(wording, prompt: desk.home.library().prompt(of: wording))
      desk.terminal.out("\n\(shown)")
    }
  }

  private func bringBack(_ number: Int, _ desk: Desk) throws {
    guard !forget else { throw Failure.usage("--restore and --forget do not go together") }
    var reader = try desk.reader()
    let old = try reader.show(id)
    let standing = try reader.standing(old.id).found
    let brought = try reader.bringBack(number, of: old.id, now: desk.context.clock.now())
    desk.keep(reader)
    if json {
      try desk.print(json: EntryJSON(brought.found ?? old))
    } else if let entry = brought.found {
      let changes = standing.map { EntryChange.changes(from: $0, to: entry) }
      desk.terminal.out(
        changes.filter { !$0.isEmpty }.map(DifferenceText.text).joined(separator: "\n\n* * *\n\n"))
    }
    desk.terminal.say(Self.words(isChanged: brought.found != nil, sides: standing.count))
    try desk.end(with: brought.damage)
  }

  private static func words(isChanged: Bool, sides: Int) -> String {
    guard isChanged else { return "Nothing was changed: the entry has these words already." }
    return sides > 1
      ? "The wording is back, and kept as the newest. It takes the place of the \(sides) that stood "
        + "side by side; they stay in its history."
      : "The wording is back, and kept as the newest. The others stay in its history."
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
