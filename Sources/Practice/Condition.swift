/// When a step is asked: a map over earlier answers, never an expression.
///
/// An answer that was skipped, hidden or not reached satisfies no `answered` condition but the bare
/// negations: `is_not` holds only for a given answer that differs.
package indirect enum Condition: Sendable, Hashable {
  case answered(step: String, Test)
  case skipped(step: String)
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// What is asked of an answer that was given.
  package enum Test: Sendable, Hashable {
    /// Any answer at all.
    case given
    case equals(Value)
    case differs(Value)
    case oneOf([Value])
    case atLeast(Double)
    case atMost(Double)
    /// A `choices`, `list` or `table` answer that holds this id: of an option, of a field that
    /// is filled in some record, of a row that was answered.
    case includes(String)
  }
}
