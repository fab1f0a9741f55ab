internal import AlongsideRuntime
internal import Console
internal import Practice

/// What stands around giving an entry new words.
struct RevisionSitting {
  let desk: Desk
  let keeper: Revising
  let revision: EntryRevision
  /// Part of a walk, at whose end the screen can be cleared.
  var isWithin = false

  func run(_ reflection: Reflection, opensEditor: Bool) throws {
    let terminal = desk.terminal
    terminal.say(EntryText.line(revision.entry), as: .heading)
    if !revision.entry.answers.isEmpty {
      let prompt = desk.home.library().prompt(of: revision.entry)
      terminal.say(EntryText.text(revision.entry, prompt: prompt))
    }
    terminal.say(
      "Your words are there to change or to go on with; the earlier wording stays in the entry's "
        + "history.", as: .quiet)
    let screen = InterviewScreen(desk: desk, reflection: reflection, opensEditor: opensEditor)
    let ending = try screen.run()
    desk.keep(keeper.reader)
    try say(ending, canResume: reflection.canResume)
  }

  private func say(_ ending: InterviewScreen.Ending, canResume: Bool) throws {
    let terminal = desk.terminal
    let id = revision.entry.id.prefix(8)
    switch ending {
    case .kept where keeper.isChanged:
      terminal.say("The new wording is kept, and sealed.", as: .quiet)
      terminal.say("alongside history \(id) shows what changed.", as: .hint)
    case .kept: terminal.say("Nothing was changed.", as: .quiet)
    case .letGo: terminal.say("Let go. The entry is as it was.")
    case .nothing:
      terminal.say("Nothing was left to keep, so the entry is as it was.")
      terminal.say("alongside erase \(id) takes it away.", as: .hint)
    case .putAside, .interrupted:
      if canResume {
        terminal.say("Put aside, sealed. alongside reflect --resume goes on with it.")
      }
      if case .interrupted = ending { throw Failure.silent(.interrupted) }
    }
    if !isWithin { try desk.offerToClear() }
  }
}
