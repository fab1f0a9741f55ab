import PackFormat
import Practice

/// Something that a change would take from the person who answers.
struct Weakening: Sendable, Hashable {
  /// The step, and the field of it that says so; the step is empty for the item itself.
  var step: String
  var field: String
  /// What people would lose, as a sentence.
  var loss: String
  var code = FindingCode.weakens

  /// What helps.
  var hint: Hint {
    switch code {
    case .protectedStep:
      "Take this away. A pack can ask in its own way in a prompt of its own."
    case .movedMeaning:
      "Keep the words, or leave the id out and give new words an id of their own."
    default: "A pack can add to what protects people, and not take from it. Take this away."
    }
  }

  /// Everything that a change of steps would take.
  ///
  /// - Parameter isCore: then the questions about the organisation's own part stay as well.
  static func all(
    from before: [Step], _ tags: [String], to after: [Step], _ newTags: [String], isCore: Bool
  ) -> [Weakening] {
    var found: [Weakening] = []
    if isCore, tags.contains(Composition.organisationTag),
      !newTags.contains(Composition.organisationTag)
    {
      found.append(
        Weakening(
          step: "", field: "tags",
          loss: "it would no longer say that it looks at the organisation's part."))
    }
    let protection = Protection(before)
    found += protection.breaches(in: after)
    for old in before where !protection.steps.contains(old.id) {
      guard let new = after.first(where: { $0.id == old.id }), old.isSaid || !new.isSaid else {
        found.append(
          Weakening(
            step: old.id, field: old.isSaid ? "say" : "ask",
            loss: "people would no longer \(old.isSaid ? "be told" : "be asked") \"\(old.id)\"."))
        continue
      }
      found += privacy(old, new) + ways(old, new) + offers(old, new) + moved(old, new)
      if isCore, old.tags.contains(Composition.organisationTag) { found += organisation(old, new) }
    }
    found += HiddenSteps(from: before, to: after, isCore: isCore).weakenings
    return found + unskippable(after, besides: before)
  }

  /// What people are no longer offered at the end: another pack may add to it.
  ///
  /// Of a prompt with steps that protect it is as its own pack has it.
  static func onward(from before: Prompt, to after: Prompt) -> [Weakening] {
    if before.then != after.then, before.steps.contains(where: \.protects) {
      return [
        Weakening(
          step: "", field: "then",
          loss: "what it offers at the end comes after steps that protect, and would not be as its "
            + "pack has it.", code: .protectedStep)
      ]
    }
    let lost = before.onward.filter { !after.onward.contains($0) }
    return lost.map { one in
      Weakening(
        step: one.step ?? "", field: one.step == nil ? "then" : "options",
        loss: "people would no longer be offered \(one.onward.name) at the end.")
    }
  }

  /// New steps that cannot be skipped.
  static func unskippable(_ after: [Step], besides before: [Step]) -> [Weakening] {
    after.filter { new in !new.isSkippable && !before.contains { $0.id == new.id } }.map { new in
      Weakening(
        step: new.id, field: "skip", loss: "people could not skip the new step \"\(new.id)\".")
    }
  }

  /// Who may read, and when.
  static func privacy(_ old: Step, _ new: Step) -> [Weakening] {
    var found: [Weakening] = []
    if old.who != new.who {
      found.append(
        Weakening(
          step: old.id, field: "who",
          loss: "\"\(old.id)\" would be answered by others than people were told."))
    }
    if openness(of: new.keep) > openness(of: old.keep) {
      found.append(
        Weakening(
          step: old.id, field: "keep",
          loss: "what people answer to \"\(old.id)\" would no longer be theirs alone."))
    }
    if openness(of: new.reveal, new) > openness(of: old.reveal, old) {
      found.append(
        Weakening(
          step: old.id, field: "reveal",
          loss: "answers to \"\(old.id)\" would be shown earlier than people were told."))
    }
    return found
  }

  private static func openness(of keep: Step.Keep?) -> Int {
    switch keep {
    case nil, .private: 0
    case .shared, .agreed: 1
    }
  }

  /// Without a word about it, nothing is held back.
  private static func openness(of reveal: Step.Reveal?, _ step: Step) -> Int {
    switch reveal {
    case .never: 0
    case .together: 1
    case .now, nil: 2
    }
  }

  /// The ways out, and the care in asking.
  static func ways(_ old: Step, _ new: Step) -> [Weakening] {
    var found: [Weakening] = []
    if old.isSkippable, !new.isSkippable {
      found.append(
        Weakening(
          step: old.id, field: "skip", loss: "people could no longer skip \"\(old.id)\"."))
    }
    if old.isTender, !new.isTender {
      found.append(
        Weakening(
          step: old.id, field: "sensitivity",
          loss: "people would come upon \"\(old.id)\" without being shown the ways out first."))
    }
    return found
  }

  /// What would be offered in the place of a person's own answer.
  static func offers(_ old: Step, _ new: Step) -> [Weakening] {
    var found: [Weakening] = []
    if case .answered? = new.optionsFrom, new.optionsFrom != old.optionsFrom {
      found.append(
        Weakening(
          step: old.id, field: "options_from",
          loss: "\"\(old.id)\" would come up only after another answer, with other options."))
    }
    if old.isTender, new.showsLast, !old.showsLast {
      found.append(
        Weakening(
          step: old.id, field: "shows",
          loss: "the tender question \"\(old.id)\" would show what people wrote last time."))
    }
    if old.isTender, new.fallback != old.fallback, new.fallback != nil {
      found.append(
        Weakening(
          step: old.id, field: "default",
          loss:
            "the tender question \"\(old.id)\" would come with an answer that people did not give.")
      )
    }
    return found
  }

  private static func organisation(_ old: Step, _ new: Step) -> [Weakening] {
    var found: [Weakening] = []
    if !new.tags.contains(Composition.organisationTag) {
      found.append(
        Weakening(
          step: old.id, field: "tags",
          loss: "\"\(old.id)\" would no longer say that it looks at the organisation's part."))
    }
    return found
  }
}
