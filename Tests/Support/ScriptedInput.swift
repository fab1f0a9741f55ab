package import Console

/// Typed lines prepared beforehand, for tests and transcripts.
package final class ScriptedInput: LineInput {
  /// What to script where a question waits only so long and nobody is there.
  package static let idle = "<idle>"

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

  /// A line ``idle`` stands for nobody typing anything; any other waits as long as it takes.
  package func readLine(after prompt: String, idleAfter limit: Duration) -> LineEvent? {
    guard events.last == .line(Self.idle) else { return readLine(after: prompt) }
    events.removeLast()
    echo?.write("\n")
    return nil
  }

  package func readSecret() -> SecretEvent {
    switch events.popLast() ?? .end {
    case .line(let words): .secret(Array(words.utf8))
    case .end: .end
    case .interrupted: .interrupted
    }
  }
}
