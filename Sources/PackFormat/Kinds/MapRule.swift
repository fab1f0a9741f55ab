/// The keys that a map may have.
package struct MapRule: Sendable {
  /// What the map describes, for messages: `a step`.
  package var name: String
  package var keys: [KeyRule]
  /// An example of such a map, on one line.
  package var example: String?
  /// The keys of which a map has exactly one.
  package var exactlyOneOf: [String]
  /// The keys of which a map has at most one.
  package var atMostOneOf: [String]

  package init(
    _ name: String, _ keys: [KeyRule], example: String? = nil, exactlyOneOf: [String] = [],
    atMostOneOf: [String] = []
  ) {
    self.name = name
    self.keys = keys
    self.example = example
    self.exactlyOneOf = exactlyOneOf
    self.atMostOneOf = atMostOneOf
  }

  package var keyNames: [String] { keys.map(\.name) }

  /// Returns the same rule with one more key in front.
  func with(_ key: KeyRule) -> MapRule {
    var rule = self
    rule.keys.insert(key, at: 0)
    return rule
  }

  /// Returns the same rule with other rules for some of its keys.
  func replacing(_ others: KeyRule...) -> MapRule {
    var rule = self
    rule.keys = keys.map { key in others.first { $0.name == key.name } ?? key }
    return rule
  }

  package func key(_ name: String) -> KeyRule? { keys.first { $0.name == name } }
}

/// One key of a map: what it takes, when it is required, and what it is for.
package struct KeyRule: Sendable {
  /// The maps that may have the key.
  package enum Scope: Sendable, Hashable {
    case everywhere
    /// Steps that ask, not those that only say something.
    case questions
    /// Steps of these types.
    case types([String])
  }

  package enum Presence: Sendable, Hashable {
    case optional
    case required
    /// Required in steps that ask.
    case requiredInQuestions
    /// Required in steps of these types, unless another key says the same.
    case requiredFor([String], unless: String? = nil)
  }

  /// Another key that this key requires.
  package struct Tie: Sendable, Hashable {
    /// What this key says if the tie holds; `nil` if it always holds.
    package var whenSaying: String?
    package var key: String
    /// What the other key must say; `nil` if it may say anything.
    package var mustSay: String?

    package init(_ key: String, saying mustSay: String? = nil, when whenSaying: String? = nil) {
      self.key = key
      self.mustSay = mustSay
      self.whenSaying = whenSaying
    }
  }

  /// Whether a question of this type may have the key.
  func isFor(_ type: String) -> Bool {
    if case .types(let types) = scope { return types.contains(type) }
    return true
  }

  package var name: String
  package var shape: Shape
  package var presence: Presence
  package var scope: Scope
  /// The key that this one requires.
  ///
  /// The reader has its own message for each tie.
  package var tie: Tie?
  /// Words that people write when they mean this key.
  package var otherNames: [String]
  /// One sentence for the documentation and editors.
  package var summary: String

  package init(
    _ name: String, _ shape: Shape, _ presence: Presence = .optional, in scope: Scope = .everywhere,
    with tie: Tie? = nil, alsoMeantBy otherNames: [String] = [], about summary: String
  ) {
    self.name = name
    self.shape = shape
    self.presence = presence
    self.scope = scope
    self.tie = tie
    self.otherNames = otherNames
    self.summary = summary
  }
}
