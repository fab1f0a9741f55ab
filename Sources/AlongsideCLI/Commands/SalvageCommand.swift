internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Vault

/// `alongside salvage`: saves what is whole of a damaged journal.
struct SalvageCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage", abstract: "Save what is whole of a damaged journal",
    discussion: """
      Every entry is tried by itself. The damaged file stays beside the new one, under another name, \
      until you delete it.
      """)

  @OptionGroup var global: GlobalOptions
  @Flag(help: "Do not ask first.") var yes = false

  func run(_ desk: Desk) throws {
    let place = try desk.place()
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    guard yes || desk.terminal.isInteractive else {
      throw Failure.usage("this makes a new file of the journal", hints: ["--yes says go on"])
    }
    if !yes {
      guard
        try desk.terminal.confirm(
          "A new file is made of everything that is whole; the damaged one is kept beside it. Go on?",
          otherwise: true) == true
      else { return desk.terminal.say("Nothing was changed.") }
    }
    let outcome = try desk.unlocking {
      try Salvaging.run(
        at: place, with: $0, clock: desk.context.clock,
        acceptingOlder: desk.options.acceptOlder)
    }
    say(outcome, desk.terminal)
  }

  private func say(_ outcome: Salvage.Outcome, _ terminal: Terminal) {
    terminal.out(
      outcome.entries == 1 ? "1 entry is whole." : "\(outcome.entries) entries are whole.")
    if !outcome.lost.isEmpty || !outcome.lostWordings.isEmpty || outcome.mayMissMore {
      terminal.say("alongside restore FILE --merge brings back what a backup still has.", as: .hint)
    }
    for id in outcome.lost where !outcome.lostWordings.contains(where: { $0.entry == id }) {
      terminal.say("The entry \(id) could not be saved.", as: .warning)
    }
    for lost in outcome.lostWordings { terminal.say(lost.words, as: .warning) }
    sayUnproven(outcome, terminal)
    if !outcome.knowsErased {
      terminal.say(
        "The list of what you erased could not be read, so something erased may be back.",
        as: .warning)
    }
    if outcome.lostWays.contains(.recovery) {
      terminal.say(
        "Your recovery words no longer open this journal. Make new ones: alongside recovery new",
        as: .warning)
    }
    if outcome.lostWays.contains(.passphrase) {
      terminal.say(
        "Your old passphrase no longer opens this journal. Make a new one: alongside passphrase",
        as: .warning)
    }
    if outcome.lostPages {
      terminal.say(
        "What opens the pages that waited is gone; they stay where they are, closed.", as: .warning)
    }
    terminal.say("The damaged file is kept as")
    terminal.out(outcome.keptAs)
    terminal.say(
      "Delete it when you are content. alongside verify looks at everything again.", as: .hint)
  }
}

extension SalvageCommand {
  /// What the list of entries no longer proves, and how many it named that are not among those saved.
  private func sayUnproven(_ outcome: Salvage.Outcome, _ terminal: Terminal) {
    if outcome.unproven > 0 {
      terminal.say(
        "Of \(outcome.unproven) wordings it cannot be proven that they are where you left them: they "
          + "were sealed by this journal, and the list that named them is damaged.")
    }
    guard let unread = outcome.unreadRows else {
      return terminal.say(
        "The list of entries is gone, so nothing shows whether others are missing.", as: .warning)
    }
    let missing = unread - outcome.unproven
    guard missing > 0 else { return }
    terminal.say(
      "The damaged part of the list named "
        + Counted.words(unread, "wording", "wordings")
        + "; \(missing) of them could not be found.", as: .warning)
  }
}

extension Salvage.Outcome {
  /// Whether something may be missing that nothing names.
  fileprivate var mayMissMore: Bool { (unreadRows ?? .max) > unproven }
}

extension Salvage.Outcome.LostWording {
  /// What is lost, and what shows in its place.
  fileprivate var words: String {
    let made = Dates.text(milliseconds: made)
    if !hasOthers {
      return isLast
        ? "The entry \(entry), of \(made), could not be saved."
        : "An earlier wording of the entry \(entry), of \(made), could not be saved either."
    }
    return isLast
      ? "The last wording of the entry \(entry), of \(made), could not be saved; an earlier one "
        + "stands in its place."
      : "An earlier wording of the entry \(entry), of \(made), could not be saved."
  }
}
