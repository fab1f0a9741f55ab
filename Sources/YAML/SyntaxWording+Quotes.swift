extension SyntaxWording {
  /// A text whose quotes are missing, not closed, or its own.
  var quotes: YAMLProblem? {
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
    if let torn = tornQuotes { return torn }
    guard let value, value.needsQuotes || isSignOfYAML(value) else { return nil }
    return corrected(
      YAMLProblem(
        .needsQuotes, at: Mark(line: failure.problemMark.line, column: value.column),
        "Text that begins with \(value.opening) needs quotes around all of it."), value)
  }

  /// Quotes inside a text of the same quotes: it ends at the first of them.
  private var tornQuotes: YAMLProblem? {
    guard let value, let line = value.requoted else { return nil }
    let mark = Mark(line: failure.problemMark.line, column: value.column)
    return mended(
      YAMLProblem(
        .needsQuotes, at: mark,
        "The text has the quotes in it that it stands in, so it ends too soon.",
        hint: "Put it in quotes of the other kind."),
      line, lines.indent(of: mark.line) ?? 0, upTo: .max)
  }

  /// A dash, question mark, `>` or `|` that was the first sign of a text.
  private func isSignOfYAML(_ value: QuotableValue) -> Bool {
    guard value.isWords, !goesOn(value) else { return false }
    switch value.opening {
    case "-": return failure.problem.contains("block sequence entries are not allowed")
    case "?": return failure.problem.contains("mapping keys are not allowed")
    case ">", "|": return failure.context.contains("block scalar")
    default: return false
    }
  }

  /// The problem with the whole line as it should be, where that is sure.
  func corrected(_ problem: YAMLProblem, _ value: QuotableValue) -> YAMLProblem {
    guard quoting, goesOn(value) else {
      return mended(problem, value.quoted, lines.indent(of: problem.mark.line) ?? 0, upTo: .max)
    }
    var problem = problem
    problem.hint = "The text goes on below: put quotes at its beginning and at its very end."
    return problem
  }

  /// Whether the text goes on in the lines below.
  private func goesOn(_ value: QuotableValue) -> Bool {
    guard let next = lines.next(after: failure.problemMark.line) else { return false }
    return (lines.indent(of: next) ?? 0) >= value.keyColumn
  }

  private func unclosedQuote(at mark: Mark) -> YAMLProblem {
    let problem = YAMLProblem(
      .unclosedQuote, at: mark, "The quotes that open here are not closed where they should be.",
      hint: "Put a closing quote at the end of the text.")
    guard let line = closed(at: mark) else { return problem }
    return mended(problem, line, lines.indent(of: mark.line) ?? 0)
  }

  /// The line with its closing quote, where it is sure that the text ends with the line.
  private func closed(at mark: Mark) -> String? {
    let scalars = lines.text(mark.line).unicodeScalars
    let quoted = scalars.dropFirst(mark.column - 1)
    guard let quote = quoted.first, quote == "\"" || quote == "'" else { return nil }
    let text = quoted.dropFirst()
    let unsure: Set<Unicode.Scalar> = [quote, "\\", "#", "{", "}", "[", "]"]
    guard !text.isEmpty, !text.contains(where: unsure.contains) else { return nil }
    if let next = lines.next(after: mark.line) {
      let below = lines.text(next).unicodeScalars.drop { $0 == " " }
      guard below.starts(with: "- ".unicodeScalars) || below.contains(":") else { return nil }
    }
    let indent = lines.indent(of: mark.line) ?? 0
    return String(String.UnicodeScalarView(scalars.dropFirst(indent))) + String(quote)
  }
}
