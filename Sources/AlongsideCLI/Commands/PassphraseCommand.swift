internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Vault

/// `alongside passphrase`: new words for the journal.
struct PassphraseCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change your passphrase",
    discussion: """
      The journal's keys change with it, so that the old words open only copies made before. With \
      --keep-key they stay: quicker for a very long journal, but then whoever knows the old words and \
      has an old copy can open what you write from now on as well.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp("Read the new passphrase from this file.", valueName: "path"),
    completion: .file())
  var newPassphraseFile: String?
  @Flag(help: "Keep the journal's keys as they are.") var keepKey = false

  func run(_ desk: Desk) throws {
    guard newPassphraseFile != nil || desk.terminal.isInteractive else {
      throw Failure.usage(
        "it is not said what the new passphrase is", hints: ["--new-passphrase-file PATH"])
    }
    var reader = try desk.reader()
    guard !reader.journal.isReadOnly else {
      throw VaultError.cannotWrite(folder: reader.journal.place.folder)
    }
    var words = try newWords(desk)
    defer { words.wipe() }
    let change = SlotChange(.passphrase, words: try Words.passphrase(words), logN: desk.logN)
    let now = desk.context.clock.now()
    desk.terminal.say("Changing the locks. This takes a moment.", as: .quiet)
    try desk.changing(&reader) { reader in
      if keepKey {
        try reader.replaceWords(change, now: now)
      } else {
        try reader.rekey(change, now: now)
      }
    }
    desk.terminal.say("Your passphrase is changed.")
    desk.terminal.say(
      "Backups and copies made before still open with the old one. A new backup opens with the new "
        + "one: alongside backup FILE", as: .hint)
    if keepKey {
      desk.terminal.say(
        "The keys are the old ones: an old copy and the old words could still open what is new.",
        as: .warning)
    }
  }

  private func newWords(_ desk: Desk) throws -> [UInt8] {
    if let path = newPassphraseFile {
      return try PassphraseSource.words(in: path, desk.terminal).settable(desk.terminal)
    }
    desk.terminal.say("Type the new one, or press Enter to have six easy words made for you.")
    return try NewPassphrase(
      terminal: desk.terminal,
      leaving: Failure(.interrupted, "the passphrase is as it was")
    ).ask()
  }
}

/// `alongside rekey`: new keys for the journal, the same words.
struct Rekey: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give the journal new keys",
    discussion: """
      Everything is sealed anew. Your passphrase and recovery words stay the same. Worth doing when \
      a copy of the journal may have come into other hands together with its keys.
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Do not ask first.") var yes = false

  func run(_ desk: Desk) throws {
    guard yes || desk.terminal.isInteractive else {
      throw Failure.usage("this seals the whole journal anew", hints: ["--yes says go on"])
    }
    var reader = try desk.reader()
    guard
      try yes
        || desk.terminal.confirm("Seal the whole journal under new keys?", otherwise: true) == true
    else { return desk.terminal.say("Nothing was changed.") }
    try desk.changing(&reader) { try $0.rekey(now: desk.context.clock.now()) }
    desk.terminal.say("Everything is sealed under new keys. Your words open it as before.")
  }
}
