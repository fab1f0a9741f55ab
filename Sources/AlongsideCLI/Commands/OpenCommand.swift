internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Practice
internal import Vault

/// `alongside open`: one unlock for several commands.
struct OpenCommand: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open your journal for a while",
    discussion: """
      Asks for the passphrase once; then list, show, search and the others follow without it. When \
      nothing is typed for a while, wherever you are, the journal closes and the screen is cleared; \
      what you were writing is put aside, sealed. Only your own editor, or another program that a \
      command starts, waits for as long as it takes.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "Close after so many minutes without a key.", valueName: "minutes"))
  var idle = 5

  func run(_ desk: Desk) throws {
    guard desk.terminal.isInteractive else {
      throw Failure.usage(
        "there is no terminal to ask on", hints: ["alongside list, and the others, one at a time"])
    }
    guard desk.unlocked == nil else { throw Failure.usage("the journal is open already") }
    guard (1...720).contains(idle) else { throw Failure.usage("--idle takes 1 to 720 minutes") }
    var session = Unlocked(try desk.reader())
    desk.terminal.patience = patience
    defer { desk.terminal.patience = nil }
    desk.terminal.say("Your journal is open.", as: .heading)
    desk.terminal.say(Self.commands, as: .hint)
    var typed: [String] = []
    while true {
      var code = Failure.Code.interrupted.rawValue
      let reply = desk.terminal.ask(Self.question, history: typed)
      if case .command(let command, _) = reply, Self.elsewhere.contains(command) {
        desk.terminal.say("That is for questions. Enter closes the journal.", as: .hint)
        continue
      }
      if case .words(let words) = reply, !Self.leaving.contains(words.trimmed.lowercased()) {
        typed.append(words)
        code = run(words, session, desk)
      } else if case .command(.helpNow, _) = reply {
        HelpNow.say(desk)
      } else if !desk.terminal.isLeftAlone {
        close(desk)
        if case .interrupted = reply { throw Interruption() }
        return
      }
      guard desk.terminal.isLeftAlone else { continue }
      guard let again = try reopen(session, after: code, desk) else { return }
      session = again
    }
  }

  private var patience: Duration { .seconds(idle * 60) }

  private static let leaving: Set = ["close", "lock", "exit", "quit", "q"]

  private static let commands =
    "list, show last, search, insights, revise ID, write, reflect, check ID, and all the others."

  /// What means something only at the questions of a prompt.
  private static let elsewhere: Set<LineCommand> = [.back, .skip, .edit, .again, .save, .letGo]

  private static let question = {
    var question = Question(
      "What would you like to do?", help: commands, form: .pick,
      hint: "Enter closes, clear empties the screen.", isSkippable: false)
    question.withheld = elsewhere
    return question
  }()

  /// Runs one command line inside; whatever goes wrong in it, the journal stays open.
  ///
  /// - Returns: its exit code.
  private func run(_ line: String, _ session: Unlocked, _ desk: Desk) -> Int32 {
    guard let words = CommandWords.split(line), let name = words.first else {
      desk.terminal.say("The quotes in this do not fit together.", as: .hint)
      return Failure.Code.usage.rawValue
    }
    let plain = name == "alongside" ? Array(words.dropFirst()) : words
    guard !plain.isEmpty else { return 0 }
    if plain == ["clear"] {
      clear(desk)
      return 0
    }
    var context = desk.context
    // The terminal is asked for commands here; reading all of it would wait for ever.
    context.readInput = {
      throw Failure.usage("in an open journal nothing is read from standard input")
    }
    return Program.run(plain, in: context, within: (session, desk.options))
  }

  private func clear(_ desk: Desk) {
    guard !desk.terminal.clearScreen(andScrollback: true) else { return }
    desk.terminal.say("This terminal cannot be cleared from here.", as: .hint)
  }

  private func close(_ desk: Desk) {
    desk.terminal.clearScreen(andScrollback: true)
    desk.terminal.say("Closed.")
  }

  /// Closes because nobody is there; the words open it again.
  ///
  /// - Parameter code: what the command ended with that nobody answered any more.
  private func reopen(
    _ session: Unlocked, after code: Int32, _ desk: Desk
  ) throws -> Unlocked? {
    session.close()
    let isCleared = desk.terminal.clearScreen(andScrollback: true)
    desk.terminal.say("Closed, because nothing was typed for a while.")
    if !isCleared {
      desk.terminal.say(
        "What was shown is still on the screen; it cannot be cleared from here.")
    }
    if code != 0, code != Failure.Code.interrupted.rawValue {
      desk.terminal.say(
        "The last command could not end as it should: what you were writing may not be kept.",
        as: .warning)
    }
    sayPutAside(desk)
    desk.terminal.welcomeBack()
    desk.terminal.patience = nil
    defer { desk.terminal.patience = patience }
    var desk = desk
    desk.unlocked = nil
    for attempt in 1... {
      let typed = desk.terminal.askSecret("Your passphrase, or Enter to leave it closed:")
      if case .interrupted = typed { throw Interruption() }
      guard case .secret(let bytes) = typed else { return nil }
      var words = GivenWords(typed: bytes)
      defer { words.wipe() }
      guard !words.line.isEmpty else { return nil }
      do {
        return Unlocked(try desk.reader(with: words))
      } catch VaultError.wrongPassphrase where attempt < Desk.tries {
        desk.terminal.say("These words do not open it. Take your time, and try once more.")
      }
    }
    return nil
  }

  /// How much is put aside, so that nobody thinks their words are lost.
  private func sayPutAside(_ desk: Desk) {
    guard let place = try? desk.place(), let waiting = try? Vault.Waiting.count(at: place),
      waiting.drafts > 0
    else { return }
    let what = Counted.words(waiting.drafts, "reflection is", "reflections are")
    desk.terminal.say("\(what) put aside, sealed: alongside reflect --resume")
  }
}
