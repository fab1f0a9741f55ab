package import YAML

/// Tests of what a prompt does with some answers, from an `alongside.tests/1` file.
package struct PromptTests: Sendable, Hashable {
  package var file: String
  /// The id of the prompt or template, in the same pack.
  package var prompt: String
  package var cases: [Case]

  /// Made-up answers, and the steps that must and must not be shown for them.
  package struct Case: Sendable, Hashable {
    package var name: String
    /// In a template for a meeting, the party that answers.
    package var party: String?
    /// A map as in a file of answers; `nil` if everything is skipped.
    package var answers: Node?
    package var shows: [String]
    package var hides: [String]
    /// The place where the case begins.
    package var mark: Mark

    package init(
      name: String, as party: String? = nil, answers: Node? = nil, shows: [String] = [],
      hides: [String] = [], mark: Mark
    ) {
      self.name = name
      self.party = party
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

/// The prompt that a file of tests is about, and every step it names, with their places.
package struct TestReference {
  package let prompt: String
  package let mark: Mark
  package let steps: [(id: String, mark: Mark)]
}

extension FileReader {
  mutating func tests(from root: Node, reference: inout TestReference?) -> PromptTests {
    let prompt = root["prompt"]?.words ?? ""
    var steps: [(id: String, mark: Mark)] = []
    var cases: [PromptTests.Case] = []
    for node in root["cases"]?.items ?? [] where node.pairs != nil {
      let lists = ["shows", "hides"].map { node[$0]?.items ?? [] }
      steps += (node["answers"]?.pairs ?? []).map { ($0.key, $0.keyMark) }
      steps += lists.joined().compactMap { item in item.words.map { ($0, item.mark) } }
      let shown = lists[0].compactMap(\.words)
      for item in lists[1] where linting && item.words.map(shown.contains) ?? false {
        findings.add(
          .neverTrue, at: item.mark, "This case shows \"\(item.words ?? "")\" and hides it.",
          hint: "Take it out of one of the two lists.", severity: .warning)
      }
      cases.append(
        .init(
          name: node["name"]?.words ?? "", as: node["as"]?.words, answers: node["answers"],
          shows: shown, hides: lists[1].compactMap(\.words),
          mark: node.mark))
    }
    if let mark = root["prompt"]?.mark {
      reference = TestReference(prompt: prompt, mark: mark, steps: steps)
    }
    return PromptTests(file: findings.file, prompt: prompt, cases: cases)
  }
}
