/// What the answers make of one step.
struct Leg: Sendable {
  let step: Step
  let isShown: Bool
  /// True when all it depends on was answered, skipped or left out, so that it stays as it is.
  let isDecided: Bool
  /// In a repeated step, all items there are.
  let items: [Option]
  /// In a repeated step, the items to ask about; nil until they are picked.
  let chosen: [Option]?

  /// True for a repeated step whose items have not been picked yet.
  var isUnpicked: Bool { step.repeats != nil && chosen == nil }

  /// The turns that the step makes, in order; in a block, those of the other steps are not its own.
  var places: [Interview.Place] {
    guard isShown else { return [] }
    guard let repeats = step.repeats else { return [.init(step: step.id)] }
    let isTurn = repeats.pick != nil || step.isLeader
    return (isTurn ? [.init(step: step.id)] : []) + (step.isLeader ? [] : questions)
  }

  /// The places where the step itself is said or asked.
  var questions: [Interview.Place] {
    guard isShown else { return [] }
    guard step.repeats != nil else { return [.init(step: step.id)] }
    return (chosen ?? []).map { .init(step: step.id, item: $0.id) }
  }
}
