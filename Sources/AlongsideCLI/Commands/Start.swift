internal import Practice
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Vault

/// `alongside init`: makes a journal.
struct Start: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make your journal",
    discussion: """
      Asks for a passphrase, or makes one of six easy words. Writing never needs it; reading does. \
      Nobody can make it again for you, so a kit with ten recovery words can be made beside it.
      """,
    aliases: ["start"])

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "Write the recovery kit to this file; none for later.", valueName: "file|none"),
    completion: .file())
  var kit: String?

  func run(_ desk: Desk) throws {
    try Self.make(desk, kit: kit)
    desk.terminal.say("Next: alongside reflect", as: .hint)
  }

  /// Makes the journal, asking for what no flag gave.
  static func make(_ desk: Desk, kit: String? = nil) throws {
    let place = try desk.place()
    guard !place.exists else { throw VaultError.alreadyThere(folder: place.folder) }
    let kitFile = kit.flatMap { $0 == "none" ? nil : $0 }
    if let kitFile { try OutputFile.check(kitFile) }
    var words = try desk.givenWords() ?? ask(desk)
    defer { words.wipe() }
    let recovery = kitFile.map { _ in Kit(journal: place.name) }
    // The kit is written first: words that nobody has must never be the only way in.
    if let recovery, let kitFile { try KitFile.write(recovery, to: kitFile) }
    desk.terminal.say("Making your journal. This takes a moment.", as: .quiet)
    do {
      try NewJournal.make(
        at: place, passphrase: Words.passphrase(words),
        recovery: try recovery.map { try Words.passphrase(Array($0.words.utf8)) },
        now: desk.context.clock.now().utcMilliseconds, logN: desk.logN)
    } catch {
      // Words that open nothing must not lie about.
      if let kitFile { OutputFile.remove(kitFile) }
      throw error
    }
    try desk.sayWhich(place)
    desk.terminal.say("Your journal is made. It lies in \(place.folder).")
    if let kitFile { KitFile.sayMade(kitFile, desk.terminal) }
  }

  private static func ask(_ desk: Desk) throws -> [UInt8] {
    let terminal = desk.terminal
    guard terminal.isInteractive else {
      throw Failure.noPassphrase
    }
    terminal.say(
      "A passphrase opens your journal for reading. Writing never needs it. Type one of your own, "
        + "or press Enter to have six easy words made for you.")
    switch terminal.askSecret("New passphrase:") {
    case .end, .interrupted: throw notMade
    case .secret(let words): return words.isEmpty ? try made(terminal) : try own(words, terminal)
    }
  }

  private static let notMade = Failure(
    .interrupted, "no journal was made", hints: ["alongside init, whenever you like"])

  /// Words of the person's own, typed twice.
  private static func own(_ first: [UInt8], _ terminal: Terminal) throws -> [UInt8] {
    var words = first
    while true {
      guard words.count >= 8 else {
        terminal.say(
          "That is easy to guess. Eight letters or more, please; several words are best.")
        words = try typed("New passphrase:", terminal)
        continue
      }
      if try typed("Once more:", terminal) == words { return words }
      terminal.say("Those two were not the same. Let us begin again.")
      words = try typed("New passphrase:", terminal)
    }
  }

  /// Words made for the person, typed once so that they are surely written down.
  private static func made(_ terminal: Terminal) throws -> [UInt8] {
    let words = Words.generate(Words.passphraseCount)
    terminal.say("Your passphrase is these six words. Please write them down:")
    terminal.say("    \(words)", as: .heading)
    let right = Array(words.utf8)
    while try Words.listed(typed("Type them here once:", terminal), count: Words.passphraseCount)
      != right
    {
      terminal.say("Not quite. The words are: \(words)")
    }
    terminal.clearScreen(andScrollback: true)
    return right
  }

  private static func typed(_ question: String, _ terminal: Terminal) throws -> [UInt8] {
    switch terminal.askSecret(question) {
    case .secret(let words): return words
    case .end, .interrupted: throw notMade
    }
  }
}
