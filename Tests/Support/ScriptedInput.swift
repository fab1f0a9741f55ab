package import Console

/// Typed lines prepared beforehand, for tests and transcripts.
package final class ScriptedInput: LineInput {
  private var events: [LineEvent]
  private let echo: (any Sink)?

  /// Gives these events in order, then ``LineEvent/end`` for ever.
  ///
  /// - Parameter echo: gets each line as a terminal shows it, so that a transcript reads whole.
  package init(_ events: [LineEvent], echo: (any Sink)? = nil) {
    self.events = events.reversed()
    self.echo = echo
  }

  /// Gives these lines in order, then ``LineEvent/end`` for ever.
  package convenience init(lines: [String], echo: (any Sink)? = nil) {
    self.init(lines.map { LineEvent.line($0) }, echo: echo)
  }

  package func readLine(after prompt: String) -> LineEvent {
    let event = events.popLast() ?? .end
    if case .line(let words) = event { echo?.write(words) }
    echo?.write("\n")
    return event
  }

  package func readSecret() -> SecretEvent {
    switch events.popLast() ?? .end {
    case .line(let words): .secret(Array(words.utf8))
    case .end: .end
    case .interrupted: .interrupted
    }
  }
}
