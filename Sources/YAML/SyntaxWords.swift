/// Turns the C parser's complaints into plain words with a way forward.
struct SyntaxWords {
  private let quoting: Bool
  /// The last quoted text that ran over several lines: perhaps its closing quote is missing.
  private var longQuote: (start: Mark, end: Mark)?

  init(quoting: Bool) {
    self.quoting = quoting
  }

  /// Remembers what stood just before a failure.
  mutating func passed(_ event: Event) {
    guard case .scalar(_, let style) = event.kind else { return }
    let isLong = (style == .quoted || style == .doubleQuoted) && event.start.line < event.end.line
    longQuote = isLong ? (event.start, event.end) : nil
  }

  /// - Parameter lines: those of the whole file.
  func problem(for failure: SyntaxFailure?, in lines: SourceLines) -> YAMLProblem {
    guard let failure else {
      return YAMLProblem(.syntax, at: .start, "There was not enough memory to read this file.")
    }
    return SyntaxWording(
      failure: failure, lines: lines, longQuote: longQuote, quoting: quoting
    ).problem
  }
}
