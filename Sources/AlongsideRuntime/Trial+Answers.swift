internal import Packs
package import Practice

extension Trial {
  /// Walks a prompt with the answers in a file.
  ///
  /// - Parameter file: what to call the file in findings.
  /// - Returns: the answers to steps that are not asked with these answers.
  /// - Throws: `RuntimeError.answers` with every finding, `answer`.
  package func run(answers: [UInt8], file: String) throws -> [IgnoredAnswer] {
    let read = AnswersFile(answers, for: interview.prompt, sets: interview.sets, file: file)
    guard !read.findings.hasErrors else { throw RuntimeError.answers(findings: read.findings) }
    do {
      return try interview.run(given: read.answers)
    } catch {
      throw RuntimeError.answer(error)
    }
  }

  /// What became of each step, to print as JSON.
  package func json(ignoring ignored: [IgnoredAnswer]) -> some Encodable {
    TrialJSON(
      prompt: interview.prompt.fullID, steps: interview.outcome.map(AnswerJSON.init),
      ignored: ignored.map { one in one.item.map { "\(one.step)/\($0)" } ?? one.step })
  }
}

/// A walk through a prompt: its steps in the shape of an entry's answers.
private struct TrialJSON: Encodable {
  let prompt: String
  let steps: [AnswerJSON]
  /// Steps that an answer was given to and that are not asked.
  let ignored: [String]
}
