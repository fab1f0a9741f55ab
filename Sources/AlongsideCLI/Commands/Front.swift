internal import ArgumentParser
internal import Console
internal import Vault

/// `alongside` alone: what waits, and what there is to do.
///
/// A word it does not know gets the nearest.
struct Front: ContextCommand {
  static let configuration = CommandConfiguration(
    commandName: "front", abstract: "What waits, and what there is to do", shouldDisplay: false)

  @OptionGroup var global: GlobalOptions
  @Argument(help: .hidden) var words: [String] = []

  func run(_ desk: Desk) throws {
    if let word = words.first { throw CommandNames.unknown(word) }
    let place = try desk.place()
    guard !place.isGutted else { throw VaultError.noJournal(folder: place.folder) }
    guard place.exists else { return try welcome(desk) }
    try desk.sayWhich(place)
    try sayWaiting(desk, place)
    guard desk.terminal.isInteractive else { return sayCommands(desk) }
    try askWhatNow(desk, drafts: Vault.Waiting.count(at: place).drafts)
  }

  private func welcome(_ desk: Desk) throws {
    for line in [
      "Alongside is a journal for people who use their own experience to walk beside others.",
      "A few good questions, answered in a few minutes, in words that are yours.",
    ] + Messages.honestWords { desk.terminal.say(line) }
    guard desk.terminal.isInteractive else {
      return desk.terminal.say("hint: alongside init makes your journal", as: .hint)
    }
    guard try desk.terminal.confirm("Make your journal now?", otherwise: true) == true else {
      return
    }
    try Start.make(desk)
    try ChosenNation.offer(desk)
    try askWhatNow(desk, drafts: 0)
  }

  private func sayWaiting(_ desk: Desk, _ place: JournalPlace) throws {
    let (pages, drafts) = try Vault.Waiting.count(at: place)
    let what = [
      pages > 0
        ? (pages == 1
          ? "1 page is sealed and waits to be opened."
          : "\(pages) pages are sealed and wait to be opened.") : nil,
      drafts > 0
        ? (drafts == 1 ? "1 reflection is put aside." : "\(drafts) reflections are put aside.")
        : nil,
    ].compactMap(\.self)
    desk.terminal.say(
      what.isEmpty ? "Welcome back." : "Welcome back. " + what.joined(separator: " "))
  }

  private func sayCommands(_ desk: Desk) {
    for line in [
      "alongside reflect       a few questions", "alongside write         a blank page",
      "alongside list          what you wrote", "alongside help-now      people to turn to",
    ] { desk.terminal.say(line) }
  }

  private func askWhatNow(_ desk: Desk, drafts: Int) throws {
    let question = Question(
      "What now?",
      options: ["a few words", "three questions", "a blank page", "help now"]
        + (drafts > 0 ? ["what was put aside"] : []),
      form: .pick, hint: "Type a number, or Enter to leave.", isSkippable: false)
    while true {
      switch desk.terminal.ask(question) {
      case .words(let words):
        if LineCommand.read(words) == .doubt(.leave) { return }
        guard let picked = question.picked(by: words)?.first else {
          desk.terminal.say(
            "Type a number from 1 to \(question.options.count), or Enter to leave.", as: .hint)
          continue
        }
        return try go(picked, desk)
      case .command(.helpNow, _): return HelpNow.say(desk, isLast: true)
      case .interrupted: throw Failure.silent(.interrupted)
      case .nothing, .command, .end: return
      }
    }
  }

  private func go(_ picked: Int, _ desk: Desk) throws {
    switch picked {
    case 0: try Reflect.begin(nil, desk, suggesting: .tired)
    case 1: try Reflect.begin(nil, desk, suggesting: .three)
    case 2: try Write.begin(desk)
    case 4: try Resuming(prompt: nil, opensEditor: false).run(desk)
    default: HelpNow.say(desk, isLast: true)
    }
  }
}
