internal import Age
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside recovery`: the ten words that open the journal when the passphrase is lost.
struct Recovery: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ten words that open your journal when the passphrase is lost",
    subcommands: [New.self, Check.self])
}

extension Recovery {
  /// `alongside recovery new`: makes the kit.
  struct New: ContextCommand {
    static let configuration = CommandConfiguration(abstract: "Make your recovery kit")

    @OptionGroup var global: GlobalOptions
    @Option(
      help: ArgumentHelp("Write the kit to this file.", valueName: "file"), completion: .file())
    var kit: String?
    @Flag(help: "Replacing words that are there: keep the journal's keys as they are.")
    var keepKey = false
    @Flag(help: "Replacing words that are there: do not ask first.") var yes = false

    func run(_ desk: Desk) throws {
      guard kit != nil || desk.terminal.isInteractive else {
        throw Failure.usage("it is not said where the kit should go", hints: ["--kit FILE"])
      }
      try Self.make(kit, desk, keepKey: keepKey, yes: yes)
    }

    /// Makes the kit: into a file, or onto the screen alone.
    ///
    /// - Parameter file: where to; nil asks, once the journal is open.
    static func make(
      _ file: String?, _ desk: Desk, keepKey: Bool = false, yes: Bool = false
    ) throws {
      let place = try desk.place()
      guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
      let isThere = try Glance.hasRecovery(at: place)
      guard !isThere || yes || desk.terminal.isInteractive else { throw VaultError.recoveryExists }
      if let file { try check(file) }
      var reader = try desk.reader()
      guard !reader.journal.isReadOnly else {
        throw VaultError.cannotWrite(folder: place.folder)
      }
      if isThere, !yes, try !mayReplace(desk) { return desk.terminal.say("Nothing was changed.") }
      // The passphrase was asked before this, so that nobody types it where a file's name is asked.
      let target = try file ?? askWhere(desk)
      let kit = Kit(journal: place.name)
      // Words that nobody has must never be the only way in: they are written first.
      if let target {
        try KitFile.write(kit, to: target)
      } else {
        do {
          try show(kit, desk.terminal)
        } catch {
          desk.terminal.say("Nothing was changed: these ten words open nothing.")
          throw error
        }
      }
      do {
        try desk.changing(&reader) { reader in
          try put(kit, replacing: isThere, keepKey: keepKey, &reader, desk)
        }
      } catch {
        // Words that open nothing must not lie about.
        if let target, (try? opens(kit, place, desk)) != true { OutputFile.remove(target) }
        throw error
      }
      if let target { KitFile.sayMade(target, desk.terminal) }
      if isThere {
        desk.terminal.say(
          "The words of the old kit open only copies made before; that kit can be thrown away.")
      }
      desk.terminal.say("alongside recovery check tries the words, whenever you like.", as: .hint)
    }

    /// A kit may be there from a time that was cut off before its words opened anything.
    private static func check(_ file: String) throws {
      let command = "alongside recovery check --kit \(ShellWord.quoted(file))"
      try KitFile.check(file, hintIfThere: "\(command) says whether it opens the journal")
    }

    /// Whether the words of this kit are a way in, whatever went wrong after.
    private static func opens(_ kit: Kit, _ place: JournalPlace, _ desk: Desk) throws -> Bool {
      let words = try Words.passphrase(Array(kit.words.utf8))
      _ = try OpenJournal.open(
        at: place, with: UnlockWords([(.recovery, words)]),
        now: desk.context.clock.now().utcMilliseconds)
      return true
    }

    private static func mayReplace(_ desk: Desk) throws -> Bool {
      try desk.terminal.confirm(
        "There are recovery words already. Make new ones in their place?", otherwise: false) == true
    }

    /// A first kit is one more way in; another takes the place of the one before.
    private static func put(
      _ kit: Kit, replacing: Bool, keepKey: Bool, _ reader: inout Reader, _ desk: Desk
    ) throws {
      let words = try Words.passphrase(Array(kit.words.utf8))
      let now = desk.context.clock.now()
      guard replacing else {
        return try reader.journal.addRecovery(words, now: now.utcMilliseconds, logN: desk.logN)
      }
      let change = SlotChange(.recovery, words: words, logN: desk.logN)
      if keepKey {
        try reader.replaceWords(change, now: now)
      } else {
        try reader.rekey(change, now: now)
      }
    }

    /// A file's name, or nil for the screen.
    private static func askWhere(_ desk: Desk) throws -> String? {
      let question = Question(
        "Where should the kit go?", hint: "A file name, or Enter to see it on the screen only.",
        isSkippable: false)
      while true {
        switch desk.terminal.ask(question) {
        case .words(let path):
          try check(path)
          return path
        case .nothing: return nil
        case .command(.helpNow, _): HelpNow.say(desk)
        case .command, .end, .interrupted: throw Failure(.interrupted, "no kit was made")
        }
      }
    }

    private static func show(_ kit: Kit, _ terminal: Terminal) throws {
      terminal.say("These ten words open your journal. Copy them by hand, keep them safe:")
      terminal.say("    \(kit.words)", as: .heading)
      while true {
        guard let isCopied = try terminal.confirm("Copied?", otherwise: true) else {
          throw Failure.silent(.interrupted)
        }
        if isCopied { break }
        terminal.say("Take your time. Until then these words open nothing; Ctrl-C leaves it.")
      }
      terminal.clearScreen(andScrollback: true)
    }
  }
}

extension Recovery {
  /// `alongside recovery check`: tries the kit, showing nothing of the journal.
  struct Check: ContextCommand {
    static let configuration = CommandConfiguration(
      abstract: "Try whether your kit opens the journal")

    @OptionGroup var global: GlobalOptions
    @Option(
      help: ArgumentHelp("Read the words from this kit.", valueName: "file"), completion: .file())
    var kit: String?

    func run(_ desk: Desk) throws {
      let place = try desk.place()
      guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
      guard try Glance.hasRecovery(at: place) else { throw VaultError.noRecovery }
      var words = try self.words(desk)
      defer { words.wipe() }
      guard let passphrase = words.kit else {
        throw Failure(
          .wrongPassphrase, "these are not ten words of a kit",
          hints: ["each word is three to eight small letters; check the spelling"])
      }
      let journal = try open(place, passphrase, desk)
      for notice in journal.notices { desk.say(notice) }
      desk.terminal.out("Your recovery words open this journal.")
    }

    private func open(
      _ place: JournalPlace, _ words: Passphrase, _ desk: Desk
    ) throws -> OpenJournal {
      do {
        return try OpenJournal.open(
          at: place, with: UnlockWords([(.recovery, words)]),
          now: desk.context.clock.now().utcMilliseconds, acceptingOlder: desk.options.acceptOlder)
      } catch VaultError.wrongPassphrase {
        throw Failure(
          .wrongPassphrase, "the words of this kit do not open this journal",
          hints: ["there may be a newer kit; an older one opens only copies made in its time"])
      }
    }

    private func words(_ desk: Desk) throws -> GivenWords {
      if let kit {
        var text = try PassphraseSource.file(kit, desk.terminal)
        guard let words = Kit.words(in: text) else {
          return GivenWords(text, from: "the kit \(kit)")
        }
        text.wipe()
        return GivenWords(words, from: "the kit \(kit)")
      }
      return try desk.unlockWords(asking: "The ten words of your kit:")
    }
  }
}
