internal import Console
internal import PackFormat
internal import Packs
internal import Practice
internal import AlongsideRuntime

/// Asks somebody for a prompt, shows its file, and writes it when they agree.
struct AuthoringSitting {
  let desk: Desk
  let place: PromptPlace

  private var terminal: Terminal { desk.terminal }

  func run() throws {
    let trial = Trial(QuestionsAboutQuestions.prompt, sets: [:])
    terminal.say("A prompt of your own", as: .heading)
    terminal.say(
      "Leave the next question empty when there are no more. " + SittingWords.exits, as: .quiet)
    let screen = InterviewScreen(
      desk: desk, reflection: trial, opensEditor: false, words: .authoring)
    while true {
      switch try screen.run() {
      case .kept: if try offer(trial) { return }
      case .letGo, .nothing: return terminal.say("No file was written.")
      case .putAside: return show(leaving: trial)
      case .interrupted:
        show(leaving: trial)
        throw Failure.silent(.interrupted)
      }
    }
  }

  private func prompt(_ trial: Trial) -> Prompt? {
    guard let draft = QuestionsAboutQuestions.draft(from: trial.interview) else { return nil }
    for question in draft.questions where question.lacksOptions {
      terminal.say(
        "“\(question.ask)” has too few answers to choose from, so it is answered in a few words.",
        as: .hint)
    }
    return draft.prompt(id: ItemName.promptID(for: draft.title, besides: place.ids))
  }

  /// Shows the file; false goes back to the last question.
  private func offer(_ trial: Trial) throws -> Bool {
    guard let prompt = prompt(trial) else {
      terminal.say("There is no question in it yet, so no file was written.")
      return true
    }
    terminal.say("")
    // As it will be: wrapping would show other lines than those of the file.
    terminal.outExactly(PromptYAML.text(of: prompt))
    terminal.say("")
    let errors = PacksCommand.Add.findings(in: prompt).filter { $0.severity == .error }
    guard errors.isEmpty else {
      for error in errors { terminal.say(error.sentence, as: .warning) }
      terminal.say("It cannot be written like this yet; change what it names.", as: .hint)
      return false
    }
    return try askLast(prompt)
  }

  /// Whether to write it; false goes back to the questions.
  private func askLast(_ prompt: Prompt) throws -> Bool {
    var question = Question(
      "Write it to prompts/\(prompt.id).yaml?", options: ["yes", "no"],
      hint: "Enter writes it, no goes back to the questions.", isSkippable: false)
    question.withheld = [.save, .skip, .edit]
    while true {
      switch terminal.ask(question) {
      case .nothing, .command(.stop, _):
        try PacksCommand.Add.write(prompt, to: place, desk)
        return true
      case .words(let words):
        switch question.picked(by: words)?.first {
        case 0:
          try PacksCommand.Add.write(prompt, to: place, desk)
          return true
        case 1: return false
        default: terminal.say("Type yes or no.", as: .hint)
        }
      case .command(.back, _): return false
      case .command(.helpNow, _): HelpNow.say(desk)
      case .command(.letGo, _), .end:
        terminal.say("No file was written.")
        return true
      case .command: terminal.say("Type yes or no.", as: .hint)
      case .interrupted:
        terminal.say("No file was written.")
        throw Failure.silent(.interrupted)
      }
    }
  }

  /// Somebody who has to leave keeps their words on the screen at least.
  private func show(leaving trial: Trial) {
    if let prompt = prompt(trial) {
      terminal.say("No file was written. This is what you had:")
      terminal.outExactly(PromptYAML.text(of: prompt))
    } else {
      terminal.say("No file was written.")
    }
  }
}
