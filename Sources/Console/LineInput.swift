/// Where typed words come from: a terminal, or in tests a script.
///
/// It edits a ``TypedText`` that the asker owns, and returns at each key that only the asker can
/// judge. One question, and all that is asked before it ends, is held by ``beginTyping()`` and
/// ``endTyping()``.
package protocol LineInput: AnyObject {
  /// How long a question may wait for the next key; `nil`, as at first, waits for as long as it takes.
  var patience: Duration? { get set }

  /// Whether nobody typed for that long.
  ///
  /// From then on every question is as if interrupted, until this is set to false.
  var isLeftAlone: Bool { get set }

  /// Whether the terminal went away, or the process was told to end.
  ///
  /// Every question is as if interrupted then, for good.
  var hasEnded: Bool { get }

  /// Whether words above the current line can be reached with the arrow keys.
  var editsAllLines: Bool { get }

  /// Whether letters came that are not UTF-8, and were read as another sort.
  var hasReadForeignLetters: Bool { get }

  /// Edits a text until a key that the asker judges.
  ///
  /// - Parameters:
  ///   - text: what is there and what becomes of it, whatever ends the editing.
  ///   - form: what the answer may be.
  ///   - keep: hears the text at most a second after it changed, so that it can be put away.
  func edit(
    _ text: inout TypedText, as form: TypedForm, keep: (TypedText) -> Void
  ) -> EditEnd

  /// Takes the cursor below the text that is being edited, where others may write.
  func leave()

  /// Reads one line of bytes that are never shown and never become a `String`.
  ///
  /// - Returns: `nil` for a paste of several lines; nothing of it was taken.
  func readSecret() -> SecretEvent?

  /// Keeps the terminal set for typing until the matching ``endTyping()``; calls may nest.
  ///
  /// Held around several lines that belong together, so that a large paste is not cut between them.
  /// While it is held, the end of the terminal or of the process waits until words are put away.
  func beginTyping()

  /// Ends what ``beginTyping()`` began; the last one puts the terminal back.
  func endTyping()

  /// Hands the terminal to another program for a while; the end of the process still waits.
  func lend<Result>(_ work: () throws -> Result) rethrows -> Result

  /// Ends all asking when the program does: drops what was typed or pasted and not used, so that no
  /// shell gets it, and where a signal asked for the end, ends the process by that signal.
  func close()
}

extension LineInput {
  package var hasEnded: Bool { false }
  package var editsAllLines: Bool { false }
  package var hasReadForeignLetters: Bool { false }
  package func leave() {}
  package func beginTyping() {}
  package func endTyping() {}
  package func lend<Result>(_ work: () throws -> Result) rethrows -> Result { try work() }
  package func close() {}
}

/// What is typed for, which decides what Enter and a paste mean.
package struct TypedForm: Sendable, Equatable {
  /// What becomes of a paste of several lines.
  package enum Paste: Sendable, Equatable {
    /// Its lines stay lines.
    case lines
    /// Its lines become one.
    case joined
    /// Nothing of it is taken.
    case refused
  }

  package var paste: Paste
  /// Lines typed before, oldest first, for Up and Down.
  package var history: [String]

  package init(_ paste: Paste, history: [String] = []) {
    self.paste = paste
    self.history = history
  }

  var hasLines: Bool { paste == .lines }
}

/// Why editing stopped for a moment.
package enum EditEnd: Sendable, Equatable {
  /// Enter; the text is as it was before it.
  case enter
  /// Ctrl-D.
  case end
  /// Ctrl-C, nobody there for too long, the end of the terminal or of the process.
  case interrupted
  /// Ctrl-L: the screen is to be drawn again.
  case redraw
  /// A paste of several lines where only one fits; nothing of it was taken.
  case pasteRefused
}

/// What came of waiting for a secret.
package enum SecretEvent: Sendable, Equatable {
  /// The bytes typed, without the line's ending; whoever receives them wipes them.
  case secret([UInt8])
  /// Ctrl-D with nothing typed, or nothing more to read.
  case end
  /// Ctrl-C, nobody there for too long, the end of the terminal or of the process.
  case interrupted
}
