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
      try screen.reflection.interview.skip()
      return .next
    case .save:
      keepTyped(typed)
      return .end(try screen.putAside(interrupted: false))
    case .stop:
      keepTyped(typed)
      return .stop
    case .letGo:
      if let ending = try screen.letGo() { return .end(ending) }
      return nil
    case .edit: return try edit(typed)
    case .help, .helpNow: return nil
    }
  }

  /// Words typed before a command are an answer, not waste.
  func keepTyped(_ typed: String) {
    guard turn.step.type == .text, !typed.isEmpty else { return }
    try? screen.reflection.interview.answer(.words(typed))
  }

  /// Opens the person's own editor on this answer.
  func edit(_ typed: String) throws -> InterviewScreen.Step {
    guard turn.step.type == .text || turn.step.type == .line else {
      screen.terminal.say("The editor is for answers in words.", as: .hint)
      return .again
    }
    keepTyped(typed)
    var words = ""
    if case .words(let standing) = interview.standing { words = standing }
    screen.terminal.say(turn.ask, as: .heading)
    screen.terminal.input?.endTyping()
    defer { screen.terminal.input?.beginTyping() }
    let edited = try EditorChoice.edit(words, screen.desk)
    guard !edited.isEmpty else {
      try screen.reflection.interview.skip()
      return .next
    }
    try take(.words(edited))
    return .next
  }
}
