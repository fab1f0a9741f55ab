internal import Practice
internal import AlongsideRuntime
internal import Console
internal import Vault

/// What stands around an interview: the honest words before, and what became of it after.
struct Sitting {
  let desk: Desk
  let writing: Writing
  /// What may be offered after it; nil for nothing.
  var ahead: WhatIsAhead?

  /// - Returns: the prompt that the person chose to go on with.
  @discardableResult
  func run(_ reflection: Reflection, opensEditor: Bool) throws -> Prompt? {
    let prompt = reflection.prompt
    ahead?.note(prompt)
    let terminal = desk.terminal
    try desk.sayWhich(writing.journal.place)
    let minutes = prompt.minutes.map { ", about \(Counted.words($0, "minute", "minutes"))" } ?? ""
    terminal.say("\(prompt.title)\(minutes)", as: .heading)
    for line in isNew ? Messages.honestWords : [Messages.honestReminder] {
      terminal.say(line, as: .quiet)
    }
    terminal.say(Messages.exits, as: .quiet)
    let screen = InterviewScreen(desk: desk, reflection: reflection, opensEditor: opensEditor)
    let ending = try screen.run()
    try say(ending, canResume: reflection.canResume)
    if case .kept = ending {
      if let next = try ahead?.choose(reflection.interview.onward(of: prompt), of: prompt) {
        return next
      }
      try offer()
    }
    try desk.offerToClear()
    return nil
  }

  /// Until the journal is opened for the first time, everything is said in full.
  private var isNew: Bool { (try? Glance.isEmpty(at: writing.journal.place)) ?? true }

  private func say(_ ending: InterviewScreen.Ending, canResume: Bool) throws {
    let terminal = desk.terminal
    switch ending {
    case .kept(let kept):
      if let kept { try Kept.say(kept, in: writing.journal.place, desk) }
    case .letGo: terminal.say("Let go. Nothing was kept.")
    case .nothing: terminal.say("Nothing was written, so nothing is kept. That is fine too.")
    case .putAside:
      terminal.say(
        canResume ? "Put aside, sealed." : "Nothing was answered yet, so nothing is put aside.")
      if canResume { terminal.say("alongside reflect --resume goes on with it.", as: .hint) }
    case .interrupted:
      if canResume {
        terminal.say("Put aside, sealed. alongside reflect --resume goes on with it.")
      }
      throw Failure.silent(.interrupted)
    }
  }

  /// What may be offered now.
  ///
  /// The page is kept already, so nothing here is a failure of the command; Ctrl-C ends it all the
  /// same.
  private func offer() throws {
    do {
      try AfterPage(desk: desk, place: writing.journal.place).offer()
    } catch {
      let failure = Failure(error)
      guard failure.code != .interrupted else { throw failure }
      guard !failure.isSilent else { return }
      desk.terminal.say(failure.message, as: .warning)
      for hint in failure.hints { desk.terminal.say(hint, as: .hint) }
    }
  }
}

/// What is said when something was kept.
enum Kept {
  static func say(_ kept: Writing.Kept, in place: JournalPlace, _ desk: Desk) throws {
    desk.terminal.say("Kept, and sealed.", as: .quiet)
    try desk.sayWhich(place)
    if !desk.terminal.isInteractive { desk.terminal.out(kept.id) }
  }
}

/// What may be offered after a page was kept.
///
/// "Later" is as good an answer as "now".
struct AfterPage {
  let desk: Desk
  let place: JournalPlace
  /// After so many unopened pages a person is asked whether the passphrase still opens them.
  private static let unopenedCount = 5

  func offer() throws {
    // A descriptor that gave the passphrase once is closed and cannot give it again.
    guard desk.options.passphraseFd == nil else { return }
    let pages = try Vault.Waiting.count(at: place).pages
    if pages == 1, try Glance.isEmpty(at: place), try !Glance.hasRecovery(at: place) {
      try offerKit()
    } else if pages > 0, pages.isMultiple(of: Self.unopenedCount) {
      try offerCheck(pages)
    }
  }

  private func offerKit() throws {
    desk.terminal.say(
      "If your passphrase is ever lost, nobody can open this for you. A recovery kit is ten words "
        + "on paper that can.")
    guard try isWanted("Make your kit now, or later?") else {
      return desk.terminal.say("Later is fine: alongside recovery new", as: .hint)
    }
    try Recovery.New.make(nil, desk)
  }

  private func offerCheck(_ pages: Int) throws {
    desk.terminal.say(
      "\(pages) pages wait unopened. Would you like to check that your passphrase opens them?")
    guard try isWanted("Now, or later?") else { return }
    do {
      _ = try desk.reader()
      desk.terminal.say("It opens them.")
    } catch VaultError.wrongPassphrase {
      desk.terminal.say(
        "These words do not open it. Your pages are safe; try again when you like, with "
          + "alongside list. Your recovery words work as well.")
    }
  }

  private func isWanted(_ words: String) throws -> Bool {
    try desk.terminal.confirm(words, yes: "now", no: "later", otherwise: false) == true
  }
}
