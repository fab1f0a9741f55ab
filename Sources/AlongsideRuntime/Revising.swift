internal import Packs
package import Practice

/// Keeps new wordings in a journal that is open for as long as a person writes.
package final class Revising {
  package private(set) var reader: Reader
  private let clock: Clock
  /// Whether the last keeping changed anything.
  package private(set) var isChanged = false

  package init(_ reader: Reader, clock: Clock) {
    self.reader = reader
    self.clock = clock
  }

  /// Keeps what an interview on `revision` came to.
  func keep(_ interview: Interview, of revision: EntryRevision) throws -> Writing.Kept {
    let kept = try reader.revise(revision.entry.id, now: clock.now()) { entry in
      revision.put(interview, into: &entry)
    }
    isChanged = kept != nil
    return Writing.Kept(id: revision.entry.id)
  }

  /// Keeps a page's words that were given all at once; a title or tags they do not name stay.
  ///
  /// - Throws: `RuntimeError.notAPage`, `nothingWritten`.
  package func keep(text: String, of name: String) throws -> Entry? {
    let page = Writing.page(text)
    guard page.saysSomething else { throw RuntimeError.nothingWritten }
    return try reader.revise(name, now: clock.now()) { entry in
      guard entry.answers.isEmpty else { throw RuntimeError.notAPage(id: entry.id) }
      entry.put(page)
    }
  }

  /// Keeps answers that stand in a file, in place of the ones that were given before.
  ///
  /// - Throws: `RuntimeError.answers`, `answer`, `notAnswers`, `entryWithoutPrompt`.
  package func keep(
    answers: [UInt8], of name: String, library: Library, file: String
  ) throws -> (entry: Entry?, ignored: [IgnoredAnswer]) {
    let old = try reader.show(name)
    guard let id = old.prompt?.id else { throw RuntimeError.notAnswers(id: old.id) }
    guard let prompt = try? library.shelf.prompt(named: id) else {
      throw RuntimeError.entryWithoutPrompt(id: old.id, prompt: id)
    }
    let sets = try library.shelf.resolveSets(for: prompt)
    let (interview, ignored) = try Writing.interview(
      answers, prompt, sets, file: file, today: clock.now().day)
    let entry = try reader.revise(old.id, now: clock.now()) { entry in
      entry.answers = interview.outcome
      entry.prompt = Library.reference(to: prompt)
    }
    return (entry, ignored)
  }
}
