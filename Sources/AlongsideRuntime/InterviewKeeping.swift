package import Practice

/// What stands behind an interview on a screen: where its answers go, if they go anywhere.
package protocol InterviewKeeping: AnyObject {
  /// What is being answered.
  var prompt: Prompt { get }
  var interview: Interview { get set }
  /// Whether it gives new words to an entry that is there.
  var isRevising: Bool { get }
  /// The changes that keeping would make to an existing entry; `nil` if it makes a new one.
  var changes: [EntryChange]? { get }
  /// Whether it can be put aside for another time at all.
  var canPutAside: Bool { get }
  /// Whether there is anything on disk to come back to.
  var canResume: Bool { get }
  /// Who answers a step, when the others see it and who can read it; nothing in a prompt for one person.
  func notes(on step: Step) -> [String]
  /// Puts away the answers so far, so that nothing can be lost.
  func save() throws
  /// The same with answers that go beyond the interview: words that are still being typed.
  ///
  /// - Parameter isLast: there is no later time to try it again.
  func save(_ interview: Interview, isLast: Bool) throws
  /// Keeps what was answered; nil where nothing is kept on purpose.
  func keep() throws -> Writing.Kept?
  /// Keeps nothing.
  func letGo() throws
  /// Leaves no trace of an interview in which nothing was answered.
  func putAside() throws
}

extension InterviewKeeping {
  package func notes(on step: Step) -> [String] { MeetingWords(prompt.meeting).notes(on: step) }

  /// Puts away answers that go beyond the interview, while the person goes on.
  package func save(_ interview: Interview) throws { try save(interview, isLast: false) }
}

/// An interview that is walked through and never kept, for those who write questions.
///
/// Nothing of it ever touches a disk.
package final class Trial: InterviewKeeping {
  package let prompt: Prompt
  package var interview: Interview

  /// - Parameter party: in a meeting, the party that answers.
  package init(_ prompt: Prompt, sets: [String: [Option]], as party: String? = nil) {
    self.prompt = prompt
    interview = Interview(steps: prompt.steps, sets: sets, sealed: true, as: party)
  }

  package var isRevising: Bool { false }
  package var changes: [EntryChange]? { nil }
  package var canPutAside: Bool { false }
  package var canResume: Bool { false }
  package func save() {}
  package func save(_ interview: Interview, isLast: Bool) {}
  package func keep() -> Writing.Kept? { nil }
  package func letGo() {}
  package func putAside() {}
}
