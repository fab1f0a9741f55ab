package import YAML

/// Something wrong, or worth knowing, about a file of a pack or a file of answers.
package struct Finding: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// The file cannot be used as it is.
    case error
    /// The file works, though perhaps not as its author meant.
    case warning
    /// Good to know.
    case note
  }

  /// The file's name, as the caller gave it.
  package var file: String
  /// The line, counted from 1.
  package var line: Int
  /// The column, counted from 1 in Unicode scalars.
  package var column: Int
  /// A stable name: a `FindingCode`, or a code of the YAML reader.
  package var code: String
  package var severity: Severity
  /// What happened, as a sentence.
  package var message: String
  /// What to do next, if that is known.
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
  /// Whether a finding among these stops its file from being used.
  package var hasErrors: Bool { contains { $0.severity == .error } }
}

/// Collects the findings in one file.
package struct FindingList: Sendable {
  /// The name to use in findings.
  package let file: String
  private var findings: [Finding] = []
  /// How many of the findings are errors.
  package private(set) var errors = 0

  /// Creates an empty list.
  package init(file: String) {
    self.file = file
  }

  /// Adds a finding at a place.
  package mutating func add(
    _ code: FindingCode, at mark: Mark, _ message: String, hint: Hint? = nil,
    severity: Finding.Severity = .error
  ) {
    add(code.rawValue, at: mark, message, hint: hint, severity: severity)
  }

  /// Adds a problem that keeps the file from being read at all.
  package mutating func add(_ problem: YAMLProblem) {
    add(
      problem.code.rawValue, at: problem.mark, problem.message,
      hint: problem.hint.map(Hint.init(words:)),
      severity: .error)
  }

  private mutating func add(
    _ code: String, at mark: Mark, _ message: String, hint: Hint?, severity: Finding.Severity
  ) {
    if severity == .error { errors += 1 }
    findings.append(
      Finding(
        file: file, line: mark.line, column: mark.column, code: code, severity: severity,
        message: message, hint: hint))
  }

  /// The lines that have errors, each once, in order.
  package var errorLines: [Int] {
    Set(findings.lazy.filter { $0.severity == .error }.map(\.line)).sorted()
  }

  /// The findings in the order of the file.
  package var inOrder: [Finding] {
    findings.enumerated().sorted { a, b in
      (a.element.line, a.element.column, a.offset) < (b.element.line, b.element.column, b.offset)
    }.map(\.element)
  }
}
