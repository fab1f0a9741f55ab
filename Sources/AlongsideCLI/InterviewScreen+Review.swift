internal import AlongsideRuntime
internal import Console
internal import Practice

extension InterviewScreen {
  /// What the last question leads to.
  enum Reviewed {
    case ended(Ending)
    /// Back to the questions; with a change, to one of them only.
    case questions(Change?)
  }

  /// Before sealing: keep, change or let go.
  func review() throws -> Reviewed {
    terminal.say("")
    sayChanges()
    while true {
      let ending: Ending?
      switch ask(reviewQuestion) {
      case .nothing, .command(.stop, _): ending = keep()
      case .command(.save, _): ending = try putAsideIfPossible()
      case .end: ending = try putAside(interrupted: false)
      case .interrupted: ending = try putAside(interrupted: true)
      case .command(.back, _):
        reflection.interview.back()
        return .questions(nil)
      case .command(.helpNow, _): ending = sayHelp()
      case .command(.letGo, _): ending = try letGo()
      case .command: ending = sayWhatToType()
      case .words(let words):
        switch reviewQuestion.picked(by: words)?.first {
        case 0: ending = keep()
        case 1:
          if let change = try change() { return .questions(change) }
          ending = nil
        case 2: ending = try letGo()
        default: ending = sayWhatToType()
        }
      }
      if let ending { return .ended(ending) }
    }
  }

  private var reviewQuestion: Question {
    Question(
      words.review, options: words.reviewOptions, form: .pick, hint: words.reviewHint,
      isSkippable: false)
  }

  private func sayWhatToType() -> Ending? {
    terminal.say(
      "Type \(words.reviewOptions[0]), change or \(words.reviewOptions[2]).", as: .hint)
    return nil
  }

  private func sayHelp() -> Ending? {
    HelpNow.say(desk)
    return nil
  }

  /// What new words would change in an entry, before they are kept.
  private func sayChanges() {
    guard let changes = reflection.changes, !changes.isEmpty else { return }
    terminal.say("What changes:", as: .quiet)
    terminal.say(DifferenceText.text(changes))
    terminal.say("")
  }

  /// Seals the entry; nil when that failed and the person is asked again.
  private func keep() -> Ending? {
    do {
      return .kept(try reflection.keep())
    } catch {
      terminal.say("It could not be sealed: \(Failure(error).message)", as: .warning)
      terminal.say("Your answers are here. Try again, or /save puts them aside.", as: .hint)
      return nil
    }
  }

  /// Goes back to the question that the person names.
  private func change() throws -> Change? {
    var earlier: [Turn] = []
    var walk = reflection.interview
    while walk.back(), let turn = walk.turn { earlier.insert(turn, at: 0) }
    guard !earlier.isEmpty else { return nil }
    let question = Question(
      "Which one?", options: earlier.map(\.ask), form: .pick,
      hint: "A number, or Enter to go back.", isSkippable: false)
    while true {
      let reply = ask(question)
      if case .interrupted = reply { throw Interruption() }
      guard case .words(let words) = reply else { return nil }
      guard let picked = question.picked(by: words)?.first else {
        terminal.say("A number from 1 to \(earlier.count), please.", as: .hint)
        continue
      }
      let change = Change(reflection.interview)
      for _ in picked..<earlier.count { reflection.interview.back() }
      return change
    }
  }
}
