internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside restore`: brings a backup back.
struct Restore: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring a backup back",
    discussion: """
      Makes a journal of the backup where there is none; --journal NAME gives it a name of its own. \
      With --merge, what is in the backup and not in your journal is added to it.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The backup.", completion: .file()) var file: String
  @Flag(help: "Add it to the journal that is here.") var merge = false
  @Flag(help: "Open every item and count; change nothing. With --merge: what it would add.")
  var dryRun = false
  @Flag(help: "With --dry-run: print as JSON.") var json = false

  func run(_ desk: Desk) throws {
    guard dryRun || !json else { throw Failure.usage("--json goes with --dry-run") }
    let restoring = try Restoring(desk.wholePath(file))
    if dryRun, !merge { return try Verify.say(restoring, json: json, desk) }
    let place = try desk.place()
    if merge { return try join(restoring, desk) }
    guard !place.exists else {
      throw Failure(
        .failed, "there is a journal in \(place.folder) already; nothing was changed",
        hints: [
          "beside it: alongside restore \(file) --journal NAME",
          "into it: alongside restore \(file) --merge",
        ])
    }
    let outcome = try desk.unlocking { words in
      try restoring.restore(to: place, words, clock: desk.context.clock)
    }
    say(outcome, place, desk)
  }

  private func say(_ outcome: Restoring.Outcome, _ place: JournalPlace, _ desk: Desk) {
    let entries = outcome.entries == 1 ? "1 entry is" : "\(outcome.entries) entries are"
    desk.terminal.say("\(entries) back, every one opened and sealed anew. The journal lies in")
    desk.terminal.out(place.folder)
    let which = ((try? desk.journalNames().count) ?? 1) > 1 ? " --journal \(place.name)" : ""
    if outcome.drafts > 0 {
      let drafts = outcome.drafts == 1 ? "1 reflection" : "\(outcome.drafts) reflections"
      desk.terminal.say(
        "\(drafts) that you had put aside came along: alongside reflect --resume\(which)")
    }
    desk.terminal.say(
      outcome.knowsErased
        ? "If you erased something after this backup was made, it is back; what you erased before is not."
        : "This backup does not say what you had erased, so something erased may be back in it.",
      as: .quiet)
    for kind in outcome.missing {
      desk.terminal.say(
        kind == .recovery
          ? "The file with your kit's key was not beside it, so the kit does not open this journal. "
            + "Make a new one: alongside recovery new"
          : "The file with your passphrase's key was not beside it, so only the kit opens this "
            + "journal. Choose a new passphrase: alongside passphrase", as: .warning)
    }
    desk.terminal.say(
      "It opens with the words that opened it when the backup was made.", as: .quiet)
    desk.sayPutBy(at: place)
  }

  private func join(_ restoring: Restoring, _ desk: Desk) throws {
    let place = try desk.place()
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    var words = try desk.unlockWords(asking: "Your passphrase:")
    defer { words.wipe() }
    var reader = try desk.reader(with: words)
    let joining: Restoring.Joining
    do {
      joining = try restoring.merge(
        into: &reader, try words.unlocking, clock: desk.context.clock, dryRun: dryRun)
    } catch let error as VaultError where error.isWrongWords && desk.terminal.isInteractive {
      desk.terminal.say("The backup opens with other words: those of when it was made.")
      var older = try desk.askSecret("The backup's passphrase:")
      defer { older.wipe() }
      joining = try restoring.merge(
        into: &reader, try Words.unlocking(older), clock: desk.context.clock, dryRun: dryRun)
    }
    desk.keep(reader)
    if json { return try desk.print(json: JoiningJSON(joining)) }
    JoiningText(joining, isDryRun: dryRun).say(desk.terminal)
  }
}
