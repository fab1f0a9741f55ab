/// One thing that is wrong, or worth knowing, about a file of a pack or a file of answers.
package struct Finding: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The file cannot be used as it is.
    case error
    /// The file works, though perhaps not as its author meant.
    case warning
    /// Good to know.
    case note
  }

  /// The file as the caller named it.
  package var file: String
  /// Counted from 1.
  package var line: Int
  /// Counted from 1, in Unicode scalars.
  package var column: Int
  /// A stable name: a `FindingCode`, or a code of the YAML reader.
  package var code: String
  package var severity: Severity
  /// What happened, as a sentence.
  package var message: String
  /// What to do next, where that is known.
  package var hint: Hint?

  package init(
    file: String, line: Int, column: Int, code: String, severity: Severity, message: String,
    hint: Hint? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.code = code
    self.severity = severity
    self.message = message
    self.hint = hint
  }
}

extension Sequence<Finding> {
  /// True when a finding among these stops its file from being used.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
