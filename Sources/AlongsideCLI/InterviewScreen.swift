internal import AlongsideRuntime
internal import Console
internal import Practice

/// One person and one prompt on a terminal, from the first question to the sealed entry.
struct InterviewScreen {
  /// How a sitting ended.
  enum Ending {
    /// Nil where nothing is kept on purpose.
    case kept(Writing.Kept?)
    case letGo
    case putAside
    case interrupted
    case nothing
  }

  let desk: Desk
  let reflection: any InterviewKeeping
  /// True when the person's own editor opens at once for every long answer.
  let opensEditor: Bool
  var words = SittingWords.journal

  var terminal: Terminal { desk.terminal }

  /// Asks until the person finishes, puts it aside or lets it go.
  func run() throws -> Ending {
    terminal.input?.beginTyping()
    defer { terminal.input?.endTyping() }
    do {
      return try askAndReview()
    } catch is Interruption {
      return try putAside(interrupted: true)
    }
  }

  private func askAndReview() throws -> Ending {
    // Who gives an entry new words changes one thing, and is not led through all the others.
    var changing = reflection.isRevising ? Change(reflection.interview) : nil
    while true {
      if let ending = try askAll(changing) { return ending }
      guard reflection.interview.hasAnswers else {
        try reflection.letGo()
        return .nothing
      }
      switch try review() {
      case .ended(let ending): return ending
      case .questions(let change): changing = change
      }
    }
  }

  /// Walks through the turns; `nil` when the end is reached.
  ///
  /// - Parameter change: where one answer is changed, what to come back to after it.
  private func askAll(_ change: Change?) throws -> Ending? {
    var change = change
    while let turn = reflection.interview.turn {
      if turn.kind == .say {
        say(turn)
        continue
      }
      let answered = reflection.interview.answered
      switch try take(turn) {
      case .next:
        sayLeftOut(answered.subtracting(reflection.interview.answered), besides: turn)
        if let change {
          reflection.interview.goOnToNew(besides: change.known, stoppedAt: change.stop)
        }
        change = nil
        saveDraft()
      case .again: saveDraft()
      case .stop:
        reflection.interview.stop()
        saveDraft()
      case .end(let ending): return ending
      }
    }
    return nil
  }

  /// Says that answers are left out with what was just answered, so that nobody misses them later.
  private func sayLeftOut(_ gone: Set<Interview.Place>, besides turn: Turn) {
    let count = gone.filter { $0.step != turn.step.id || $0.item != turn.item?.id }.count
    guard count > 0 else { return }
    terminal.say(
      "With this, \(Counted.words(count, "answer is", "answers are")) left out. Change it back, and "
        + "\(count == 1 ? "it returns" : "they return").", as: .quiet)
  }

  private func say(_ turn: Turn) {
    terminal.say("")
    terminal.say(turn.ask)
    for line in AnswerScreen.originals(of: turn, in: reflection.prompt) {
      terminal.say(line, as: .quiet)
    }
    reflection.interview.passOn()
  }

  /// Seals what was answered so far.
  ///
  /// A disk that is full right now ends nothing: the answers are still here, and the next one tries
  /// again.
  private func saveDraft() {
    guard reflection.interview.hasWords || reflection.canResume else { return }
    do {
      try reflection.save()
    } catch {
      terminal.say(
        "This could not be put aside yet (\(Failure(error).message)). Your answers are here; "
          + "go on, and it is tried again.", as: .warning)
    }
  }

  /// The same in the middle of an answer, after each of its lines and every other second: whoever
  /// comes back finds the question open, and the words.
  func saveDraft(holding typed: Interview.Typed, beside value: Value? = nil) {
    var unfinished = reflection.interview
    unfinished.hold(typed, beside: value)
    guard unfinished.hasWords || reflection.canResume else { return }
    // A failure here is told when the answer is done; the person is writing now.
    try? reflection.save(unfinished)
  }

  /// One answer that is changed after all others were given.
  struct Change {
    /// Where the person had stopped.
    let stop: Interview.Place?
    /// What they had not been asked, and are not asked now.
    let known: Set<Interview.Place>

    init(_ interview: Interview) {
      stop = interview.stoppedAt
      known = interview.untaken
    }
  }

  /// What one reply leads to.
  enum Step {
    case next
    case again
    case stop
    case end(Ending)
  }

  private func take(_ turn: Turn) throws -> Step {
    terminal.say("")
    for note in reflection.notes(on: turn.step) { terminal.say(note, as: .quiet) }
    if turn.step.isTender, turn.kind == .question || turn.step.isLeader {
      let exits = reflection.canPutAside ? "/skip, /save and /help-now" : "/skip and /help-now"
      terminal.say("The next one may be tender. \(exits) are there for you.", as: .quiet)
    }
    let answer = AnswerScreen(screen: self, turn: turn)
    if turn.step.isTender, !answer.lastWords.isEmpty {
      // Tender words come up for who asks for them.
      terminal.say("/help shows what you wrote last time.", as: .quiet)
    } else {
      for line in answer.lastWords { terminal.say(line, as: .quiet) }
    }
    return try answer.ask()
  }

  /// Asks a question of this sitting: where nothing can be put aside, nobody is told to.
  func ask(_ question: Question, soFar keeping: (String) -> Void = { _ in }) -> Reply {
    var question = question
    if !reflection.canPutAside { question.withheld.insert(.save) }
    return terminal.ask(question, soFar: keeping)
  }

  /// Whether there is anything to come back to: words, or in new words for an entry a change.
  private var isWorthKeeping: Bool {
    let interview = reflection.interview
    return interview.hasWords
      && (reflection.changes?.isEmpty != true || !interview.progress.typed.isEmpty)
  }

  /// Sets a question aside for another time.
  func putAside(interrupted: Bool) throws -> Ending {
    if isWorthKeeping {
      // After an interruption nobody is there to make room.
      try reflection.save(reflection.interview, isLast: interrupted)
      try reflection.putAside()
    } else {
      try reflection.letGo()
    }
    return interrupted ? .interrupted : .putAside
  }

  /// The same for `/save`: where it cannot be sealed, the person is told and stays, with every answer.
  func putAsideIfPossible() throws -> Ending? {
    guard reflection.canPutAside else {
      terminal.say(words.noPuttingAside, as: .hint)
      return nil
    }
    do {
      return try putAside(interrupted: false)
    } catch {
      terminal.say("It could not be put aside: \(Failure(error).message)", as: .warning)
      terminal.say("Your answers are here. Make room, and try again.", as: .hint)
      return nil
    }
  }

  /// Asks once whether all of it may go.
  func letGo() throws -> Ending? {
    let question =
      reflection.isRevising
      ? "Let the new words go? The entry stays as it was." : words.letGo
    guard try terminal.confirm(question, otherwise: false) == true
    else { return nil }
    try reflection.letGo()
    return .letGo
  }
}
