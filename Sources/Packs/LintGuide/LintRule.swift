import YAML

/// What one code of `packs lint` means, for people: in `docs/lint.md` and in editors.
package struct LintRule: Sendable, Hashable {
  /// The stable name.
  package var code: String
  package var severity: Finding.Severity
  /// What was found, as a sentence.
  package var what: String
  /// Why it matters.
  package var why: String
  /// Lines that produce it.
  ///
  /// A whole file that begins with `schema:`, or else steps of a prompt that begin with a dash, or
  /// else keys of a prompt; or plain words where one file alone cannot show it.
  package var example: String
  /// The same lines made right; nil where there is nothing to show.
  package var better: String?

  package init(
    _ code: String, _ severity: Finding.Severity = .error, what: String, why: String,
    example: String, better: String? = nil
  ) {
    self.code = code
    self.severity = severity
    self.what = what
    self.why = why
    self.example = example
    self.better = better
  }

  package init(
    _ code: FindingCode, _ severity: Finding.Severity = .error, what: String, why: String,
    example: String, better: String? = nil
  ) {
    self.init(
      code.rawValue, severity, what: what, why: why, example: example, better: better)
  }

  init(
    _ code: YAMLProblem.Code, what: String, why: String, example: String, better: String? = nil
  ) {
    self.init(code.rawValue, what: what, why: why, example: example, better: better)
  }
}
