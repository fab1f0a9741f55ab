internal import AlongsideRuntime
internal import Console
internal import Packs
internal import Practice
internal import Vault

/// Ends a reading command: names what could not be read, and offers to clear the screen.
extension Desk {
  /// Names what could not be read.
  func tell(_ damage: [Damage]) {
    guard !damage.isEmpty else { return }
    for damage in damage { terminal.say("alongside: \(damage.words)", as: .warning) }
    terminal.say("hint: alongside verify looks at everything", as: .hint)
  }

  /// Runs what asks a person; where they end it with Ctrl-C, what could not be read is named all the
  /// same.
  func telling(_ damage: [Damage], _ work: () throws -> Void) throws {
    do {
      try work()
    } catch is Interruption {
      tell(damage)
      throw Interruption()
    }
  }

  /// Names what could not be read, after everything that could, and then offers to clear the screen.
  ///
  /// - Throws: `Failure` with 13 where something could not be read; `Interruption`.
  func end(with damage: [Damage], offering: Bool = false) throws {
    tell(damage)
    if offering { try offerToClear() }
    if !damage.isEmpty { throw Failure.silent(.damaged) }
  }

  /// On a terminal that can: wipes what was just on it, if the person likes.
  ///
  /// Not in an open journal, where the word `clear` does it at any time, and not where what was read
  /// went into a file or another program.
  func offerToClear() throws {
    guard unlocked == nil, terminal.isInteractive, terminal.dataIsTerminal, terminal.canClear else {
      return
    }
    if try terminal.confirm("Clear the screen?", otherwise: false) == true {
      terminal.clearScreen(andScrollback: true)
    }
  }

  /// Asks whether to go on with a long list; a file or another program gets all of it.
  func wantsMore(shown: Int, of count: Int) throws -> Bool {
    guard terminal.dataIsTerminal else { return true }
    return try terminal.confirm(
      "\(shown) of \(count). Earlier ones?", yes: "more", no: "stop", otherwise: true) == true
  }
}

// MARK: What is said beside the work

extension Desk {
  /// Says how much of what is shown is not in the language that was asked for.
  ///
  /// - Parameter prompt: the one that is shown; nil for all.
  func sayLanguage(of library: Library, for prompt: String? = nil, named locale: String? = nil) {
    let composition = library.composition
    if let locale, composition.translations.isEmpty, !library.isWritten(in: locale) {
      terminal.say(
        "No pack here has its words in \"\(locale)\"; they are shown as they were written.",
        as: .warning)
    }
    for (pack, translation) in composition.translations.sorted(by: { $0.key < $1.key }) {
      let parts = prompt?.split(separator: "/").map(String.init)
      guard parts == nil || parts?.first == pack else { continue }
      if let note = translation.note(below: parts.map { "prompts/\($0.last ?? "")/" }) {
        terminal.say(parts == nil ? "\(pack): \(note)" : note, as: .quiet)
      }
    }
  }

  /// Names answers that were given to questions that are not asked.
  func sayIgnored(_ ignored: [IgnoredAnswer]) {
    for answer in ignored {
      terminal.say(
        "The answer to \"\(answer.step)\" was left out: with these answers it is not asked.",
        as: .warning)
    }
  }

  /// Names the steps that asked for a yes and got none.
  func say(unagreed steps: [String]) {
    for step in steps {
      terminal.say("Nothing was agreed at \"\(step)\": it was skipped.", as: .quiet)
    }
  }

  /// Names what was just moved to `inbox/aside`.
  func say(aside files: [Unopened]) {
    let (damaged, strange) = (files.filter(\.mayBeOurs), files.filter { !$0.mayBeOurs })
    say(strange, below: "These files are no pages of this journal and were put aside:")
    say(damaged, below: "These pages are damaged and were put aside, in inbox/aside:")
  }

  /// Names what did not open and stays where it is.
  func say(unopened files: [Unopened]) {
    guard !files.isEmpty else { return }
    terminal.say("These files did not open; they stay where they are:", as: .warning)
    for file in files { terminal.say("- \(file.words)", as: .warning) }
  }

  private func say(_ files: [Unopened], below heading: String) {
    guard !files.isEmpty else { return }
    terminal.say(heading, as: .warning)
    for file in files { terminal.say("- \(file.name): \(file.reason.words)", as: .warning) }
  }

  /// Notes in the journal that a backup was made; where that fails, the backup is good all the same.
  func note(backup path: String, isUnattended: Bool, _ reader: inout Reader) throws {
    guard !reader.journal.isReadOnly else { return }
    let now = context.clock.now()
    let note = BackupNote(
      id: ItemID.fresh().description, path: path, made: now.iso8601, isUnattended: isUnattended)
    do {
      try reader.keep(note)
      keep(reader)
    } catch {
      terminal.say("The backup is whole, but it could not be noted in the journal.", as: .warning)
    }
  }

  /// Names the folders that `restore` moved out of the way.
  func sayPutBy(at place: JournalPlace) {
    let folders = Glance.putByFolders(at: place)
    guard !folders.isEmpty else { return }
    terminal.say(
      "A restore moved a folder out of the way. Pages in it may hold what was erased since; delete it "
        + "when you are content:")
    for path in folders { terminal.say("- \(path)") }
  }

  /// Names the backups that may still hold what was just removed.
  ///
  /// - Parameter written: when it was written: what was made before cannot hold it.
  func sayBackups(_ reader: Reader, holding written: Moment? = nil) throws {
    if reader.journal.hasRemains {
      terminal.say(
        "Sealed remains may still be in the journal's folder: its file could not be put together again, or "
          + "what a cut-off change of keys left could not be removed. Opening the journal again does it, as "
          + "soon as that can be done.", as: .warning)
    }
    let damaged = Glance.damagedFiles(at: reader.journal.place)
    if !damaged.isEmpty {
      terminal.say("It may still be in what salvage put by; delete these when you are content:")
      for path in damaged { terminal.say("- \(path)") }
    }
    sayPutBy(at: reader.journal.place)
    let backups = try reader.backups().filter { backup in
      guard let written, let made = Moment(iso8601: backup.made) else { return true }
      return made.utcMilliseconds >= written.utcMilliseconds
    }
    guard !backups.isEmpty else { return }
    terminal.say("It may still be in these backups, made before:")
    for backup in backups { terminal.say("- \(BackupText.line(backup))") }
    terminal.say(
      "Deleting them is yours to do; a new backup no longer has it. Restored into this journal, it "
        + "stays away.", as: .quiet)
  }
}
