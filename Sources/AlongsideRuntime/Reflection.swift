package import Practice
internal import Vault

/// One person going through one prompt: the interview, and its sealed draft on disk.
package final class Reflection: InterviewKeeping {
  package let prompt: Prompt
  package var interview: Interview
  private let hold: DraftHold
  private let writing: Writing
  private let clock: Clock
  private var isSaved: Bool
  /// A title and tags given beside a blank page.
  private let title: String?
  private let tags: [String]
  /// Words that were put aside and have no question any more; they come back at the end.
  package let strays: [String]
  /// What it gives new words to; nil where it makes an entry.
  private let revising: (keeper: Revising, revision: EntryRevision)?

  /// Begins a prompt anew.
  ///
  /// - Parameter lastTime: what was answered last time; `nil` while the journal is closed.
  package init(
    _ prompt: Prompt, sets: [String: [Option]], writing: Writing, clock: Clock,
    title: String? = nil, tags: [String] = [],
    lastTime: [Interview.Place: Interview.LastTime]? = nil
  ) throws {
    self.prompt = prompt
    interview = Interview(
      steps: prompt.steps, sets: sets, sealed: lastTime == nil, lastTime: lastTime ?? [:])
    hold = try writing.journal.beginDraft()
    self.writing = writing
    self.clock = clock
    isSaved = false
    self.title = title
    self.tags = tags
    revising = nil
    strays = []
  }

  /// Lays an entry open for new words; what is typed is sealed on the way like any draft.
  package init(
    revising revision: EntryRevision, keeper: Revising, writing: Writing, clock: Clock
  ) throws {
    prompt = revision.prompt
    interview = Interview(
      steps: prompt.steps, sets: revision.sets, sealed: false, resuming: revision.progress)
    hold = try writing.journal.beginDraft()
    self.writing = writing
    self.clock = clock
    isSaved = false
    title = nil
    tags = []
    revising = (keeper, revision)
    strays = []
  }

  /// Takes up one that was put aside.
  ///
  /// - Parameter keeper: keeps new wordings, where it is one.
  package init(
    resuming draft: OpenDraft, sets: [String: [Option]], writing: Writing, clock: Clock,
    keeper: Revising, lastTime: [Interview.Place: Interview.LastTime] = [:]
  ) {
    let sets = draft.revision?.sets ?? sets
    prompt = draft.prompt
    let resumed = Interview(
      steps: prompt.steps, sets: sets, sealed: false, lastTime: lastTime,
      resuming: draft.progress)
    strays = draft.revision == nil ? resumed.strays : []
    interview = strays.isEmpty ? resumed : resumed.asking(aboutStraysIn: prompt)
    revising = draft.revision.map { (keeper, $0) }
    hold = draft.hold
    self.writing = writing
    self.clock = clock
    isSaved = true
    title = draft.title
    tags = draft.tags
  }

  /// Seals the draft over its earlier self, so that nothing answered so far can be lost.
  package func save() throws {
    try save(interview)
  }

  /// Seals the draft with answers that go beyond the interview: words that are still being typed.
  ///
  /// - Parameter isLast: nobody is there any more, so on a full disk the reserve is spent.
  package func save(_ interview: Interview, isLast: Bool = false) throws {
    let draft = DraftJSON(
      prompt: prompt.fullID, sha256: Library.sha256(of: prompt), progress: interview.progress,
      title: title, tags: tags, revises: revising?.revision.entry.id)
    try writing.journal.save(
      Draft(
        interview: hold.interview, saved: clock.now().utcMilliseconds,
        payload: try JSON.bytes(draft)),
      in: hold, spendingReserve: isLast)
    isSaved = true
  }

  /// Whether it gives new words to an entry that is there.
  package var isRevising: Bool { revising != nil }

  /// What keeping it would change in the entry that is there; `nil` where it makes a new one.
  package var changes: [EntryChange]? {
    revising.map { _, revision in
      var entry = revision.entry
      revision.put(interview, into: &entry)
      return EntryChange.changes(from: revision.entry, to: entry)
    }
  }

  package var canPutAside: Bool { true }

  /// Whether there is anything on disk to come back to.
  package var canResume: Bool { isSaved }

  /// Seals the entry, then drops the draft that led to it.
  package func keep() throws -> Writing.Kept? {
    let kept =
      try revising.map { try $0.keeper.keep(interview, of: $0.revision) }
      ?? writing.keep(interview, to: prompt, of: hold.interview, title: title, tags: tags)
    try hold.drop()
    return kept
  }

  /// Keeps nothing: the draft goes.
  package func letGo() throws {
    try hold.drop()
    isSaved = false
  }

  /// Leaves no trace of an interview in which nothing was answered.
  package func putAside() throws {
    if !isSaved { try hold.drop() }
  }
}

/// An unfinished interview, opened.
package struct OpenDraft: Sendable {
  package let prompt: Prompt
  package let progress: Interview.Progress
  /// When it was last saved.
  ///
  /// Milliseconds since 1970 in UTC.
  package let saved: Int64
  /// True when the prompt was reworded since.
  package let isReworded: Bool
  /// The entry that it gives new words to; nil for a new one.
  package let revision: EntryRevision?
  let title: String?
  let tags: [String]
  let hold: DraftHold
}

extension Interview {
  /// The same with one more question at the end, which has the words that lost theirs.
  fileprivate func asking(aboutStraysIn prompt: Prompt) -> Interview {
    let step = Step(
      id: "from-before", words: .ask("What you wrote before the questions were changed:"))
    var saved = progress
    saved.given[.init(step: step.id)] = .words(strays.joined(separator: "\n\n"))
    return Interview(
      steps: prompt.steps.filter { $0.id != step.id } + [step], sets: sets, sealed: isSealed,
      lastTime: lastTime, resuming: saved)
  }
}
