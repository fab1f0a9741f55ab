/// The fifteen kinds of answer, each with what belongs to it alone.
package enum StepType: Sendable, Hashable {
  /// Many lines of the person's own words.
  case text
  /// One line of words.
  case line
  /// One of the options.
  case choice([Option])
  /// Any of the options, between two soft bounds.
  case choices([Option], atLeast: Int?, atMost: Int?)
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
}

/// An answer that can be chosen.
///
/// Its id is what is kept; the label may be translated.
package struct Option: Sendable, Hashable {
  package var id: String
  package var label: String
  package var gloss: String?

  package init(id: String, label: String, gloss: String? = nil) {
    self.id = id
    self.label = label
    self.gloss = gloss
  }
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

/// Asks a step once for each item of a set.
package struct Repeat: Sendable, Hashable {
  package enum Items: Sendable, Hashable {
    /// Items written in the prompt itself.
    case given([Option])
    /// A values framework, by id (`core/srn`).
    case values(String)
    /// What was answered to an earlier `list`, `choices` or `table` step.
    case answered(String)
  }

  package var items: Items
  /// Nil asks for every item; else the person first picks which.
  package var pick: Pick?

  /// How many of the items the person picks.
  package struct Pick: Sendable, Hashable {
    package var atLeast: Int?
    package var atMost: Int?

    package init(atLeast: Int? = nil, atMost: Int? = nil) {
      self.atLeast = atLeast
      self.atMost = atMost
    }
  }

  package init(items: Items, pick: Pick? = nil) {
    self.items = items
    self.pick = pick
  }
}
