/// What makes a prompt a template for a meeting: what kind of meeting it is, and who takes part.
package struct Meeting: Sendable, Hashable {
  /// The five kinds of meeting, which are never mixed.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case coReflection = "co-reflection"
    case supervision
    case groupConsultation = "group-consultation"
    case lineManagement = "line-management"
    case employmentSupport = "employment-support"

    /// As people read it: `group consultation`.
    package var words: String {
      self == .coReflection ? rawValue : rawValue.split(separator: "-").joined(separator: " ")
    }
  }

  /// Someone who takes part, by a name that the pack chose.
  package struct Party: Sendable, Hashable {
    package var id: String
    package var label: String
    /// Whether this person has more power than the others in what they meet about, as a manager has.
    package var hasMorePower: Bool
    /// How many people may take this place.
    package var upTo: Int

    package init(id: String, label: String, hasMorePower: Bool = false, upTo: Int = 1) {
      self.id = id
      self.label = label
      self.hasMorePower = hasMorePower
      self.upTo = upTo
    }
  }

  /// What `who` can say besides a party: each apart, all together, or whoever likes.
  package static let everyone = ["each", "both", "either"]

  package var kind: Kind
  /// Two or more, in the order of the file.
  package var parties: [Party]

  package init(kind: Kind, parties: [Party]) {
    self.kind = kind
    self.parties = parties
  }
}
