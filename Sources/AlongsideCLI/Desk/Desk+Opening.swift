internal import AlongsideRuntime
internal import Console
internal import Vault

extension Desk {
  /// Opens the journal and says what there is to say about it.
  ///
  /// - Parameter takingIn: false reads waiting pages where they lie, and adds nothing.
  func reader(takingIn: Bool = true) throws -> Reader {
    let place = try place()
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    if let unlocked {
      let reader = try unlocked.present(takingIn: takingIn)
      return keep(reader)
    }
    if let words = try givenWords() {
      return try reader(at: place, words: words, takingIn: takingIn)
    }
    for _ in 1..<Self.tries {
      do {
        return try reader(
          at: place, words: try unlockWords(asking: "Your passphrase:"), takingIn: takingIn)
      } catch VaultError.wrongPassphrase {
        terminal.say("These words do not open it. Take your time, and try once more.")
      }
    }
    return try reader(
      at: place, words: try unlockWords(asking: "Your passphrase:"), takingIn: takingIn)
  }

  /// Says what arose in a journal since it was opened, and remembers it where a session holds it open.
  @discardableResult
  func keep(_ reader: Reader) -> Reader {
    var reader = reader
    sayOnce(reader.news())
    unlocked?.keep(reader)
    return reader
  }

  /// Runs what changes a journal, and keeps the journal however that ends: what arose on the way is said
  /// in any case.
  func changing(_ reader: inout Reader, _ work: (inout Reader) throws -> Void) throws {
    defer { reader = keep(reader) }
    try work(&reader)
  }

  /// How often a person is asked before the command ends.
  static let tries = 3

  /// Opens the journal with these words.
  func reader(with words: GivenWords) throws -> Reader {
    try reader(at: place(), words: words, takingIn: true)
  }

  private func reader(
    at place: JournalPlace, words: GivenWords, takingIn: Bool
  ) throws -> Reader {
    var words = words
    defer { words.wipe() }
    var reader = try Reader(
      at: place, with: try words.unlocking, clock: context.clock,
      acceptingOlder: options.acceptOlder, takingIn: takingIn)
    say(&reader)
    return reader
  }

  /// The words that open the journal: from one of the flags, or asked.
  ///
  /// - Throws: `Failure` with 64 when there is nobody to ask, naming the flags.
  func unlockWords(asking question: String) throws -> GivenWords {
    if let words = try givenWords() { return words }
    guard terminal.isInteractive else {
      throw Failure.noPassphrase
    }
    return GivenWords(typed: try askSecret(question))
  }

  /// Asks for words that are not shown.
  func askSecret(_ question: String) throws -> [UInt8] {
    switch terminal.askSecret(question) {
    case .secret(let words):
      guard words.isEmpty else { return words }
      throw Failure(.wrongPassphrase, "no words were typed; the journal stays closed")
    case .end, .interrupted: throw Failure.silent(.interrupted)
    }
  }

  /// Whether the journal is open already, or a flag says how to open it: nobody has to be asked.
  var canOpenUnasked: Bool {
    unlocked != nil || options.passphraseFile != nil || options.passphraseCommand != nil
      || options.passphraseFd != nil
  }

  /// The words that a flag gives, or nil without such a flag.
  func givenWords() throws -> GivenWords? {
    let given = [
      options.passphraseFile != nil, options.passphraseFd != nil,
      options.passphraseCommand != nil,
    ]
    guard given.count(where: { $0 }) <= 1 else {
      throw Failure.usage(
        "the passphrase was given in more than one way", hints: ["leave all but one"])
    }
    if let path = options.passphraseFile { return try PassphraseSource.words(in: path, terminal) }
    if let number = options.passphraseFd {
      return try PassphraseSource.descriptor(number, terminal)
    }
    if let command = options.passphraseCommand {
      return try PassphraseSource.command(command, terminal)
    }
    return nil
  }

  private func say(_ reader: inout Reader) {
    sayOnce(reader.news())
    if let why = reader.whyNotTakenIn {
      terminal.say(
        "New pages could not be taken in (\(why.words)); they are safe, and are read where they are.",
        as: .warning)
    }
    if reader.takenIn > 0 {
      let pages = reader.takenIn == 1 ? "1 page was" : "\(reader.takenIn) pages were"
      terminal.say("\(pages) written while this was closed.", as: .quiet)
    }
  }

  /// Several damaged copies are one piece of news.
  private func sayOnce(_ notices: [Notice]) {
    var isSaid = false
    for notice in notices {
      if case .copyDamaged = notice {
        if isSaid { continue }
        isSaid = true
      }
      say(notice)
    }
  }

  /// What this machine remembers of a journal is in a file that cannot be read.
  static func unread(_ path: String, _ reason: String) -> String {
    "What this machine remembers of the journal cannot be read (\(path): \(reason))."
  }

  func say(_ notice: Notice) {
    switch notice {
    case .firstTimeHere:
      terminal.say(
        "First time here: this machine has nothing to compare this journal with.", as: .quiet)
    case .notCompared(let path, let reason):
      terminal.say(
        Self.unread(path, reason)
          + " An older copy in the journal's place would not be noticed this time.", as: .warning)
    case .notRemoved(let path, let reason):
      terminal.say(
        "The page in \(path) is in the journal, and its file cannot be removed (\(reason)). It adds "
          + "nothing a second time; the next opening tries again.", as: .warning)
    case .captureMended(let since):
      let when = since.map { " since \(Dates.text(milliseconds: $0))" } ?? ""
      terminal.say(
        "The file that says who can read new pages had been changed, and is mended. "
          + "Pages written\(when) may have gone to someone else.", as: .warning)
    case .readOnly:
      terminal.say(
        "This folder cannot be written: you can read, and nothing is changed here.", as: .quiet)
    case .olderAccepted:
      terminal.say("Going on with the older journal, and it is noted that you did.", as: .warning)
    case .copyDamaged(_, let isMended):
      terminal.say(
        isMended
          ? "One of two copies of something important was damaged; it is mended from the other. "
            + "If this comes again, the disk may be failing: keep a copy elsewhere."
          : "One of two copies of something important is damaged; the other one is whole and is used. "
            + "It could not be mended here: make a backup soon.", as: .warning)
    case .aside(let files): say(aside: files)
    case .unopened(let files): say(unopened: files)
    }
  }

  /// Runs `work` with the words that a flag gives, or asks for them up to three times.
  func unlocking<T>(_ work: (UnlockWords) throws -> T) throws -> T {
    if var words = try givenWords() {
      defer { words.wipe() }
      return try work(words.unlocking)
    }
    for attempt in 1... {
      var words = try unlockWords(asking: "Your passphrase:")
      defer { words.wipe() }
      do {
        return try work(words.unlocking)
      } catch let error as VaultError where error.isWrongWords && attempt < Self.tries {
        terminal.say("These words do not open it. Take your time, and try once more.")
      }
    }
    throw VaultError.wrongPassphrase
  }

  /// The journal as it is now.
  func fresh(_ reader: Reader) throws -> Reader {
    var reader = reader
    try reader.catchUp()
    return reader
  }
}
