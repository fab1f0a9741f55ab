internal import PackFormat
internal import Packs
package import Practice

extension Trial {
  /// Walks a prompt with the answers in a file.
  ///
  /// - Parameters:
  ///   - file: what to call the file in findings.
  ///   - today: what days in words are counted from.
  /// - Returns: the answers to steps that are not asked with these answers.
  /// - Throws: `RuntimeError.answers` with every finding, `answer`.
  package func run(
    answers: [UInt8], file: String, today: Day? = nil
  ) throws -> [IgnoredAnswer] {
    let read = AnswersFile(
      answers, for: prompt.steps, sets: interview.sets, as: interview.party, file: file,
      today: today)
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
      prompt: prompt.fullID, party: interview.party,
      steps: interview.outcome.map(AnswerJSON.init),
      ignored: ignored.map { one in one.item.map { "\(one.step)/\($0)" } ?? one.step },
      unasked: interview.party.map { _ in
        interview.unasked.map { .init(step: $0.step.id, parties: $0.parties) }
      }, then: OnwardJSON.all(interview.onward(of: prompt)))
  }
}

/// A walk through a prompt: its steps in the shape of an entry's answers.
private struct TrialJSON: Encodable {
  /// A step that is not asked because it hangs on what other parties answer.
  struct Unasked: Encodable {
    let step: String
    let parties: [String]
  }

  let prompt: String
  /// In a meeting, whose answers these are.
  let party: String?
  let steps: [AnswerJSON]
  /// Steps that an answer was given to and that are not asked.
  let ignored: [String]
  let unasked: [Unasked]?
  /// What would be offered at the end, as files name it.
  let then: [OnwardJSON]?
}

/// Something offered at the end, under the key that says what it is; `item` where its file does not.
private struct OnwardJSON: Encodable {
  var item: String?
  var prompt: String?
  var signposts: String?
  var plugin: String?
  var command: String?

  init(_ onward: Onward) {
    switch onward {
    case .item(let name): item = name
    case .prompt(let name): prompt = name
    case .signposts(let name): signposts = name
    case .command(let plugin, let name): (self.plugin, command) = (plugin, name)
    }
  }

  /// Returns `nil` if nothing is offered.
  static func all(_ onward: [Onward]) -> [OnwardJSON]? {
    onward.isEmpty ? nil : onward.map(OnwardJSON.init)
  }
}
