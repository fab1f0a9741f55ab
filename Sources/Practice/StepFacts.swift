/// What holds for every answer of one kind: how it is kept, which parts its step has, and the words
/// for it.
///
/// One row for each kind. Who adds one is sent here by the compiler, and has to fill in the whole row.
package struct StepFacts: Sendable {
  /// The forms in which answers are kept.
  package enum Form: Sendable, Hashable {
    /// The person's own words, kept as they were typed.
    case words
    /// Words that are the same whoever writes them, such as a date.
    case exact
    /// The id of one thing to choose.
    case option
    case number
    /// A number, or the id of what can be answered in its place.
    case numberOrOption
    /// The ids of several things.
    case ids
    case records
    case cells
    case yes
  }

  /// The room for an answer on paper, where its parts do not say it.
  package enum Room: Sendable, Hashable {
    case lines(Int)
    case boxes([String])
  }

  package var form: Form
  /// The parts that a step of this kind can have.
  package var keys: [StepParts.Key] = []
  /// What can be chosen whatever the step says, by id.
  package var ids: [String] = []
  /// What answers are, in a few words: to follow "become".
  package var noun: String
  /// The same for who reads the questions through; parts may follow.
  package var reading: String
  /// How to answer, in one sentence; nil where nobody needs telling.
  package var hint: String?
  /// The room on paper.
  package var room: Room = .lines(1)
  /// The kind for somebody who writes a prompt; nil where it takes more than a word or a list of
  /// options to describe.
  package var offer: String?
  /// Whether a condition can look for one exact answer.
  package var isComparable = true

  /// Whether an answer can stand there before the person writes.
  package var takesDefault: Bool {
    switch form {
    case .words, .exact, .option, .number, .numberOrOption, .ids: true
    case .records, .cells, .yes: false
    }
  }
}

extension StepType.Kind {
  /// The row of this kind.
  package var facts: StepFacts {
    switch self {
    case .text: .text
    case .line: .line
    case .choice: .choice
    case .choices: .choices
    case .scale: .scale
    case .yesNo: .yesNo
    case .number: .number
    case .date: .date
    case .time: .time
    case .duration: .duration
    case .list: .list
    case .party: .party
    case .entry: .entry
    case .table: .table
    case .confirm: .confirm
    }
  }
}

extension StepType {
  /// What an answer can name by its id, whether the step says it or the kind does.
  package var choosable: [Option] {
    parts.named + kind.facts.ids.map { Option(id: $0, label: $0) }
  }
}

extension StepFacts {
  fileprivate static let text = StepFacts(
    form: .words, noun: "words", reading: "as many words as you like", room: .lines(6),
    offer: "As many words as they like", isComparable: false)

  fileprivate static let line = StepFacts(
    form: .words, noun: "a few words", reading: "a few words on one line", room: .lines(2),
    offer: "A few words on one line")

  fileprivate static let choice = StepFacts(
    form: .option, keys: [.options, .other], noun: "one choice", reading: "one of these",
    hint: "A number, or the word itself.", offer: "One of some answers that you give")

  fileprivate static let choices = StepFacts(
    form: .ids, keys: [.options, .counts, .other], noun: "several choices", reading: "any of these",
    hint: "Numbers, as in 1 3.", offer: "As many as they like of some answers that you give")

  fileprivate static let scale = StepFacts(
    form: .numberOrOption, keys: [.scale], noun: "a point on a scale",
    reading: "one point on this line", hint: "A number, or the word itself.",
    offer: "A place on a line, from one end to the other, in your words")

  fileprivate static let yesNo = StepFacts(
    form: .option, ids: ["yes", "no"], noun: "a yes or no", reading: "yes or no",
    hint: "yes or no.",
    room: .boxes(["Yes", "No"]), offer: "Yes or no")

  fileprivate static let number = StepFacts(
    form: .numberOrOption, keys: [.bounds, .also], noun: "a number", reading: "a number",
    hint: "A number.", offer: "A number")

  fileprivate static let date = StepFacts(
    form: .exact, noun: "a day", reading: "a day",
    hint: "A day, as in 2026-03-31, tomorrow or next Friday.", offer: "A day")

  fileprivate static let time = StepFacts(
    form: .exact, noun: "a time of day", reading: "a time of day", hint: "A time, as in 14:30.",
    offer: "A time of day")

  fileprivate static let duration = StepFacts(
    form: .number, noun: "minutes", reading: "a length of time",
    hint: "Minutes, or as in 1h30.", offer: "A length of time")

  fileprivate static let list = StepFacts(
    form: .records, keys: [.fields], noun: "a list", reading: "a list, each with: ",
    isComparable: false)

  fileprivate static let party = StepFacts(
    form: .words, noun: "one of those who take part", reading: "one of the people taking part",
    room: .lines(2))

  fileprivate static let entry = StepFacts(
    form: .words, noun: "an earlier page", reading: "an earlier page", room: .lines(2),
    isComparable: false)

  fileprivate static let table = StepFacts(
    form: .cells, keys: [.rows, .options], noun: "a table",
    reading: "one of the answers for each row",
    isComparable: false)

  fileprivate static let confirm = StepFacts(
    form: .yes, noun: "a plain yes", reading: "a plain yes", hint: "Type yes.",
    room: .boxes(["I agree"]))
}
