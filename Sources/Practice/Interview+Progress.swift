extension Interview {
  /// Where in a prompt something is asked: a step, and in a repeated step one of its items.
  ///
  /// A repeated step without an item is the turn where its items are picked.
  package struct Place: Sendable, Hashable {
    package var step: String
    package var item: String?

    package init(step: String, item: String? = nil) {
      self.step = step
      self.item = item
    }
  }

  /// An answer to the same question in an earlier entry.
  package struct LastTime: Sendable, Hashable {
    package var answer: Answer
    package var day: Day

    package init(_ answer: Answer, on day: Day) {
      self.answer = answer
      self.day = day
    }
  }

  /// Words as they were on the screen when something else came.
  package struct Typed: Sendable, Hashable {
    package var text: String
    /// In a list, the field that was being answered; in a table, the row.
    package var part: String?
    /// In a list, the fields of the same record that were answered before it.
    package var record: [String: Value]

    package init(_ text: String, part: String? = nil, record: [String: Value] = [:]) {
      self.text = text
      self.part = part
      self.record = record
    }

    package var isEmpty: Bool { text.isEmpty && record.isEmpty }
  }

  /// Everything a person has done in an interview so far, hidden answers too.
  ///
  /// Saved as it is in a draft; an interview begun from it goes on where it was left.
  package struct Progress: Sendable, Hashable {
    package var given: [Place: Value]
    package var skipped: Set<Place>
    /// The `say` turns already shown.
    package var said: Set<Place>
    /// Step id to the ids of the items picked; empty where the picking was skipped.
    package var picks: [String: [String]]
    /// The turn that waits; nil at the end.
    package var current: Place?
    /// Words on the screen where they are not just an answer: what was being typed, or an answer
    /// whose last line was not ended.
    package var typed: [Place: Typed]
    /// True after `stop()`; `current` is then the turn where the person stopped.
    package var isStopped: Bool

    package init(
      given: [Place: Value] = [:], skipped: Set<Place> = [], said: Set<Place> = [],
      picks: [String: [String]] = [:], current: Place? = nil, isStopped: Bool = false,
      typed: [Place: Typed] = [:]
    ) {
      self.given = given
      self.skipped = skipped
      self.said = said
      self.picks = picks
      self.current = current
      self.isStopped = isStopped
      self.typed = typed
    }
  }
}
