/// A set of questions that a person may answer in one sitting, or that people go through together.
///
/// Data from a pack, already read and checked; ids inside it are bare (`daily-three`), the pack is
/// named beside them. The rules are those of the file kind `alongside.prompt/1`, and for a meeting of
/// `alongside.session/1`.
package struct Prompt: Sendable, Hashable {
  /// The id inside its pack: lower-case words joined by hyphens.
  ///
  /// It never moves.
  package var id: String
  /// The pack it came from, or nil for one that stands alone.
  package var pack: String?
  /// The pack's revision when this was read; nil for a pack without one.
  package var revision: Int?
  /// What it is called on screen.
  package var title: String
  /// About how many minutes it takes.
  ///
  /// A budget shown before, never a limit.
  package var minutes: Int?
  /// Who inspired it, and under what terms.
  package var source: Source?
  /// Free words that help to find it (`daily`, `week`, `tired`).
  package var tags: [String]
  /// What kind of meeting it is for, and who takes part; nil for one person alone.
  package var meeting: Meeting?
  /// What is said and asked, in order.
  package var steps: [Step]

  package init(
    id: String, pack: String? = nil, revision: Int? = nil, title: String, minutes: Int? = nil,
    source: Source? = nil, tags: [String] = [], meeting: Meeting? = nil, steps: [Step]
  ) {
    self.id = id
    self.pack = pack
    self.revision = revision
    self.title = title
    self.minutes = minutes
    self.source = source
    self.tags = tags
    self.meeting = meeting
    self.steps = steps
  }

  /// The name that is unique among all packs: `PACK/ID`.
  package var fullID: String { pack.map { "\($0)/\(id)" } ?? id }
}

/// Where a question comes from: `source: words` or `{credit, url, licence}`.
package struct Source: Sendable, Hashable {
  package var credit: String
  package var url: String?
  package var licence: String?

  package init(credit: String, url: String? = nil, licence: String? = nil) {
    self.credit = credit
    self.url = url
    self.licence = licence
  }
}
