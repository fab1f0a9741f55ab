internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside revise`: new words for an entry; the earlier ones stay in its history.
struct Revise: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give an entry new words",
    discussion: """
      The earlier wording stays in the entry's history. Without a terminal, a page takes its new \
      words from standard input, and a reflection its answers from --answers. A title and tags \
      that the new words do not name stay.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "An id, the beginning of one, or last.") var id: String
  @Option(
    help: ArgumentHelp(
      "Take the answers from a YAML file, or - for standard input.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var answers: String?
  @Flag(help: "Write in your own editor.") var editor = false

  func run(_ desk: Desk) throws {
    if answers == nil, desk.terminal.isInteractive { return try onTerminal(desk) }
    // Read before the journal is opened: words that cannot be read change nothing.
    let bytes = try given(desk)
    let keeper = Revising(try desk.reader(), clock: desk.context.clock)
    let changed: Entry?
    if let answers {
      let library = desk.home.library()
      let kept = try keeper.keep(
        answers: bytes, of: id, library: library,
        file: answers == "-" ? "standard input" : answers)
      desk.sayIgnored(kept.ignored)
      changed = kept.entry
    } else {
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Failure(.badInput, "these words are not text in UTF-8; nothing was changed")
      }
      changed = try keeper.keep(text: text, of: id)
    }
    desk.keep(keeper.reader)
    desk.terminal.say(changed == nil ? "Nothing was changed." : "The new wording is kept.")
    desk.terminal.out(try keeper.reader.show(id).id)
  }

  private func given(_ desk: Desk) throws -> [UInt8] {
    guard let answers, answers != "-" else { return try desk.context.readInput() }
    return try InputFile.read(answers)
  }

  private func onTerminal(_ desk: Desk) throws {
    _ = try Self.begin(id, try desk.reader(), desk, opensEditor: editor)
  }

  /// Lays an entry open for new words on the terminal.
  static func begin(
    _ id: String, _ reader: Reader, _ desk: Desk, opensEditor: Bool = false,
    isWithin: Bool = false
  ) throws -> Revising {
    let entry = try reader.show(id)
    let revision = EntryRevision(entry, library: desk.home.library())
    let writing = Writing(try desk.closed(), clock: desk.context.clock)
    if try reader.latestWordings(of: entry).count > 1 {
      desk.terminal.say(
        "This entry was changed in two places. What you keep now takes the place of both; both "
          + "stay in its history.", as: .hint)
    }
    let keeper = Revising(reader, clock: desk.context.clock)
    let reflection = try Reflection(
      revising: revision, keeper: keeper, writing: writing, clock: desk.context.clock)
    // A page is one question: there is nothing to choose from before it.
    if entry.answers.isEmpty { reflection.interview.back() }
    try RevisionSitting(
      desk: desk, keeper: keeper, revision: revision, isWithin: isWithin
    ).run(
      reflection, opensEditor: opensEditor)
    return keeper
  }
}
