/// Answers to a whole prompt, given all at once: step id to answer.
///
/// An absent step is a skip.
package typealias GivenAnswers = [String: GivenAnswer]

/// What was given for one step.
package enum GivenAnswer: Sendable {
  case value(Value)
  /// A repeated step: item id to value. The items named are the ones picked.
  case items([(String, Value)])
}

/// An answer that was given to a step which is not shown.
package struct IgnoredAnswer: Sendable, Hashable {
  package var step: String
  package var item: String?

  package init(step: String, item: String? = nil) {
    self.step = step
    self.item = item
  }
}
