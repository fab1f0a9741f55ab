extension LintGuide {
  /// The text of `docs/lint.md`.
  package static var markdown: String {
    """
    # What `packs lint` says

    `alongside packs lint DIR` names everything it finds in one go: the file, the line, the column, a
    code, and what to do. An **error** stops its file from being used; a **warning** or a **note**
    stops nothing. The codes never change their names. Lines without a `schema` are steps of a
    prompt, or keys of one.

    This page is made by `alongside packs schema --lint-guide`.

    \(chapters.map(markdown).joined(separator: "\n"))
    """
  }

  private static func markdown(_ chapter: Chapter) -> String {
    "## \(chapter.title)\n\n" + chapter.rules.map(markdown).joined(separator: "\n")
  }

  private static func markdown(_ rule: LintRule) -> String {
    let severity = rule.severity == .error ? "" : " (\(rule.severity.rawValue))"
    let better = rule.better.map { "\nBetter:\n\n\(block($0))" } ?? ""
    return "### `\(rule.code)`\(severity)\n\n\(rule.what) \(rule.why)\n\n"
      + block(rule.example) + better
  }

  /// Indented as code, with what nobody could see named.
  private static func block(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { $0.isEmpty ? "" : "    " + visible($0) }.joined(separator: "\n") + "\n"
  }

  private static func visible(_ text: Substring) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        "<U+\(hex(scalar.value))>"
      case .spaceSeparator where scalar != " ": "<U+\(hex(scalar.value))>"
      default: String(scalar)
      }
    }.joined()
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
