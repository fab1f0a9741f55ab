/// What the types have beside their kind, each part under the key that files have for it.
///
/// Who reads, writes or translates a type goes through its parts, and need not know which type it is.
package struct StepParts: Sendable, Hashable {
  /// One part, as a file has it.
  package enum Key: Sendable, Hashable {
    case options, rows, fields, scale
    /// `at_least` and `at_most`: how many to choose, a hint.
    case counts
    /// `at_least` and `at_most`: the ends of what fits.
    case bounds
    case also
    /// The label of an answer in one's own words.
    case other
  }

  /// What can be chosen; in a table, its columns.
  package var options: [Option]
  package var rows: [Option]
  package var fields: [Field]
  package var scale: Scale?
  package var atLeast: Double?
  package var atMost: Double?
  /// Ways to answer that are not a number.
  package var also: [Option]
  /// What an answer in one's own words is called; nil where there is no such answer.
  package var other: String?

  package init(
    options: [Option] = [], rows: [Option] = [], fields: [Field] = [], scale: Scale? = nil,
    atLeast: Double? = nil, atMost: Double? = nil, also: [Option] = [], other: String? = nil
  ) {
    self.options = options
    self.rows = rows
    self.fields = fields
    self.scale = scale
    self.atLeast = atLeast
    self.atMost = atMost
    self.also = also
    self.other = other
  }

  var least: Int? { atLeast.flatMap { Int(exactly: $0) } }
  var most: Int? { atMost.flatMap { Int(exactly: $0) } }

  /// Whether the part says enough to be answered by; the hints may be missing.
  func isEnough(_ key: Key) -> Bool {
    switch key {
    case .options: !options.isEmpty
    case .rows: !rows.isEmpty
    case .fields: !fields.isEmpty
    case .scale: scale != nil
    case .counts, .bounds, .also, .other: true
    }
  }

  /// The options that an answer can name by their ids; none in a table, which is answered by row.
  package var named: [Option] {
    guard rows.isEmpty else { return [] }
    let own = other.map { [Option(id: Option.other, label: $0)] } ?? []
    return options + own + (scale?.also ?? []) + also
  }
}

/// An answer that can be chosen.
///
/// Its id is what is kept; the label may be translated.
package struct Option: Sendable, Hashable {
  package var id: String
  package var label: String
  package var gloss: String?
  /// Whether it excludes the others, where several can be chosen: `none of these`.
  package var isAlone: Bool
  /// What is offered at the end to whoever chose it.
  package var then: [Onward]

  package init(
    id: String, label: String, gloss: String? = nil, isAlone: Bool = false, then: [Onward] = []
  ) {
    self.id = id
    self.label = label
    self.gloss = gloss
    self.isAlone = isAlone
    self.then = then
  }

  /// The id under which an answer in one's own words is filed, beside those that can be chosen.
  package static let other = "other"
}

/// A line between two named ends, in whole steps.
package struct Scale: Sendable, Hashable {
  package var from: Int
  package var to: Int
  package var low: String?
  package var high: String?
  /// Words for single points, so that a scale can do without numbers on screen.
  package var labels: [Int: String]
  /// Ways to answer that are not a number, such as `prefer-not`.
  package var also: [Option]

  package init(
    from: Int, to: Int, low: String? = nil, high: String? = nil, labels: [Int: String] = [:],
    also: [Option] = []
  ) {
    self.from = from
    self.to = to
    self.low = low
    self.high = high
    self.labels = labels
    self.also = also
  }
}

/// One part of a record in a `list` step.
package struct Field: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, line, date, time, duration, number, party
    case yesNo = "yes-no"
  }

  package var id: String
  package var label: String
  package var kind: Kind

  package init(id: String, label: String, kind: Kind) {
    self.id = id
    self.label = label
    self.kind = kind
  }
}
