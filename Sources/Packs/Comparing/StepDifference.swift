import Practice

/// What is different between two states of one step, its question aside.
struct StepDifference {
  private(set) var notes: [String] = []

  init(_ old: Step, _ new: Step) {
    compareAnswers(old, new)
    compareConduct(old, new)
    if old.help != new.help { notes.append("Its help is worded anew.") }
    if old.example != new.example { notes.append("Its example is another.") }
  }

  private mutating func compareAnswers(_ old: Step, _ new: Step) {
    if old.isSaid != new.isSaid {
      notes.append(new.isSaid ? "It is only said now, and not asked." : "It is asked now.")
    }
    guard Self.kind(old.type) == Self.kind(new.type) else {
      notes.append(
        "Answers to it become \(Self.kind(new.type)); before they were \(Self.kind(old.type)). "
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
    for option in before where !after.contains(where: { $0.id == option.id }) {
      notes.append("An answer is taken away: \(option.label)")
    }
    if before == after, old.type != new.type { notes.append("Its bounds or labels are others.") }
    if old.repeats != new.repeats { notes.append("It is asked for other items.") }
    if old.when != new.when { notes.append("It is asked on another condition.") }
  }

  private mutating func compareConduct(_ old: Step, _ new: Step) {
    if old.isSkippable != new.isSkippable {
      notes.append(new.isSkippable ? "It can be skipped now." : "It can no longer be skipped.")
    }
    if old.isTender != new.isTender {
      notes.append(
        new.isTender
          ? "The ways out are shown before it now." : "The ways out are no longer shown before it.")
    }
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

  private static func readers(_ keep: Step.Keep?) -> String {
    switch keep {
    case nil, .private: "the person who wrote it, alone"
    case .shared: "those who take part"
    case .agreed: "those who take part, once agreed"
    }
  }

  /// What answers of a type are, to follow "become".
  private static func kind(_ type: StepType) -> String {
    switch type {
    case .text: "words"
    case .line: "a few words"
    case .choice: "one choice"
    case .choices: "several choices"
    case .scale: "a point on a scale"
    case .yesNo: "a yes or no"
    case .number: "a number"
    case .date: "a day"
    case .time: "a time of day"
    case .duration: "minutes"
    case .list: "a list"
    case .party: "one of those who take part"
    case .entry: "an earlier page"
    case .table: "a table"
    case .confirm: "a plain yes"
    }
  }

  private static func options(_ type: StepType) -> [Option] {
    switch type {
    case .choice(let options), .choices(let options, _, _): options
    case .scale(let scale): scale.also
    case .number(_, _, let also): also
    case .table(let rows, let columns): rows + columns
    case .list(let fields): fields.map { Option(id: $0.id, label: $0.label) }
    default: []
    }
  }
}
