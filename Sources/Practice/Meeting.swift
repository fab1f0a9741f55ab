/// What two or more people go through together: who they are, and what is said and asked.
///
/// Data from a pack, already read and checked, as a `Prompt` is. The rules are those of the file
/// kind `alongside.session/1`.
package struct SessionTemplate: Sendable, Hashable {
  /// The five kinds of meeting, which are never mixed.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case coReflection = "co-reflection"
    case supervision
    case groupConsultation = "group-consultation"
    case lineManagement = "line-management"
    case employmentSupport = "employment-support"
  }

  /// Someone who takes part, by a name that the pack chose.
  package struct Party: Sendable, Hashable {
    package var id: String
    package var label: String

    package init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// The id inside its pack; it never moves.
  package var id: String
  package var pack: String?
  package var revision: Int?
  package var kind: Kind
  package var title: String
  /// A budget shown before, never a limit.
  package var minutes: Int?
  package var source: Source?
  package var tags: [String]
  /// Two or more, in the order of the file.
  package var parties: [Party]
  package var steps: [Step]

  package init(
    id: String, pack: String? = nil, revision: Int? = nil, kind: Kind, title: String,
    minutes: Int? = nil, source: Source? = nil, tags: [String] = [], parties: [Party],
    steps: [Step]
  ) {
    self.id = id
    self.pack = pack
    self.revision = revision
    self.kind = kind
    self.title = title
    self.minutes = minutes
    self.source = source
    self.tags = tags
    self.parties = parties
    self.steps = steps
  }

  /// The name that is unique among all packs: `PACK/ID`.
  package var fullID: String { pack.map { "\($0)/\(id)" } ?? id }
}
