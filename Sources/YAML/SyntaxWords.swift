/// Turns the C parser's complaints into plain words with a way forward.
struct SyntaxWords {
  private let lines: SourceLines
  private let quoting: Bool
  /// The last quoted text that ran over several lines: perhaps its closing quote is missing.
  private var longQuote: (start: Mark, end: Mark)?

  init(bytes: [UInt8], quoting: Bool) {
    lines = SourceLines(bytes)
    self.quoting = quoting
  }

  /// Remembers what stood just before a failure.
  mutating func passed(_ event: Event) {
    guard case .scalar(_, let style) = event.kind else { return }
    let isLong = (style == .quoted || style == .doubleQuoted) && event.start.line < event.end.line
    longQuote = isLong ? (event.start, event.end) : nil
  }

  func problem(for failure: SyntaxFailure?) -> YAMLProblem {
    guard let failure else {
      return YAMLProblem(.syntax, at: .start, "There was not enough memory to read this file.")
    }
    return spaces(failure) ?? quotes(failure) ?? colon(failure) ?? layout(failure)
      ?? other(failure)
  }

  /// Tabs and hard spaces before the first word of a line.
  private func spaces(_ failure: SyntaxFailure) -> YAMLProblem? {
    let line = failure.problemMark.line
    for candidate in [line, line - 1] where candidate > 0 {
      let indent = lines.text(candidate).unicodeScalars.prefix {
        " \t\u{A0}".unicodeScalars.contains($0)
      }
      if let column = indent.firstIndex(of: "\t") {
        let place = indent.distance(from: indent.startIndex, to: column) + 1
        return YAMLProblem(
          .tabIndent, at: Mark(line: candidate, column: place),
          "This line begins with a tab; YAML wants spaces.",
          hint: "Replace each tab with two spaces.")
      }
      if let column = indent.firstIndex(of: "\u{A0}") {
        let place = indent.distance(from: indent.startIndex, to: column) + 1
        return .oddSpace(at: Mark(line: candidate, column: place))
      }
    }
    return nil
  }

  private func quotes(_ failure: SyntaxFailure) -> YAMLProblem? {
    if let longQuote, longQuote.end.line == failure.problemMark.line {
      return unclosedQuote(at: longQuote.start)
    }
    if failure.context.contains("quoted scalar") {
      guard failure.problem.contains("escape") else {
        return unclosedQuote(at: failure.contextMark)
      }
      return YAMLProblem(
        .escape, at: failure.problemMark, "The backslash here means nothing inside double quotes.",
        hint: "Write two backslashes, or use single quotes.")
    }
    let place = failure.problemMark
    let text = lines.text(place.line)
    guard let value = QuotableValue(line: text), value.needsQuotes else { return nil }
    return YAMLProblem(
      .needsQuotes, at: Mark(line: place.line, column: value.column),
      "Text that begins with \(value.opening) needs quotes around all of it.",
      hint: hint("Write: ", value.quoted))
  }

  private func unclosedQuote(at mark: Mark) -> YAMLProblem {
    YAMLProblem(
      .unclosedQuote, at: mark, "The quotes that open here are not closed where they should be.",
      hint: "Put a closing quote at the end of the text.")
  }

  private func colon(_ failure: SyntaxFailure) -> YAMLProblem? {
    if failure.problem.hasPrefix("mapping values are not allowed") {
      let value = QuotableValue(line: lines.text(failure.problemMark.line))
      let example = value.flatMap { $0.holdsColon ? $0.quoted : nil } ?? "ask: \"...\""
      return YAMLProblem(
        .colonInText, at: failure.problemMark, "There is a second colon in this line.",
        hint: hint("Put the text after the first colon in quotes, like: ", example)
          ?? "Put the text after the first colon in quotes.")
    }
    if failure.problem.hasPrefix("could not find expected ':'") {
      return YAMLProblem(
        .missingColon, at: failure.contextMark, "A colon and a value are missing after this.",
        hint: "Write a key, a colon, a space and the value. "
          + "If this carries on a longer text, indent it below its first line.")
    }
    return nil
  }

  private func layout(_ failure: SyntaxFailure) -> YAMLProblem? {
    let problem = failure.problem
    if failure.context.contains("flow") {
      return YAMLProblem(
        .unclosedBracket, at: failure.contextMark,
        "The bracket or brace that opens here is not closed, or a comma is missing in it.",
        hint: "Close it, put commas between the items, "
          + "and put items with commas or colons in quotes.")
    }
    let isLayout =
      problem.contains("expected key") || problem.contains("'-' indicator")
      || problem.contains("block sequence entries are not allowed")
      || problem.contains("expected <document start>")
    guard isLayout else { return nil }
    return YAMLProblem(
      .indent, at: failure.problemMark,
      "This line does not stand below the one it belongs to.",
      hint: "Give lines that belong together the same number of spaces at their beginning, "
        + "and begin each item of a list with a dash and a space on its own line.")
  }

  private func other(_ failure: SyntaxFailure) -> YAMLProblem {
    YAMLProblem(
      .syntax, at: failure.problemMark, "This cannot be read as YAML from here on.",
      hint: "Compare it with the lines above; text with unusual signs goes in quotes.")
  }

  private func hint(_ words: String, _ example: String) -> String? {
    quoting ? words + example : nil
  }
}
