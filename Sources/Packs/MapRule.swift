/// The keys that a map may have.
package struct MapRule: Sendable {
  /// What the map describes, for messages: `a step`.
  package var name: String
  package var keys: [KeyRule]
  /// How such a map may look, on one line.
  package var example: String?

  package init(_ name: String, _ keys: [KeyRule], example: String? = nil) {
    self.name = name
    self.keys = keys
    self.example = example
  }

  package var keyNames: [String] { keys.map(\.name) }

  /// The same rule with one key more, in front.
  func with(_ key: KeyRule) -> MapRule { MapRule(name, [key] + keys, example: example) }

  package func key(_ name: String) -> KeyRule? { keys.first { $0.name == name } }
}

/// One key of a map: what it takes, when it must be there, and what it is for.
package struct KeyRule: Sendable {
  /// In which maps the key may stand.
  package enum Scope: Sendable, Hashable {
    case everywhere
    /// In steps that ask, not in those that only say something.
    case questions
    /// In steps of these types.
    case types([String])
  }

  package enum Presence: Sendable, Hashable {
    case optional
    case required
    /// Required in steps of these types.
    case requiredFor([String])
  }

  package var name: String
  package var shape: Shape
  package var presence: Presence
  package var scope: Scope
  /// Words that people write when they mean this key.
  package var otherNames: [String]
  /// One sentence for documentation and editors.
  package var summary: String

  package init(
    _ name: String, _ shape: Shape, _ presence: Presence = .optional, in scope: Scope = .everywhere,
    alsoMeantBy otherNames: [String] = [], about summary: String
  ) {
    self.name = name
    self.shape = shape
    self.presence = presence
    self.scope = scope
    self.otherNames = otherNames
    self.summary = summary
  }
}
