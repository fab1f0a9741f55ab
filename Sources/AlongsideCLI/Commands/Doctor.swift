internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Health
internal import Packs
internal import Practice
internal import Vault

/// `alongside doctor`: looks at the place that a journal lives in.
struct Doctor: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at the place your journal lives in",
    discussion: """
      Who can read the files, whether a program copies the folder elsewhere, whether the disk is \
      encrypted, what your editor leaves behind, kits that lie about. Needs no passphrase and changes \
      nothing.
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    let place = try desk.place()
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    let sandbox = SandboxCheck(searchPath: desk.context.searchPath) { line in
      _ = try await OutsideCommand.output(of: line)
    }
    let notes =
      try checks(of: place, desk).notes() + Waiting.result(of: { await sandbox.notes() })
    if json { return try desk.print(json: notes.map(HealthNoteJSON.init)) }
    for note in notes { say(note, desk.terminal) }
    desk.terminal.say(
      "alongside verify looks inside the journal; that needs your passphrase.", as: .hint)
  }

  private func checks(of place: JournalPlace, _ desk: Desk) throws -> HealthChecks {
    let home = try desk.homePath()
    var health = HealthChecks(
      folder: place.folder, home: home, editor: EditorChoice.lookup(desk.context),
      searchPath: desk.context.searchPath, today: desk.context.clock.now().day, machine: .this())
    health.personHome = desk.context.variable("HOME")
    health.current = desk.context.folder("PWD")
    health.memory = desk.context.memory
    health.passphraseFile = desk.options.passphraseFile
    health.signposts = desk.home.library().shelf.signposts + desk.home.programShelf().signposts
    health.unreadableSettings = Settings.look(in: home) == .unusable ? Settings.path(in: home) : nil
    return health
  }

  private func say(_ note: HealthNote, _ terminal: Terminal) {
    let words = note.fact.told.words
    terminal.out("\(note.level.words): \(words.what)")
    if let next = words.next { terminal.out("  \(next)") }
  }
}

extension HealthNote.Level {
  fileprivate var words: String {
    switch self {
    case .good: "Good"
    case .worthKnowing: "Worth knowing"
    case .worthDoing: "Worth doing"
    }
  }

  /// A name for scripts, which is kept.
  fileprivate var name: String {
    switch self {
    case .good: "good"
    case .worthKnowing: "worth-knowing"
    case .worthDoing: "worth-doing"
    }
  }
}

/// A note as `--json` prints it.
private struct HealthNoteJSON: Encodable {
  let level: String
  let topic: String
  let what: String
  let next: String?

  init(_ note: HealthNote) {
    let (topic, words) = note.fact.told
    (level, self.topic, what, next) = (note.level.name, topic, words.what, words.next)
  }
}
