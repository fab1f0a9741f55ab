package import PackFormat
package import Practice
package import Vault

/// Why a use case could not be carried out, beyond what vault and packs say themselves.
///
/// No case carries an answer or the words of an entry.
package enum RuntimeError: Error, Sendable {
  /// An answers file does not fit its prompt.
  case answers(findings: [Finding])
  /// An answer given does not fit its step.
  case answer(AnswerProblem)
  /// There was nothing to keep.
  case nothingWritten
  /// The number names no wording of the entry.
  case noSuchWording(number: Int, count: Int)
  /// A prompt that an unfinished interview belongs to is not among the packs.
  case draftWithoutPrompt(id: String)
  /// There is no unfinished interview, or none of this prompt.
  case noDraft(prompt: String?)
  /// There are unfinished interviews, and none of them opens.
  case unopenedDrafts([Unopened])
  /// New words were given for an entry that is answers to questions.
  case notAPage(id: String)
  /// Answers were given for an entry that is a page.
  case notAnswers(id: String)
  /// The prompt that an entry answered is not among the packs.
  case entryWithoutPrompt(id: String, prompt: String)
  /// A page lies beside the journal and could not be taken in, so nothing can be changed in it.
  case stillWaiting(id: String, why: Reader.WhyWaiting?)
  /// None of the small files that words open lies beside a backup.
  case noSlotFile(path: String)
  /// An import holds more entries than one may: `ImportLimits.entryCount`.
  case tooManyEntries
  /// A record opens but is no entry of this program.
  case notAnEntry(id: String)
}
