internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside check`: passages that could point to a person.
struct Check: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for passages that could point to a person",
    discussion: """
      Health service numbers, dates of birth, telephone numbers, postcodes and e-mail addresses, \
      names after a title, words about offences, and words from a list of your own (--words). It only \
      points: every change is yours to make or leave. Fewer identifiers does not mean that nobody can \
      be recognised.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, or last.") var id: String?
  @Flag(help: "Look through every entry.") var all = false
  @Flag(help: "Change your own list of words to look for; with --json, print it.") var words = false
  @Flag(help: "With --words: empty the list.") var clear = false
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    guard [id != nil, all, words].count(where: { $0 }) == 1 else {
      throw Failure.usage(
        "say which entry, or --all", hints: ["alongside check last", "alongside check --all"])
    }
    guard words || !clear else { throw Failure.usage("--clear goes with --words") }
    let session = Unlocked(try desk.reader())
    var desk = desk
    desk.unlocked = session
    if words { return try askWords(session, desk) }
    let reading =
      try id.map { try session.reader.standing($0) }
      ?? session.reader.everything(all: true)
    let checks = try CheckScreen(desk: desk).found(in: reading.found, session.reader)
    if json {
      try desk.print(json: checks.map(EntryCheckJSON.init))
    } else if checks.isEmpty {
      desk.terminal.say(CheckScreen.nothingFound)
    } else {
      try desk.telling(reading.damage) {
        try CheckScreen(desk: desk).walk(checks, session.reader)
      }
      desk.terminal.say(
        "Some of these may be false alarms, and some things no program can see. It is your call.",
        as: .quiet)
    }
    try desk.end(with: reading.damage)
  }

  private func askWords(_ session: Unlocked, _ desk: Desk) throws {
    let old = try session.reader.ownWords()
    if json, !clear { return try desk.print(json: old) }
    guard let new = try clear ? [] : newWords(old, desk) else {
      return desk.terminal.say("The list is as it was.")
    }
    var reader = try session.reader
    try reader.keep(ownWords: new)
    session.keep(reader)
    if json { return try desk.print(json: new) }
    guard !new.isEmpty else { return desk.terminal.say("The list is empty now.") }
    desk.terminal.say(new.count == 1 ? "1 word kept, sealed." : "\(new.count) words kept, sealed.")
  }

  /// One word or phrase a line, on a terminal or from standard input; nil keeps the list.
  private func newWords(_ old: [String], _ desk: Desk) throws -> [String]? {
    guard desk.terminal.isInteractive else {
      let new = Self.lines(String(decoding: try desk.context.readInput(), as: UTF8.self))
      guard !new.isEmpty else {
        throw Failure.usage(
          "no words came on standard input; the list is as it was",
          hints: [
            "alongside check --words --json prints it",
            "alongside check --words --clear empties it",
          ])
      }
      return new
    }
    var question = Question(
      "Which words would you like to be told of?",
      help: "Names, wards, projects: one a line. The list is sealed in your journal. "
        + "alongside check --words --clear empties it.", form: .lines)
    question.standing = old.isEmpty ? nil : old.joined(separator: "\n")
    switch desk.terminal.ask(question) {
    case .words(let words): return Self.lines(words)
    case .nothing: return nil
    case .interrupted(let typed) where desk.terminal.isLeftAlone && !typed.isEmpty:
      return old + Self.lines(typed).filter { !old.contains($0) }
    case .command, .end, .interrupted: throw Failure.silent(.interrupted)
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix(while: \.isWhitespace) }
      .map(String.init).filter { !$0.isEmpty }
  }
}
