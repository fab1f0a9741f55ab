import PackFormat
import Practice

extension PackContents {
  /// The prompt of each file of tests must be in this pack, and every step it names in the prompt.
  mutating func checkTests() {
    for (file, reference) in tried {
      guard let prompt = tested(reference.prompt) else {
        guard !triedPrompts.union(triedTemplates).contains(reference.prompt) else { continue }
        add(
          .unknownPrompt, file, reference.mark,
          "There is no prompt or template \"\(reference.prompt)\" in this pack.",
          Nearest.question(reference.prompt, among: (prompts + sessions).map(\.id))
            ?? "Name a prompt or template of this pack by its id.")
        continue
      }
      let ids = prompt.steps.map(\.id)
      for (id, mark) in reference.steps where !ids.contains(id) {
        add(
          .unknownStep, file, mark, "There is no step \"\(id)\" in \(prompt.id).",
          Nearest.question(id, among: ids) ?? "It has \(ids.joined(separator: ", ")).")
      }
    }
    checkTestAnswers()
  }

  private func tested(_ id: String) -> Prompt? { (prompts + sessions).first { $0.id == id } }

  /// Pretend answers must fit their questions; a step that is not there is named already.
  private mutating func checkTestAnswers() {
    for file in tests {
      guard let prompt = tested(file.prompt) else { continue }
      for one in file.cases {
        let given = AnswersFile(
          one.answers, for: prompt.steps, sets: [:], as: one.party, file: file.file)
        add(given.findings.filter { $0.code != FindingCode.unknownStep.rawValue })
      }
    }
  }
}
