internal import AlongsideRuntime
internal import Console
internal import Practice

/// What stands around an interview that nobody keeps.
struct TrialSitting {
  static let promise = "Nothing of this is kept."

  let desk: Desk

  /// Walks through on the terminal, as a person who answers would.
  func run(_ trial: Trial) throws {
    let prompt = trial.prompt
    let terminal = desk.terminal
    terminal.say(Self.promise + " This is what a person sees:", as: .quiet)
    terminal.say("")
    let minutes = prompt.minutes.map { ", about \($0) minutes" } ?? ""
    terminal.say("\(prompt.title)\(minutes)", as: .heading)
    terminal.say(SittingWords.exits, as: .quiet)
    let screen = InterviewScreen(
      desk: desk, reflection: trial, opensEditor: false, words: .trial)
    let ending = try screen.run()
    terminal.say("")
    terminal.say(Self.promise, as: .quiet)
    if case .interrupted = ending { throw Failure.silent(.interrupted) }
  }
}
