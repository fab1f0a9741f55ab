/// The fifteen kinds of answer, each with what belongs to it alone.
///
/// A new one begins here, with a case of `Kind`: the compiler then names every place that has to
/// know about it. Its words and habits are one row in `StepFacts.swift`.
package enum StepType: Sendable, Hashable {
  /// Many lines of the person's own words.
  case text
  /// One line of words.
  case line
  /// One of the options.
  ///
  /// With `other`, also an answer in one's own words, which has this label.
  case choice([Option], other: String? = nil)
  /// Any of the options, between two soft bounds; `other` as in a choice.
  case choices([Option], atLeast: Int?, atMost: Int?, other: String? = nil)
  /// A whole number on a line between two named ends, or one of `also`.
  case scale(Scale)
  case yesNo
  /// A number, or one of `also`.
  case number(atLeast: Double?, atMost: Double?, also: [Option])
  case date
  case time
  /// Whole minutes.
  case duration
  /// Small records, as many as the person likes.
  case list([Field])
  /// One of the session's parties, or plain words when the journal is closed.
  case party
  /// An earlier entry, or plain words when the journal is closed.
  case entry
  /// Each row answered on one set of columns.
  case table(rows: [Option], columns: [Option])
  /// A plain yes to something said: agreement, consent.
  case confirm

  /// The kinds by the words that files have for them, in the order in which people read of them.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case text, line, choice, choices, scale
    case yesNo = "yes-no"
    case number, date, time, duration, list, party, entry, table, confirm
  }

  package var kind: Kind {
    switch self {
    case .text: .text
    case .line: .line
    case .choice: .choice
    case .choices: .choices
    case .scale: .scale
    case .yesNo: .yesNo
    case .number: .number
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .list: .list
    case .party: .party
    case .entry: .entry
    case .table: .table
    case .confirm: .confirm
    }
  }

  /// The type of this kind with these parts.
  ///
  /// Returns `nil` if a part is missing without which nothing could be answered.
  ///
  /// - Parameter isOpen: whether the options may be missing, because they come from elsewhere.
  package init?(_ kind: Kind, _ parts: StepParts = StepParts(), isOpen: Bool = false) {
    guard kind.facts.keys.allSatisfy({ parts.isEnough($0) || (isOpen && $0 == .options) })
    else { return nil }
    switch kind {
    case .text: self = .text
    case .line: self = .line
    case .choice: self = .choice(parts.options, other: parts.other)
    case .choices:
      self = .choices(
        parts.options, atLeast: parts.least, atMost: parts.most, other: parts.other)
    case .scale:
      guard let scale = parts.scale else { return nil }
      self = .scale(scale)
    case .yesNo: self = .yesNo
    case .number: self = .number(atLeast: parts.atLeast, atMost: parts.atMost, also: parts.also)
    case .date: self = .date
    case .time: self = .time
    case .duration: self = .duration
    case .list: self = .list(parts.fields)
    case .party: self = .party
    case .entry: self = .entry
    case .table: self = .table(rows: parts.rows, columns: parts.options)
    case .confirm: self = .confirm
    }
  }

  /// Whether its options come from elsewhere and are not there yet.
  package var isOpen: Bool { kind.facts.keys.contains(.options) && parts.options.isEmpty }

  /// What belongs to the type, whichever it is.
  package var parts: StepParts {
    switch self {
    case .text, .line, .yesNo, .date, .time, .duration, .party, .entry, .confirm: StepParts()
    case .choice(let options, let other): StepParts(options: options, other: other)
    case .choices(let options, let least, let most, let other):
      StepParts(
        options: options, atLeast: least.map { Double($0) }, atMost: most.map { Double($0) },
        other: other)
    case .scale(let scale): StepParts(scale: scale)
    case .number(let least, let most, let also):
      StepParts(atLeast: least, atMost: most, also: also)
    case .list(let fields): StepParts(fields: fields)
    case .table(let rows, let columns): StepParts(options: columns, rows: rows)
    }
  }
}

/// Asks a step once for each item of a set.
package struct Repeat: Sendable, Hashable {
  package enum Items: Sendable, Hashable {
    /// Items written in the prompt itself.
    case given([Option])
    /// A values framework, by id (`core/srn`).
    case values(String)
    /// What was answered to an earlier `list`, `choices` or `table` step.
    case answered(String)

    /// The id of the step whose answer gives the items.
    package var source: String? {
      guard case .answered(let name) = self else { return nil }
      return StepName.plain(name)
    }
  }

  package var items: Items
  /// Nil asks for every item; else the person first picks which.
  package var pick: Pick?
  /// Whether several steps are asked about each item, and this one leads them.
  package var isBlock: Bool

  /// How many of the items the person picks.
  package struct Pick: Sendable, Hashable {
    package var atLeast: Int?
    package var atMost: Int?

    package init(atLeast: Int? = nil, atMost: Int? = nil) {
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  /// How the steps of a block that this leads are repeated: the leader alone says how items are picked.
  package var inside: Repeat { Repeat(items: items) }

  package init(items: Items, pick: Pick? = nil, isBlock: Bool = false) {
    self.items = items
    self.pick = pick
    self.isBlock = isBlock
  }
}
