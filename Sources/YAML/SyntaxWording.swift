/// The words for one failure.
struct SyntaxWording {
  let failure: SyntaxFailure
  let lines: SourceLines
  let longQuote: (start: Mark, end: Mark)?
  let quoting: Bool

  var problem: YAMLProblem { spaces ?? dash ?? quotes ?? colon ?? layout ?? other }

  /// The value on the line of the failure.
  var value: QuotableValue? { QuotableValue(line: lines.text(failure.problemMark.line)) }

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
      return mended(
        YAMLProblem(
          .dashSpace, at: Mark(line: candidate, column: indent + 1),
          "The dash that begins an item needs a space behind it.", hint: "Write a space there."),
        "- " + String(words.dropFirst()), indent)
    }
    return nil
  }

  /// The problem with the whole line as it should be, where that can be said and is not too long.
  func mended(
    _ problem: YAMLProblem, _ line: String, _ indent: Int, upTo most: Int = 300
  ) -> YAMLProblem {
    var problem = problem
    guard quoting, line.unicodeScalars.count <= most else { return problem }
    problem.hint = "Write: " + line
    problem.corrected = String(repeating: " ", count: indent) + line
    return problem
  }

  /// Brackets that stay open, and lines that stand in the wrong column.
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
