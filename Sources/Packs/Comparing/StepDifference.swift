import Practice

/// What is different between two states of one step, its question aside.
struct StepDifference {
  private(set) var notes: [String] = []

  init(_ old: Step, _ new: Step) {
    compareAnswers(old, new)
    compareOffers(old, new)
    compareConduct(old, new)
    if old.help != new.help { notes.append("Its help is worded anew.") }
    if old.example != new.example { notes.append("Its example is another.") }
  }

  private mutating func compareAnswers(_ old: Step, _ new: Step) {
    if old.isSaid != new.isSaid {
      notes.append(new.isSaid ? "It is only said now, and not asked." : "It is asked now.")
    }
    let (then, now) = (old.type.kind, new.type.kind)
    guard then == now else {
      notes.append(
        "Answers to it become \(now.facts.noun); before they were \(then.facts.noun). "
          + "Earlier answers stay as they are.")
      return
    }
    let (before, after) = (Self.options(old.type), Self.options(new.type))
    for option in after {
      switch before.first(where: { $0.id == option.id }) {
      case nil: notes.append("An answer is added: \(option.label)")
      case let then? where then.label != option.label:
        notes.append("An answer is worded anew: \(option.label). Before: \(then.label)")
      default: break
      }
    }
    compareOptions(before, after)
    for option in before where !after.contains(where: { $0.id == option.id }) {
      notes.append("An answer is taken away: \(option.label)")
    }
    if before == after, old.type != new.type { notes.append("Its bounds or labels are others.") }
    if old.repeats != new.repeats { notes.append("It is asked for other items.") }
    if old.when != new.when { notes.append("It is asked on another condition.") }
  }

  /// What choosing an option brings with it.
  private mutating func compareOptions(_ before: [Option], _ after: [Option]) {
    for option in after {
      guard let then = before.first(where: { $0.id == option.id }) else { continue }
      note(
        then.isAlone, option.isAlone, now: "It goes by itself now: \(option.label)",
        noMore: "It can be chosen with others now: \(option.label)")
      if then.then != option.then {
        notes.append("Another thing is offered at the end after: \(option.label)")
      }
    }
  }

  /// What is offered to choose from, and as an answer.
  private mutating func compareOffers(_ old: Step, _ new: Step) {
    if old.optionsFrom != new.optionsFrom {
      notes.append("What can be chosen comes from elsewhere.")
    }
    if old.fallback != new.fallback { notes.append("What is offered as an answer is another.") }
    note(
      old.showsLast, new.showsLast,
      now: "It shows what was answered last time now, in an open journal.",
      noMore: "It no longer shows what was answered last time.")
  }

  private mutating func compareConduct(_ old: Step, _ new: Step) {
    note(
      old.isSkippable, new.isSkippable, now: "It no longer asks twice before it is skipped.",
      noMore: "It asks once more before it is skipped.")
    note(
      old.isTender, new.isTender, now: "The ways out are shown before it now.",
      noMore: "The ways out are no longer shown before it.")
    note(
      old.protects, new.protects, now: "No other pack can change or hide it now.",
      noMore: "Other packs can change or hide it now.")
    if old.keep != new.keep {
      notes.append("Who reads it: \(Self.readers(new.keep)). Before: \(Self.readers(old.keep)).")
    }
    if old.reveal != new.reveal {
      notes.append(
        "When answers are shown: \(new.reveal?.rawValue ?? "not said"). "
          + "Before: \(old.reveal?.rawValue ?? "not said").")
    }
    if old.who != new.who {
      notes.append("Who answers: \(new.who ?? "not said"). Before: \(old.who ?? "not said").")
    }
  }

  /// Notes that something holds now and did not before, or the other way round.
  private mutating func note(_ old: Bool, _ new: Bool, now: String, noMore: String) {
    if old != new { notes.append(new ? now : noMore) }
  }

  private static func readers(_ keep: Step.Keep?) -> String {
    switch keep {
    case nil, .private: "the person who wrote it, alone"
    case .shared: "those who take part"
    case .agreed: "those who take part, once agreed"
    }
  }

  private static func options(_ type: StepType) -> [Option] {
    let parts = type.parts
    let other = parts.other.map { [Option(id: Option.other, label: $0)] } ?? []
    return parts.rows + parts.options + other + (parts.scale?.also ?? []) + parts.also
      + parts.fields.map { Option(id: $0.id, label: $0.label) }
  }
}
