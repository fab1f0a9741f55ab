internal import Age
internal import Practice
internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Vault

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
