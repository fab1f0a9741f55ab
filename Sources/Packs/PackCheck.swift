package import PackFormat
package import Practice
import YAML

/// Runs the tests of a pack: walks a prompt with pretend answers, as a person would, and looks
/// which questions came up.
package enum PackCheck {
  /// One case that does not hold, or cannot be run.
  package struct Failure: Sendable, Hashable, Error {
    package enum Reason: Sendable, Hashable {
      /// These should be asked and are not.
      case notShown([String])
      /// These should not be asked and are.
      case notHidden([String])
      /// The case names a step that is not in the prompt, or its answers do not fit.
      case broken(String, Hint?)
    }

    package var file: String
    /// Counted from 1, as the column.
    package var line: Int
    package var column: Int
    package var prompt: String
    /// What the case is called.
    package var name: String
    package var reason: Reason
    /// The ids of the steps that did come up, in order.
    package var shown: [String]
  }

  /// What does not hold, in the order of the file; nothing when all is well.
  ///
  /// - Parameter sets: the items of the values frameworks that the prompt names.
  package static func run(
    _ tests: PromptTests, prompt: Prompt, sets: [String: [Option]]
  ) -> [Failure] {
    tests.cases.flatMap { one in
      check(one, prompt, sets, file: tests.file).map { reason, mark, shown in
        Failure(
          file: tests.file, line: mark.line, column: mark.column, prompt: tests.prompt,
          name: one.name, reason: reason, shown: shown)
      }
    }
  }

  private typealias Outcome = (Failure.Reason, Mark, [String])

  private static func check(
    _ one: PromptTests.Case, _ prompt: Prompt, _ sets: [String: [Option]], file: String
  ) -> [Outcome] {
    let ids = prompt.steps.map(\.id)
    var outcomes: [Outcome] = (one.shows + one.hides).filter { !ids.contains($0) }.map { id in
      let message = "There is no step \"\(id)\" in this prompt."
      return (.broken(message, Nearest.question(id, among: ids)), one.mark, [])
    }
    if let trouble = trouble(with: one.party, in: prompt) {
      return outcomes + [(trouble, one.mark, [])]
    }
    let given = AnswersFile(
      one.answers, for: prompt.steps, sets: sets, as: one.party, file: file)
    outcomes += given.findings.map { finding in
      (
        .broken(finding.message, finding.hint), Mark(line: finding.line, column: finding.column), []
      )
    }
    guard outcomes.isEmpty else { return outcomes }
    do throws(AnswerProblem) {
      let shown = try steps(of: prompt, as: one.party, sets: sets, answering: given.answers)
      let missing = one.shows.filter { !shown.contains($0) }
      let extra = one.hides.filter(shown.contains)
      if !missing.isEmpty { outcomes.append((.notShown(missing), one.mark, shown)) }
      if !extra.isEmpty { outcomes.append((.notHidden(extra), one.mark, shown)) }
      return outcomes
    } catch {
      return [(.broken(error.message, nil), one.mark, [])]
    }
  }

  /// Whether a case names a party that does not fit the prompt or template.
  private static func trouble(with party: String?, in prompt: Prompt) -> Failure.Reason? {
    let known = prompt.meeting?.parties.map(\.id) ?? []
    guard let party else {
      return known.isEmpty
        ? nil
        : .broken(
          "This is a template for a meeting, and the case does not say who answers.",
          "Write one of: \(known.map { "as: \($0)" }.joined(separator: ", ")).")
    }
    guard !known.contains(party) else { return nil }
    guard !known.isEmpty else {
      return .broken(
        "One person answers this prompt, so \"as\" has nobody to name.",
        "Take \"as\" away.")
    }
    return .broken(
      "This session has no party \"\(party)\".",
      Nearest.question(party, among: known) ?? "It can be \(known.joined(separator: ", ")).")
  }

  /// The steps that a person with these answers is shown, walking as a person does: a question
  /// without an answer is skipped.
  static func steps(
    of prompt: Prompt, as party: String? = nil, sets: [String: [Option]],
    answering answers: GivenAnswers
  ) throws(AnswerProblem) -> [String] {
    var interview = Interview(steps: prompt.steps, sets: sets, sealed: true, as: party)
    var shown: [String] = []
    while let turn = interview.turn {
      if !shown.contains(turn.step.id) { shown.append(turn.step.id) }
      try interview.take(turn, from: answers)
    }
    return shown
  }
}
