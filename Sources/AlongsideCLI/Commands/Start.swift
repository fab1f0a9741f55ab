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
    try ChosenNation.offer(desk)
    desk.terminal.say("Next: alongside reflect", as: .hint)
  }

  /// Makes the journal, asking for what no flag gave.
  static func make(_ desk: Desk, kit: String? = nil) throws {
    let place = try desk.place()
    guard !place.isGutted else { throw VaultError.noJournal(folder: place.folder) }
    guard !place.exists else { throw VaultError.alreadyThere(folder: place.folder) }
    let kitFile = kit.flatMap { $0 == "none" ? nil : $0 }
    if let kitFile { try check(kitFile) }
    var words = try desk.givenWords()?.settable(desk.terminal) ?? Self.words(desk)
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

  /// A kit may be there from an `init` that was cut off: no journal of this name exists yet.
  private static func check(_ kit: String) throws {
    try KitFile.check(
      kit,
      hintIfThere: "if it is the kit of an init that was cut off, its words open nothing: delete it"
    )
  }

  private static func words(_ desk: Desk) throws -> [UInt8] {
    guard desk.terminal.isInteractive else { throw Failure.noPassphrase }
    desk.terminal.say(
      "A passphrase opens your journal for reading. Writing never needs it. Type one of your own, "
        + "or press Enter to have six easy words made for you.")
    return try NewPassphrase(
      terminal: desk.terminal,
      leaving: Failure(
        .interrupted, "no journal was made", hints: ["alongside init, whenever you like"])
    ).ask()
  }
}
