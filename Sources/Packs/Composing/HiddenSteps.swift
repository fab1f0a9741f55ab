import Practice

/// What people would no longer be told or asked because a change makes it come up less often.
///
/// Words that are said, tender questions and, in core, what looks at the organisation's part come up
/// when their own pack has them come up. Of any other question a change may say when it is asked, as
/// long as it can still be.
struct HiddenSteps {
  private(set) var weakenings: [Weakening] = []
  private let before: [Step]

  init(from before: [Step], to after: [Step], isCore: Bool) {
    self.before = before
    let kept = isCore ? aboutOrganisation : []
    for old in before {
      guard let new = after.first(where: { $0.id == old.id }) else { continue }
      if kept.contains(old.id) {
        compare(
          old, new, "\"\(old.id)\" belongs to the organisation's part and is asked as core asks it."
        )
        if !Self.sameAnswers(old.type, new.type) {
          weakenings.append(
            Weakening(
              step: old.id, field: "options",
              loss: "what is asked about the organisation's part hangs on the answers to "
                + "\"\(old.id)\"."))
        }
      } else if old.isSaid || old.isTender {
        compare(
          old, new,
          old.isSaid
            ? "people would be told \"\(old.id)\" at another moment."
            : "the tender question \"\(old.id)\" would come up at another moment.")
      }
    }
    findLedOn(after)
    findDead(after)
  }

  /// A bare Enter must not lead on to a tender question where it did not before.
  private mutating func findLedOn(_ after: [Step]) {
    let deciding = Self.deciding(after) { $0.isTender }
    for new in after where deciding.contains(new.id) && !new.isTender && new.fallback != nil {
      guard let old = before.first(where: { $0.id == new.id }), old.fallback != new.fallback else {
        continue
      }
      weakenings.append(
        Weakening(
          step: new.id, field: "default",
          loss: "Enter alone at \"\(new.id)\" would decide whether a tender question comes up."))
    }
  }

  private mutating func compare(_ old: Step, _ new: Step, _ loss: String) {
    if new.when != old.when {
      weakenings.append(Weakening(step: old.id, field: "when", loss: loss))
    }
    if new.repeats != old.repeats {
      weakenings.append(Weakening(step: old.id, field: "for_each", loss: loss))
    }
  }

  /// Steps that can come up in their own pack, and never could with the change.
  private mutating func findDead(_ after: [Step]) {
    let (was, now) = (dead(before), dead(after))
    for step in before where now.contains(step.id) && !was.contains(step.id) {
      weakenings.append(
        Weakening(
          step: step.id, field: "when",
          loss: "\"\(step.id)\" would never come up any more."))
    }
  }

  private func dead(_ steps: [Step]) -> Set<String> {
    Set(zip(steps, StepLogic(steps).verdicts).filter { $0.1.isDead }.map(\.0.id))
  }

  /// The steps with the tag, and those that decide whether they are asked.
  private var aboutOrganisation: Set<String> {
    Self.deciding(before) { $0.tags.contains(Composition.organisationTag) }
  }

  /// Certain steps, and those that decide whether they are asked.
  static func deciding(_ steps: [Step], about isMeant: (Step) -> Bool) -> Set<String> {
    var found = Set(steps.filter(isMeant).map(\.id))
    // A step looks at earlier ones only, so one way up meets them all.
    for step in steps.reversed() where found.contains(step.id) {
      found.formUnion(step.looksAt.map(\.step))
      if let block = step.block { found.insert(block) }
    }
    return found
  }

  /// Whether the same things can be answered, whatever they are called.
  private static func sameAnswers(_ a: StepType, _ b: StepType) -> Bool {
    switch (a, b) {
    case (.choice, .choice), (.choices, .choices):
      Set(a.parts.named.map(\.id)) == Set(b.parts.named.map(\.id))
    case (.scale(let old), .scale(let new)):
      (old.from, old.to) == (new.from, new.to)
        && Set(old.also.map(\.id)) == Set(new.also.map(\.id))
    default: a == b
    }
  }
}
