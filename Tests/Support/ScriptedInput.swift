package import Console

/// Typed lines prepared beforehand, for tests and transcripts.
package final class ScriptedInput: LineInput {
  /// What to script where a question waits only so long and nobody is there.
  package static let idle = "<idle>"

  package var patience: Duration?
  package var isLeftAlone = false
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

  /// A line that begins with ``idle`` stands for nobody typing any more, after what follows on it,
  /// where a question waits only so long.
  package func readLine(after prompt: String) -> LineEvent {
    if patience != nil, case .line(let line)? = events.last, line.hasPrefix(Self.idle) {
      events.removeLast()
      isLeftAlone = true
      echo?.write("\n")
      return .interrupted(String(line.dropFirst(Self.idle.count).drop { $0 == " " }))
    }
    guard !isLeftAlone else {
      echo?.write("\n")
      return .interrupted("")
    }
    let event = events.popLast() ?? .end
    if case .line(let words) = event { echo?.write(words) }
    echo?.write("\n")
    return event
  }

  package func readSecret() -> SecretEvent {
    guard !isLeftAlone else { return .interrupted }
    return switch events.popLast() ?? .end {
    case .line(let words): .secret(Array(words.utf8))
    case .end: .end
    case .interrupted: .interrupted
    }
  }
}
