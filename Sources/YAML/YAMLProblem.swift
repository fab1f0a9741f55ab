/// Why a file cannot be read as YAML, and what to do about it.
///
/// The words quote one line of the file at most, and none of it where the file holds someone's
/// answers.
package struct YAMLProblem: Error, Sendable, Hashable {
  /// A stable name of the problem; never renamed.
  package enum Code: String, Sendable, Hashable, CaseIterable {
    case tooLarge = "too-large"
    case empty
    case notUTF8 = "not-utf8"
    case utf16 = "utf-16"
    case byteOrderMark = "byte-order-mark"
    case controlCharacter = "control-character"
    case bidiCharacter = "bidi-character"
    case invisibleCharacter = "invisible-character"
    case anchor
    case alias
    case tag
    case mergeKey = "merge-key"
    case duplicateKey = "duplicate-key"
    case keyShape = "key-shape"
    case severalDocuments = "several-documents"
    case directive
    case tooDeep = "too-deep"
    case tabIndent = "tab-indent"
    case oddSpace = "odd-space"
    case dashSpace = "dash-space"
    case colonInText = "colon-in-text"
    case missingColon = "missing-colon"
    case unclosedQuote = "unclosed-quote"
    case unclosedBracket = "unclosed-bracket"
    case needsQuotes = "needs-quotes"
    case indent
    case escape
    case syntax
  }

  package var mark: Mark
  package var code: Code
  /// What happened, as a sentence.
  package var message: String
  /// What to do next, where that is known.
  package var hint: String?
  /// The whole line as it should stand, where that is certain.
  var corrected: String?

  package init(_ code: Code, at mark: Mark, _ message: String, hint: String? = nil) {
    self.code = code
    self.mark = mark
    self.message = message
    self.hint = hint
  }
}

extension YAMLProblem {
  /// A key that is in its map already.
  ///
  /// - Parameter key: the key in quotes, or words in its place.
  package static func duplicateKey(
    _ key: String, first line: Int, at mark: Mark
  ) -> YAMLProblem {
    YAMLProblem(
      .duplicateKey, at: mark,
      "\(key) stands twice: first on line \(line), again on line \(mark.line).",
      hint: "Keep one of the two.")
  }

  /// Maps and lists inside each other beyond the limit.
  package static func tooDeep(_ limit: Int, at mark: Mark) -> YAMLProblem {
    YAMLProblem(
      .tooDeep, at: mark, "Maps and lists stand inside each other more than \(limit) deep here.",
      hint: "Use fewer brackets or less indentation.")
  }

  /// A line indented with spaces that only look like spaces.
  static func oddSpace(at mark: Mark) -> YAMLProblem {
    YAMLProblem(
      .oddSpace, at: mark,
      "This line begins with a hard space, as word processors and web pages make them.",
      hint: "Delete the spaces before the first word and type them again.")
  }
}
