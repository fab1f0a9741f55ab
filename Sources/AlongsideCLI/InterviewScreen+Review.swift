internal import AlongsideRuntime
internal import Console
internal import Practice

extension InterviewScreen {
  /// Before sealing: keep, change or let go.
  ///
  /// Nil goes back to the questions.
  func review() throws -> Ending? {
    let question = Question(
      words.review, options: words.reviewOptions, hint: words.reviewHint, isSkippable: false)
    let whatToType = "Type \(words.reviewOptions[0]), change or \(words.reviewOptions[2])."
    terminal.say("")
    while true {
      switch ask(question) {
      case .nothing, .command(.stop, _): if let ending = keep() { return ending }
      case .command(.save, _): if let ending = try putAsideIfPossible() { return ending }
      case .end: return try putAside(interrupted: false)
      case .interrupted: return try putAside(interrupted: true)
      case .command(.back, _):
        reflection.interview.back()
        return nil
      case .command(.helpNow, _): HelpNow.say(desk)
      case .command(.letGo, _): if let ending = try letGo() { return ending }
      case .command: terminal.say(whatToType, as: .hint)
      case .words(let words):
        switch question.picked(by: words)?.first {
        case 0: if let ending = keep() { return ending }
        case 1: if try change() { return nil }
        case 2: if let ending = try letGo() { return ending }
        default: terminal.say(whatToType, as: .hint)
        }
      }
    }
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
  private func change() throws -> Bool {
    var earlier: [Turn] = []
    var walk = reflection.interview
    while walk.back(), let turn = walk.turn { earlier.insert(turn, at: 0) }
    guard !earlier.isEmpty else { return false }
    let question = Question(
      "Which one?", options: earlier.map(\.ask), hint: "A number, or Enter to go back.",
      isSkippable: false)
    while true {
      let reply = ask(question)
      if case .interrupted = reply { throw Interruption() }
      guard case .words(let words) = reply else { return false }
      guard let picked = question.picked(by: words)?.first else {
        terminal.say("A number from 1 to \(earlier.count), please.", as: .hint)
        continue
      }
      for _ in picked..<earlier.count { reflection.interview.back() }
      return true
    }
  }
}
