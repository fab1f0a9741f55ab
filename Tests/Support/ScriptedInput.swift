package import Console

/// What a script lets a person do at a question.
package enum LineEvent: Sendable, Equatable {
  /// Words and Enter.
  case line(String)
  /// A paste of several lines, and Enter.
  case paste(String)
  /// Ctrl-D, with nothing typed.
  case end
  /// Words and Ctrl-C.
  case interrupted(String)
}

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
  package func edit(
    _ text: inout TypedText, as form: TypedForm, keep: (TypedText) -> Void
  ) -> EditEnd {
    let loaded = text.text.split(separator: "\n", omittingEmptySubsequences: false).last ?? ""
    echo?.write(Terminal.prompt + loaded)
    defer { echo?.write("\n") }
    if patience != nil, case .line(let line)? = events.last, line.hasPrefix(Self.idle) {
      events.removeLast()
      isLeftAlone = true
      text.type(String(line.dropFirst(Self.idle.count).drop { $0 == " " }))
      return .interrupted
    }
    guard !isLeftAlone else { return .interrupted }
    switch events.popLast() ?? .end {
    case .line(let words):
      echo?.write(words)
      if !words.isEmpty { text.type(words) }
      return .enter
    case .paste(let words):
      if form.paste == .refused, words.contains("\n") { return .pasteRefused }
      echo?.write(words)
      let isJoined = form.paste == .joined
      text.paste(isJoined ? words.split(separator: "\n").joined(separator: " ") : words)
      return .enter
    case .end: return .end
    case .interrupted(let words):
      if !words.isEmpty { text.type(words) }
      return .interrupted
    }
  }

  package func readSecret() -> SecretEvent? {
    guard !isLeftAlone else { return .interrupted }
    return switch events.popLast() ?? .end {
    case .line(let words), .paste(let words): .secret(Array(words.utf8))
    case .end: .end
    case .interrupted: .interrupted
    }
  }
}
