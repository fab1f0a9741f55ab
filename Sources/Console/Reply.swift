/// What a person did with a question.
package enum Reply: Sendable, Equatable {
  /// All the words that are there now, loaded ones included; of long text the lines joined with LF,
  /// without blank lines at the end, and with one LF at the end where the last line was ended.
  case words(String)
  /// An empty answer: it keeps what stands, or leaves the question.
  case nothing
  /// A command, and all the words that are there besides it. Never `/help` or `/again`.
  case command(LineCommand, typed: String)
  /// Ctrl-D with nothing typed, or no more input. Put everything aside: nobody is there.
  case end
  /// Ctrl-C, nobody there for too long, or the end of the terminal; with all the words that are there.
  case interrupted(typed: String)
}
