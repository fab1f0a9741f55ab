/// One thing that is wrong, or worth knowing, about a file of a pack or a file of answers.
package struct Finding: Sendable, Hashable, Encodable {
  package enum Severity: String, Sendable, Hashable, Encodable, CaseIterable {
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
  package var hint: String?

  package init(
    file: String, line: Int, column: Int, code: String, severity: Severity, message: String,
    hint: String? = nil
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

extension Finding {
  private enum Key: String, CodingKey { case file, line, column, code, severity, message, hint }

  /// All seven keys, whether or not there is a hint.
  package func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(file, forKey: .file)
    try keys.encode(line, forKey: .line)
    try keys.encode(column, forKey: .column)
    try keys.encode(code, forKey: .code)
    try keys.encode(severity, forKey: .severity)
    try keys.encode(message, forKey: .message)
    try keys.encode(hint ?? "", forKey: .hint)
  }
}

extension Sequence<Finding> {
  /// True when a finding among these stops its file from being used.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}
