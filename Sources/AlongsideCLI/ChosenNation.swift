internal import AlongsideRuntime
internal import Console
internal import Practice

/// The nation whose places to turn to a person wants first, and how they say so.
struct ChosenNation {
  /// As its list names it; nil to forget it.
  let name: String?

  /// - Throws: `Failure` with 64 that names the nations there are.
  init(naming typed: String, _ desk: Desk) throws {
    guard typed.lowercased() != "none" else {
      name = nil
      return
    }
    let nations = desk.home.nations()
    guard let found = PlacesToTurnTo.nation(typed, among: nations) else {
      throw Failure.usage(
        "no list here is for a nation called \"\(typed)\"",
        hints: [
          Nearest.word(to: typed, among: nations).map { "did you mean \($0)?" },
          "one of: \((nations + ["none"]).joined(separator: ", "))",
        ].compactMap(\.self))
    }
    name = found
  }

  private init(_ name: String) { self.name = name }

  /// Keeps it in the home's settings.
  func keep(_ desk: Desk) throws {
    var settings = desk.home.settings()
    settings.nation = name
    let home = try desk.homePath()
    do {
      try settings.keep(in: home)
    } catch {
      throw Failure(
        .failed, "your nation was not kept: \(Settings.path(in: home)) cannot be written",
        hints: ["\(OutputFile.hint(error)); help-now works without it"])
    }
    desk.terminal.say(
      name.map { "From now on help-now shows \($0) first." }
        ?? "help-now shows no nation first any more.", as: .quiet)
  }

  /// Asks once, after a journal was made, where nothing is kept yet; Enter leaves it open.
  static func offer(_ desk: Desk) throws {
    let nations = desk.home.nations()
    guard desk.terminal.isInteractive, desk.home.settings().nation == nil, !nations.isEmpty else {
      return
    }
    var question = Question(
      "Which nation are you in? help-now can show its lines first.",
      help: "It is kept in a small file beside your journal and sent nowhere. alongside help-now "
        + "--nation NAME changes it at any time.",
      options: nations, form: .pick, hint: "Type a number, or Enter to leave it open.",
      isSkippable: false)
    // The journal is made: there is nothing to go back to or to put aside.
    question.withheld = [.back, .save, .stop, .letGo]
    while true {
      switch desk.terminal.ask(question) {
      case .words(let words):
        guard let picked = question.picked(by: words), picked.count == 1 else {
          desk.terminal.say("Type a number from 1 to \(nations.count), or Enter.", as: .hint)
          continue
        }
        return try ChosenNation(nations[picked[0]]).keepIfPossible(desk)
      case .command(.helpNow, _): HelpNow.say(desk)
      case .interrupted: throw Failure.silent(.interrupted)
      case .nothing, .command, .end: return
      }
    }
  }

  /// A journal that was just made is worth more than this.
  private func keepIfPossible(_ desk: Desk) throws {
    do {
      try keep(desk)
    } catch {
      desk.terminal.say(Failure(error).message, as: .warning)
    }
  }
}
