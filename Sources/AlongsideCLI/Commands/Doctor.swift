internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
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
    let path = desk.context.variable("PATH") ?? "/usr/bin:/bin"
    let health = Health(
      folder: place.folder, home: try desk.homePath(), personHome: desk.context.variable("HOME"),
      current: desk.context.folder("PWD"),
      editor: desk.context.variable("VISUAL") ?? desk.context.variable("EDITOR"),
      searchPath: path, memory: desk.context.memory, passphraseFile: desk.options.passphraseFile,
      signposts: desk.home.library().shelf.signposts + desk.home.programShelf().signposts,
      today: desk.context.clock.now().day, machine: .this())
    let sandbox = SandboxCheck(searchPath: path)
    let notes = health.notes() + (try Waiting.result(of: { await sandbox.notes() }))
    if json { return try desk.print(json: notes.map(HealthNoteJSON.init)) }
    for note in notes { say(note, desk.terminal) }
    desk.terminal.say(
      "alongside verify looks inside the journal; that needs your passphrase.", as: .hint)
  }

  private func say(_ note: HealthNote, _ terminal: Terminal) {
    terminal.out("\(note.level.words): \(note.what)")
    if let next = note.next { terminal.out("  \(next)") }
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
}

/// A note as `--json` prints it.
private struct HealthNoteJSON: Encodable {
  let level: String
  let topic: String
  let what: String
  let next: String?

  init(_ note: HealthNote) {
    level = note.level.rawValue
    topic = note.topic
    what = note.what
    next = note.next
  }
}
