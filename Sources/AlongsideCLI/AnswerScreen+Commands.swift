internal import AlongsideRuntime
internal import Console
internal import Practice

extension AnswerScreen {
  private var interview: Interview { screen.reflection.interview }

  var today: Day { screen.desk.context.clock.now().day }

  /// What an empty line does at this question.
  var enter: TypedWords.Enter {
    if interview.standing != nil { return .keeps }
    return turn.step.isSkippable ? .skips : .waits
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
    guard turn.step.isSkippable else {
      screen.terminal.say(
        "This one needs a yes before going on; /save and /let-go work too.", as: .hint)
      return nil
    }
    try screen.reflection.interview.skip()
    return .next
  }

  /// Does what a line command says.
  ///
  /// Nil asks the same question again.
  func obey(_ command: LineCommand, typed: String) throws -> InterviewScreen.Step? {
    switch command {
    case .back:
      keepTyped(typed)
      if !screen.reflection.interview.back() {
        screen.terminal.say("This is the first question.", as: .quiet)
      }
      return .again
    case .skip:
      guard turn.step.isSkippable else { return try leave() }
      if !typed.isEmpty, try !mayGo(typed) {
        try take(.words(typed))
        return .next
      }
      try screen.reflection.interview.skip()
      return .next
    case .save:
      keepTyped(typed)
      return try screen.putAsideIfPossible().map { .end($0) } ?? .again
    case .stop:
      keepTyped(typed)
      return .stop
    case .letGo:
      do {
        return try screen.letGo().map { .end($0) }
      } catch is Interruption {
        keepTyped(typed)
        throw Interruption()
      }
    case .edit: return try edit(typed)
    case .help, .helpNow: return nil
    }
  }

  /// Whether words that were typed before `/skip` are to go with it.
  private func mayGo(_ typed: String) throws -> Bool {
    do {
      return try screen.terminal.confirm(
        "You had begun to write here. Leave those words out, or keep them?", yes: "leave",
        no: "keep") == true
    } catch {
      keepTyped(typed)
      throw error
    }
  }

  /// What stands at this question already.
  var standing: Value? { interview.standing }

  /// Does what a person typed instead of words, in an answer of several parts; what was typed of it
  /// so far is kept.
  ///
  /// Nil goes on asking.
  func heed(_ reply: Reply, soFar value: Value?) throws -> InterviewScreen.Step? {
    switch reply {
    case .command(.helpNow, _): HelpNow.say(screen.desk)
    case .command(.edit, _), .command(.help, _):
      screen.terminal.say("The editor is for answers in words.", as: .hint)
    case .command(let command, _):
      if command != .skip, command != .letGo { keepSoFar(value) }
      do {
        return try obey(command, typed: "")
      } catch is Interruption {
        keepSoFar(value)
        throw Interruption()
      }
    case .end:
      keepSoFar(value)
      return .end(try screen.putAside(interrupted: false))
    case .interrupted:
      keepSoFar(value)
      return .end(try screen.putAside(interrupted: true))
    case .words, .nothing: break
    }
    return nil
  }

  /// Keeps the parts that are there; the person stays at this question.
  private func keepSoFar(_ value: Value?) {
    guard let value, (try? screen.reflection.interview.answer(value)) != nil else { return }
    screen.reflection.interview.back()
  }

  /// Words typed before a command are an answer, not waste.
  ///
  /// The person stays at this question.
  ///
  /// They stand below what was there before: nothing that was once an answer is lost to a fragment.
  func keepTyped(_ typed: String) {
    guard turn.kind == .question, turn.step.type == .text || turn.step.type == .line,
      !typed.isEmpty
    else { return }
    keepSoFar(.words(belowStanding(typed)))
  }

  /// Unfinished words of a long answer, below what the person had written there before.
  func belowStanding(_ typed: String) -> String {
    guard turn.step.type == .text, interview.wasHere, case .words(let before) = standing else {
      return typed
    }
    return "\(before)\n\(typed)"
  }

  /// Opens the person's own editor on this answer.
  ///
  /// Nil asks the question in lines instead: there is no editor, or none that leaves no copies.
  func edit(_ typed: String) throws -> InterviewScreen.Step? {
    guard turn.kind == .question, turn.step.type == .text || turn.step.type == .line else {
      screen.terminal.say("The editor is for answers in words.", as: .hint)
      return nil
    }
    keepTyped(typed)
    var words = ""
    if case .words(let standing) = interview.standing { words = standing }
    screen.terminal.say(turn.ask, as: .heading)
    screen.terminal.input?.endTyping()
    defer { screen.terminal.input?.beginTyping() }
    do {
      let edited = try EditorChoice.edit(words, screen.desk)
      guard !edited.isEmpty else { return try leaveEmpty() }
      try take(.words(edited))
      return .next
    } catch let problem as EditorProblem {
      screen.terminal.say("\(problem)", as: .warning)
      screen.terminal.say("You can write here instead.", as: .hint)
      return nil
    }
  }

  /// An emptied editor leaves the question, where it can be left.
  private func leaveEmpty() throws -> InterviewScreen.Step? {
    guard turn.step.isSkippable else { return nil }
    try screen.reflection.interview.skip()
    return .next
  }
}
