/// What a person answered, in the shapes that entries and answers files keep.
package enum Value: Sendable, Hashable {
  /// `text line party entry date time`, and the id of a `choice`, `yes-no` or `also` answer.
  case words(String)
  /// A `scale` or `number`; whole minutes of a `duration`.
  case number(Double)
  /// The option ids of a `choices` answer.
  case ids([String])
  /// The records of a `list`: field id to value.
  case records([[String: Value]])
  /// The cells of a `table`: row id to column id.
  case cells([String: String])
  /// A `confirm` that was given.
  case yes
  /// What was written under the `other` of a `choice` or `choices`, perhaps nothing, beside the option
  /// ids of a `choices` answer.
  case other(String, beside: [String] = [])
}

/// What became of one step, or of one item of a repeated step.
///
/// None of them is failure.
package enum AnswerState: String, Sendable, Hashable, CaseIterable {
  case answered
  case skipped
  case notApplicable = "not-applicable"
  case notReached = "not-reached"
}

/// One question as it stood, and what became of it.
package struct Answer: Sendable, Hashable {
  package var step: String
  /// The question as it was shown.
  package var ask: String
  package var state: AnswerState
  /// Present exactly when `state` is `answered`.
  package var value: Value?
  /// What the person read when they picked `value`, or by what its parts were asked for, where it
  /// is made of ids or points of a scale: so it can be read without the prompt it was given to.
  package var words: String?
  /// In a repeated step, the item it is about.
  package var item: String?
  /// In a session, the party who answered.
  package var by: String?

  package init(
    step: String, ask: String, state: AnswerState, value: Value? = nil, words: String? = nil,
    item: String? = nil, by: String? = nil
  ) {
    self.step = step
    self.ask = ask
    self.state = state
    self.value = value
    self.words = words
    self.item = item
    self.by = by
  }
}
