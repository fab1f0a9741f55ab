internal import AlongsideRuntime
internal import Console
internal import Practice

extension AnswerScreen {
  private var interview: Interview { screen.reflection.interview }

  var today: Day { screen.desk.context.clock.now().day }

  /// What an empty line does at this question.
  var enter: TypedWords.Enter {
    interview.standing != nil ? .keeps : .skips
  }

  func take(_ value: Value) throws {
    try screen.reflection.interview.answer(value)
  }

  /// An empty line keeps what stands there, or leaves the question.
  ///
  /// Nil asks again.
  func leave() throws -> InterviewScreen.Step? {
    if let standing = interview.standing {
      try take(standing)
      return .next
    }
    return try goOnWithout()
  }

  /// Leaves the question without an answer; what asks for a yes says that nothing was agreed.
  ///
  /// `nil` asks again: a step with `skip: no` asks once more first, and the person stayed.
  ///
  /// - Parameter isSure: whether the person typed a no, which is not asked about.
  func goOnWithout(isSure: Bool = false) throws -> InterviewScreen.Step? {
    let isConfirm = turn.kind == .question && turn.step.type == .confirm
    if isConfirm, !isSure, !turn.step.isSkippable {
      let words = "This one asks for a yes. Go on without it?"
      guard try screen.terminal.confirm(words, otherwise: true) == true else { return nil }
    }
    screen.reflection.interview.skip()
    if isConfirm { screen.terminal.say("Nothing was agreed here.", as: .quiet) }
    return .next
  }

  /// Does what a line command says; what is on the screen is held already.
  ///
  /// `nil` asks the same question again.
  private func obey(_ command: LineCommand, typed: String) throws -> InterviewScreen.Step? {
    switch command {
    case .back:
      if !screen.reflection.interview.back() {
        screen.terminal.say("This is the first question.", as: .quiet)
      }
      return .again
    case .skip:
      if hasParts || !typed.isEmpty, try !mayGo() {
        if hasParts { return try leave() }
        guard turn.kind == .question, turn.step.type.isWords else { return nil }
        try screen.reflection.interview.answer(typed: typed)
        return .next
      }
      return try goOnWithout()
    case .save: return try screen.putAsideIfPossible().map { .end($0) } ?? .again
    case .stop: return .stop
    case .letGo: return try screen.letGo().map { .end($0) }
    case .edit: screen.terminal.say("The editor is for answers in words.", as: .hint)
    case .again, .help: break
    case .helpNow: HelpNow.say(screen.desk)
    }
    return nil
  }

  /// Whether some records or rows are answered already.
  private var hasParts: Bool {
    switch interview.standing {
    case .records, .cells: interview.wasHere
    default: false
    }
  }

  /// Whether words that were typed before `/skip` are to go with it.
  private func mayGo() throws -> Bool {
    try screen.terminal.confirm(
      "You had begun to write here. Leave those words out, or keep them?", yes: "leave",
      no: "keep") == true
  }

  /// What stands at this question already.
  var standing: Value? { interview.standing }

  /// Does what a person typed or did instead of answering.
  ///
  /// `nil` goes on asking.
  ///
  /// - Parameter hold: remembers the words on the screen, before anything else is done.
  func heed(_ reply: Reply, hold: (String) -> Void) throws -> InterviewScreen.Step? {
    switch reply {
    case .command(let command, let words):
      hold(words)
      return try obey(command, typed: words)
    case .end:
      hold("")
      return .end(try screen.putAside(interrupted: false))
    case .interrupted(let words):
      hold(words)
      return .end(try screen.putAside(interrupted: true))
    case .words, .nothing: return nil
    }
  }

  /// Words typed before a command are an answer, not waste.
  ///
  /// The person stays at this question.
  func keepTyped(_ typed: String) { screen.reflection.interview.hold(.init(typed)) }

  /// Opens the person's own editor on this answer.
  ///
  /// Nil asks the question in lines instead: there is no editor, or none that leaves no copies.
  func edit(_ typed: String) throws -> InterviewScreen.Step? {
    guard turn.kind == .question, turn.step.type == .text || turn.step.type == .line else {
      screen.terminal.say("The editor is for answers in words.", as: .hint)
      return nil
    }
    keepTyped(typed)
    screen.terminal.say(turn.ask, as: .heading)
    do {
      let edited = try lendingTerminal {
        try EditorChoice.edit(
          typed.hasSuffix("\n") ? String(typed.dropLast()) : typed, screen.desk
        ) {
          screen.saveDraft(holding: .init($0 + "\n"))
        }
      }
      guard edited.isDone, screen.terminal.input?.hasEnded != true else {
        // An editor that was stopped has answered nothing; its words are there to go on with.
        keepTyped(edited.text.isEmpty ? "" : edited.text + "\n")
        return nil
      }
      guard !edited.text.isEmpty else { return try typed.isEmpty || mayGo() ? leaveEmpty() : nil }
      let isLong = turn.step.type == .text
      let words = isLong ? edited.text : edited.text.split(separator: "\n").joined(separator: " ")
      try take(.words(words))
      return .next
    } catch let problem as EditorProblem {
      screen.terminal.say("\(problem)", as: .warning)
      screen.terminal.say("You can write here instead.", as: .hint)
      return nil
    }
  }

  private func lendingTerminal<Result>(_ work: () throws -> Result) throws -> Result {
    guard let input = screen.terminal.input else { return try work() }
    return try input.lend(work)
  }

  /// An emptied editor leaves the question.
  private func leaveEmpty() -> InterviewScreen.Step? {
    screen.reflection.interview.skip()
    return .next
  }
}
