package import YAML

/// Collects what is found in one file.
package struct FindingList: Sendable {
  /// The name to use in findings.
  package let file: String
  private var findings: [Finding] = []
  /// How many of the findings are errors.
  package private(set) var errors = 0

  /// Begins without a finding.
  package init(file: String) {
    self.file = file
  }

  /// Adds one thing that was found at a place.
  package mutating func add(
    _ code: FindingCode, at mark: Mark, _ message: String, hint: Hint? = nil,
    severity: Finding.Severity = .error
  ) {
    add(code.rawValue, at: mark, message, hint: hint, severity: severity)
  }

  /// Adds what keeps the file from being read at all.
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

  /// What was found, in the order of the file.
  package var inOrder: [Finding] {
    findings.enumerated().sorted { a, b in
      (a.element.line, a.element.column, a.offset) < (b.element.line, b.element.column, b.offset)
    }.map(\.element)
  }
}
