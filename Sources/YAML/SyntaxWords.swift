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
    return Wording(
      failure: failure, lines: lines, longQuote: longQuote, quoting: quoting
    ).problem
  }
}

/// The words for one failure.
private struct Wording {
  let failure: SyntaxFailure
  let lines: SourceLines
  let longQuote: (start: Mark, end: Mark)?
  let quoting: Bool

  var problem: YAMLProblem { spaces ?? dash ?? quotes ?? colon ?? layout ?? other }

  /// The value on the line of the failure.
  private var value: QuotableValue? { QuotableValue(line: lines.text(failure.problemMark.line)) }

  /// Tabs and hard spaces before the first word of a line.
  private var spaces: YAMLProblem? {
    let line = failure.problemMark.line
    for candidate in [line, line - 1] where candidate > 0 {
      let text = lines.text(candidate)
      let indent = text.unicodeScalars.prefix { " \t\u{A0}".unicodeScalars.contains($0) }
      if let column = indent.firstIndex(of: "\t") {
        let place = indent.distance(from: indent.startIndex, to: column) + 1
        return tab(
          Mark(line: candidate, column: place), text.unicodeScalars.dropFirst(indent.count))
      }
      if let column = indent.firstIndex(of: "\u{A0}") {
        let place = indent.distance(from: indent.startIndex, to: column) + 1
        return .oddSpace(at: Mark(line: candidate, column: place))
      }
    }
    return nil
  }

  private func tab(_ mark: Mark, _ words: Substring.UnicodeScalarView) -> YAMLProblem {
    let words = String(words)
    let width = Indentation(lines, line: mark.line).width(for: words)
    var problem = YAMLProblem(
      .tabIndent, at: mark, "This line begins with a tab; YAML wants spaces.",
      hint: "Replace each tab with two spaces.")
    guard let width, quoting, words.unicodeScalars.count <= 300 else { return problem }
    problem.hint = "Write, after \(width) spaces: \(words)"
    problem.corrected = String(repeating: " ", count: width) + words
    return problem
  }

  /// A dash that sticks to its key, where it stands or in the line above.
  private var dash: YAMLProblem? {
    let line = failure.problemMark.line
    for candidate in [line, lines.before(line)].compactMap(\.self) {
      let words = lines.text(candidate).unicodeScalars.drop { $0 == " " }
      let key = words.dropFirst().prefix { $0.properties.isAlphabetic || $0 == "_" }
      guard words.first == "-", !key.isEmpty, words.dropFirst(key.count + 1).first == ":" else {
        continue
      }
      let indent = lines.indent(of: candidate) ?? 0
      var problem = YAMLProblem(
        .dashSpace, at: Mark(line: candidate, column: indent + 1),
        "The dash that begins an item needs a space behind it.", hint: "Write a space there.")
      guard quoting, words.count <= 300 else { return problem }
      let line = "- " + String(words.dropFirst())
      problem.hint = "Write: " + line
      problem.corrected = String(repeating: " ", count: indent) + line
      return problem
    }
    return nil
  }

  private var quotes: YAMLProblem? {
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
    var problem = YAMLProblem(
      .needsQuotes, at: Mark(line: failure.problemMark.line, column: value.column),
      "The text has the quotes in it that it stands in, so it ends too soon.",
      hint: "Put it in quotes of the other kind.")
    guard quoting else { return problem }
    problem.hint = "Write: " + line
    problem.corrected =
      String(repeating: " ", count: lines.indent(of: failure.problemMark.line) ?? 0) + line
    return problem
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
  private func corrected(_ problem: YAMLProblem, _ value: QuotableValue) -> YAMLProblem {
    var problem = problem
    guard quoting else { return problem }
    guard !goesOn(value) else {
      problem.hint = "The text goes on below: put quotes at its beginning and at its very end."
      return problem
    }
    problem.hint = "Write: " + value.quoted
    let indent = lines.indent(of: problem.mark.line) ?? 0
    problem.corrected = String(repeating: " ", count: indent) + value.quoted
    return problem
  }

  /// Whether the text goes on in the lines below.
  private func goesOn(_ value: QuotableValue) -> Bool {
    guard let next = lines.next(after: failure.problemMark.line) else { return false }
    return (lines.indent(of: next) ?? 0) >= value.keyColumn
  }

  private func unclosedQuote(at mark: Mark) -> YAMLProblem {
    YAMLProblem(
      .unclosedQuote, at: mark, "The quotes that open here are not closed where they should be.",
      hint: "Put a closing quote at the end of the text.")
  }

  private var colon: YAMLProblem? {
    if failure.problem.hasPrefix("mapping values are not allowed") {
      let problem = YAMLProblem(
        .colonInText, at: failure.problemMark, "There is a second colon in this line.",
        hint: "Put the text after the first colon in quotes.")
      guard let value, value.holdsColon else { return above ?? problem }
      return corrected(problem, value)
    }
    if failure.problem.hasPrefix("could not find expected ':'") {
      return YAMLProblem(
        .missingColon, at: failure.contextMark, "A colon and a value are missing after this.",
        hint: "Write a key, a colon, a space and the value. "
          + "If this carries on a longer text, indent it below its first line.")
    }
    return nil
  }

  /// With one colon in the line, it is the line above that goes wrong: a key without its colon, a
  /// dash that is none, or a key that stands further left than this one.
  private var above: YAMLProblem? {
    let line = failure.problemMark.line
    guard let before = lines.before(line), let indent = lines.indent(of: before) else { return nil }
    let words = String(lines.text(before).unicodeScalars.dropFirst(indent))
    let mark = Mark(line: before, column: indent + 1)
    if let sign = words.unicodeScalars.first,
      "\u{2013}\u{2014}\u{2022}*".unicodeScalars.contains(sign)
    {
      return mended(
        YAMLProblem(
          .dashSpace, at: mark, "An item of a list begins with a plain dash.",
          hint: "Write - and a space there."),
        "- " + String(words.unicodeScalars.dropFirst().drop { $0 == " " }), indent)
    }
    let parts = words.split(separator: " ").map(String.init)
    let key = parts.first == "-" ? 1 : 0
    if !words.contains(":"), parts.count > key + 1 {
      let rest = parts[(key + 1)...].joined(separator: " ")
      return mended(
        YAMLProblem(
          .missingColon, at: mark, "A colon is missing in this line, behind the first word.",
          hint: "Write a key, a colon, a space and the value."),
        (key == 1 ? "- " : "") + "\(parts[key]): \(rest)", indent)
    }
    guard words.contains(": "), let own = lines.indent(of: line), own > indent else { return nil }
    let column = indent + (words.hasPrefix("- ") ? 2 : 0)
    return YAMLProblem(
      .indent, at: Mark(line: line, column: own + 1),
      "This line does not stand below the one it belongs to.",
      hint:
        "Begin it in column \(column + 1), below the first word of the line above, or put a text "
        + "that goes on in quotes.")
  }

  private func mended(_ problem: YAMLProblem, _ line: String, _ indent: Int) -> YAMLProblem {
    var problem = problem
    guard quoting, line.unicodeScalars.count <= 300 else { return problem }
    problem.hint = "Write: " + line
    problem.corrected = String(repeating: " ", count: indent) + line
    return problem
  }

  private var layout: YAMLProblem? {
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

  private var other: YAMLProblem {
    YAMLProblem(
      .syntax, at: failure.problemMark, "This cannot be read as YAML from here on.",
      hint: "Compare it with the lines above; text with unusual signs goes in quotes.")
  }
}
