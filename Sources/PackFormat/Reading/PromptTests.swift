package import YAML

/// What a prompt should do with some answers, from an `alongside.tests/1` file.
package struct PromptTests: Sendable, Hashable {
  package var file: String
  /// The id of the prompt, in the same pack.
  package var prompt: String
  package var cases: [Case]

  /// Pretend answers, and the steps that must and must not be shown then.
  package struct Case: Sendable, Hashable {
    package var name: String
    /// A map as in a file of answers; nil where everything is skipped.
    package var answers: Node?
    package var shows: [String]
    package var hides: [String]
    /// Where the case begins in the file.
    package var mark: Mark

    package init(
      name: String, answers: Node? = nil, shows: [String] = [], hides: [String] = [], mark: Mark
    ) {
      self.name = name
      self.answers = answers
      self.shows = shows
      self.hides = hides
      self.mark = mark
    }
  }

  package init(file: String, prompt: String, cases: [Case]) {
    self.file = file
    self.prompt = prompt
    self.cases = cases
  }
}
