/// One thing kept in the journal: a reflection, a page, a record or a session.
///
/// An entry keeps the questions it answered, word for word, so that it reads the same when the
/// pack has changed. A plain value: sealing, ids and hashes are made elsewhere.
package struct Entry: Sendable, Hashable {
  /// What sort of entry it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Answers to a prompt.
    case reflection
    /// Free words.
    case page
    /// A text that two or more people agreed.
    case record
    /// One person's side of a session.
    case session
  }

  /// 13 lower-case base32 characters (`a-z2-7`); never used twice.
  package var id: String
  package var kind: Kind
  package var written: Moment
  /// The prompt that was answered; nil for a page.
  package var prompt: PromptReference?
  package var title: String?
  package var tags: [String]
  package var answers: [Answer]
  /// The words of a page or a record.
  package var text: String?
  /// The id of this wording.
  package var revision: String
  /// The wordings this one was made from; two can stand side by side.
  package var parents: [String]
  /// When this wording was made; nil for a first one, which is as old as the entry.
  package var revised: Moment?
  /// The interview it was finished from, so that a left-over draft can be dropped.
  package var interview: String?

  package init(
    id: String, kind: Kind, written: Moment, prompt: PromptReference? = nil,
    title: String? = nil, tags: [String] = [], answers: [Answer] = [], text: String? = nil,
    revision: String, parents: [String] = [], revised: Moment? = nil, interview: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.written = written
    self.prompt = prompt
    self.title = title
    self.tags = tags
    self.answers = answers
    self.text = text
    self.revision = revision
    self.parents = parents
    self.revised = revised
    self.interview = interview
  }
}

/// Which prompt an entry answered, and in which wording.
package struct PromptReference: Sendable, Hashable {
  /// `PACK/ID`, or the bare id of a prompt that stands alone.
  package var id: String
  /// The pack's revision; nil for a pack without one.
  package var revision: Int?
  /// SHA-256 of the prompt's canonical JSON, in lower-case hex.
  package var sha256: String

  package init(id: String, revision: Int? = nil, sha256: String) {
    self.id = id
    self.revision = revision
    self.sha256 = sha256
  }
}
