/// Where typed words come from: a terminal, a pipe or, in tests, a script.
package protocol LineInput: AnyObject {
  /// How long a line may wait for the next key; nil, as at first, waits for as long as it takes.
  ///
  /// What is no terminal waits in any case.
  var patience: Duration? { get set }

  /// Whether nobody typed for that long.
  ///
  /// From then on every line and every secret is as if interrupted, until this is set to false.
  var isLeftAlone: Bool { get set }

  /// Reads one line, without its ending.
  ///
  /// - Parameter prompt: what already stands on the line, as the asker wrote it. An implementation
  ///   never writes it, except to draw the line anew.
  func readLine(after prompt: String) -> LineEvent

  /// Reads one line of bytes that are never shown and never become a `String`.
  func readSecret() -> SecretEvent

  /// Keeps the terminal set for typing until the matching ``endTyping()``; calls may nest.
  ///
  /// Held around several lines that belong together, so that a large paste is not cut between them.
  func beginTyping()

  /// Ends what ``beginTyping()`` began; the last one puts the terminal back.
  func endTyping()
}

extension LineInput {
  package var patience: Duration? {
    get { nil }
    set {}
  }

  package var isLeftAlone: Bool {
    get { false }
    set {}
  }

  package func beginTyping() {}
  package func endTyping() {}
}

/// What came of waiting for a line.
package enum LineEvent: Sendable, Equatable {
  /// A line, without its ending; it may be empty.
  case line(String)
  /// Ctrl-D on an empty line, or nothing more to read.
  case end
  /// Ctrl-C, or nobody there for too long; with what had been typed of the line.
  case interrupted(String)
}

/// What came of waiting for a secret.
package enum SecretEvent: Sendable, Equatable {
  /// The bytes typed, without the line's ending; whoever receives them wipes them.
  case secret([UInt8])
  /// Ctrl-D with nothing typed, or nothing more to read.
  case end
  /// Ctrl-C, or nobody there for too long.
  case interrupted
}
