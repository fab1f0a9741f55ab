// AlongsideRuntime: what a person can do with a journal, without a screen.
//
// `Writing` keeps pages and answers in a closed journal. `Reflection` is a prompt being answered, with its
// sealed draft. `Reader` opens the journal to list, show, search, revise, erase and bring in. `Import` and
// `Export` are the ways from and to other formats, `Insights` looks back, `Restoring` and `SealedCopy` are for backups,
// `PromptSheet` is for paper. `Library` is the packs as a use case sees them. `EntryPage` and `EntryJSON` are the
// only places where an entry becomes bytes.
//
// The time comes from a `Clock` that is passed in. `RuntimeError` and `VaultError` give facts; the command line
// has the words.
//
// It must never read the environment, the clock, the home folder or a terminal, start a process, or put
// anything that was written into an error.

package import Practice
package import Vault

/// Puts entries into a journal that is closed.
///
/// ```swift
/// let writing = Writing(try ClosedJournal(at: place), clock: clock)
/// let kept = try writing.keep(text: "We walked and said little.", title: nil, tags: ["walks"])
///
/// let reader = try Reader(at: place, with: words, clock: clock)
/// let entry = try reader.show(kept.id)
/// ```
package struct Writing: Sendable {
  package let journal: ClosedJournal
  let clock: Clock

  package init(_ journal: ClosedJournal, clock: Clock) {
    self.journal = journal
    self.clock = clock
  }

  /// What was kept.
  package struct Kept: Sendable {
    package var id: String
  }

  /// Keeps a page of free words.
  ///
  /// A first line `# Title` and a last line `#tag #tag` are read out of the words; what is given
  /// beside them comes first. Tags alone are a page: some days that is all there is to say.
  ///
  /// - Throws: `RuntimeError.nothingWritten`, `VaultError`.
  package func keep(
    text: String, title: String?, tags: [String], interview: ItemID? = nil
  ) throws -> Kept {
    let page = Self.page(text)
    let all = tags + page.tags.filter { !tags.contains($0) }
    guard page.saysSomething || title != nil else {
      throw RuntimeError.nothingWritten
    }
    return try keep { id, written in
      Entry(
        id: id, kind: .page, written: written, title: title ?? page.title, tags: all,
        text: page.text, revision: id, interview: interview?.description)
    }
  }

  /// Keeps what was answered to a prompt; a blank page becomes a page.
  ///
  /// - Parameter id: the interview, whose left-over draft is dropped when the entry is taken in.
  package func keep(
    _ interview: Interview, to prompt: Prompt, of id: ItemID?, title: String? = nil,
    tags: [String] = []
  ) throws -> Kept {
    if prompt.id == BlankPage.id, prompt.pack == nil {
      guard case .words(let text)? = interview.outcome.first?.value else {
        throw RuntimeError.nothingWritten
      }
      return try keep(text: text, title: title, tags: tags, interview: id)
    }
    return try keep { entry, written in
      Entry(
        id: entry, kind: .reflection, written: written,
        prompt: Library.reference(to: prompt), title: prompt.title,
        tags: tags, answers: interview.outcome, revision: entry,
        interview: id?.description)
    }
  }

  /// A title or tags of unlikely length are words of the page: a list shows them, and is to stay one.
  static func page(_ text: String) -> PageText {
    let page = PageText(reading: text)
    let isLikely =
      (page.title?.utf8.count ?? 0) <= headingByteLimit
      && page.tags.reduce(0) { $0 + $1.utf8.count } <= headingByteLimit
    return isLikely ? page : PageText(text: text)
  }

  private static let headingByteLimit = 1000

  private func keep(_ make: (String, Moment) -> Entry) throws -> Kept {
    let id = ItemID.fresh()
    let entry = make(id.description, clock.now())
    try journal.keep(try EntryPage.page(entry, id: id))
    return Kept(id: entry.id)
  }
}
