extension SyntaxWording {
  /// A colon too many, or one that is missing.
  var colon: YAMLProblem? {
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
}
