/// What a person did with a question.
package enum Reply: Sendable, Equatable {
  /// Words; of long text the lines joined with LF, without blank lines at the end.
  case words(String)
  /// An empty answer: it keeps what stands, or leaves the question.
  case nothing
  /// A command, and the lines of long text that were typed before it. Never `/help`.
  case command(LineCommand, typed: String)
  /// Ctrl-D with nothing typed, or no more input. Put everything aside: nobody is there.
  case end
  /// Ctrl-C, or nobody there for too long; with what was typed before it, of a long text all lines.
  case interrupted(typed: String)
}
