/// What a person did with a question that waits only so long.
package enum TimedReply: Sendable, Equatable {
  /// They did something with it.
  case reply(Reply)
  /// Nothing was typed for as long as was allowed; what stood on the line is gone.
  case idle
}

extension Terminal {
  /// Asks for one line, and stops waiting when nothing is typed for a while.
  ///
  /// For the prompt of an open journal, which closes by itself when nobody is there; questions that
  /// a person answers never time out. Every key starts the time anew. The screen keeps the question;
  /// whoever asked clears it. Input that is no terminal is never idle.
  ///
  /// - Parameters:
  ///   - question: asked in one line, whatever its form.
  ///   - limit: how long nothing may be typed; time in which the machine sleeps counts.
  package func ask(_ question: Question, idleAfter limit: Duration) -> TimedReply {
    guard let input else { return .reply(.end) }
    show(question)
    input.beginTyping()
    defer { input.endTyping() }
    return askLine(question, of: input, idleAfter: limit).map { .reply($0) } ?? .idle
  }
}
