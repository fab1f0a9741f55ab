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
      nothing is typed for a while at its prompt, the journal closes and the screen is cleared. A \
      question that a command asks waits for as long as it takes.
      """)

  @OptionGroup var global: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "Close after so many minutes without a key at its prompt.", valueName: "minutes"))
  var idle = 5

  func run(_ desk: Desk) throws {
    guard desk.terminal.isInteractive else {
      throw Failure.usage(
        "there is no terminal to ask on", hints: ["alongside list, and the others, one at a time"])
    }
    guard desk.unlocked == nil else { throw Failure.usage("the journal is open already") }
    guard (1...720).contains(idle) else { throw Failure.usage("--idle takes 1 to 720 minutes") }
    var session = Unlocked(try desk.reader())
    desk.terminal.say("Your journal is open.", as: .heading)
    desk.terminal.say(Self.commands, as: .hint)
    while true {
      switch desk.terminal.ask(Self.question, idleAfter: .seconds(idle * 60)) {
      case .idle:
        guard let again = try reopen(session, desk) else { return }
        session = again
      case .reply(.words(let words)):
        if Self.leaving.contains(words.lowercased()) { return close(desk) }
        run(words, session, desk)
      case .reply(.command(.helpNow, _)): HelpNow.say(desk)
      case .reply(.nothing), .reply(.command), .reply(.end), .reply(.interrupted):
        return close(desk)
      }
    }
  }

  private static let leaving: Set = ["close", "lock", "exit", "quit", "q"]

  private static let commands =
    "list, show last, search, insights, revise ID, write, reflect, check ID, and all the others."

  private static let question = Question(
    "What would you like to do?", help: commands, hint: "Enter closes.", isSkippable: false)

  /// Runs one command line inside; whatever goes wrong in it, the journal stays open.
  private func run(_ line: String, _ session: Unlocked, _ desk: Desk) {
    guard let words = CommandWords.split(line), let name = words.first else {
      return desk.terminal.say("The quotes in this do not fit together.", as: .hint)
    }
    let plain = name == "alongside" ? Array(words.dropFirst()) : words
    guard !plain.isEmpty else { return }
    _ = Program.run(plain, in: desk.context, within: (session, desk.options))
  }

  private func close(_ desk: Desk) {
    desk.terminal.clearScreen(andScrollback: true)
    desk.terminal.say("Closed.")
  }

  /// Closes because nobody is there; the words open it again.
  private func reopen(_ session: Unlocked, _ desk: Desk) throws -> Unlocked? {
    session.close()
    desk.terminal.clearScreen(andScrollback: true)
    desk.terminal.say("Closed, because nothing was typed for a while.")
    var desk = desk
    desk.unlocked = nil
    for attempt in 1... {
      guard
        case .secret(var words) = desk.terminal.askSecret(
          "Your passphrase, or Enter to leave it closed:")
      else { return nil }
      defer { words.wipe() }
      guard !words.isEmpty else { return nil }
      do {
        return Unlocked(try desk.reader(with: words))
      } catch VaultError.wrongPassphrase where attempt < Desk.tries {
        desk.terminal.say("These words do not open it. Take your time, and try once more.")
      }
    }
    return nil
  }
}
