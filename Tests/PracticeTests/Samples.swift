import Practice

/// Small prompts that the tests share.
enum Samples {
  static let yesOrLater = [
    Option(id: "yes", label: "Yes"), Option(id: "no", label: "No"),
    Option(id: "later", label: "Not today"),
  ]

  static let values = [
    Option(id: "hope", label: "Hope"), Option(id: "choice", label: "Choice"),
    Option(id: "mutuality", label: "Mutuality"),
  ]

  static func ask(
    _ id: String, _ type: StepType = .text, when: Condition? = nil, repeats: Repeat? = nil,
    fallback: Step.Default? = nil, skip: Bool = true
  ) -> Step {
    Step(
      id: id, words: .ask(repeats == nil ? "About \(id)?" : "About \(id) and {item}?"),
      type: type, fallback: fallback, when: when, isSkippable: skip, repeats: repeats)
  }

  static func prompt(_ steps: Step...) -> Prompt {
    Prompt(id: "sample", pack: "test", revision: 3, title: "Sample", steps: steps)
  }

  static func lastTime(_ step: String, _ value: Value) -> Interview.LastTime {
    .init(
      Answer(step: step, ask: "", state: .answered, value: value),
      on: Day(daysSince1970: 20_777) ?? Moment(utcMilliseconds: 0, offset: 0, zone: "").day)
  }

  static func interview(_ steps: Step...) -> Interview {
    Interview(
      steps: steps, sets: ["test/values": values],
      sealed: true)
  }

  /// A pick among values, two steps about each, the second where the first was answered, and one more.
  static let block: [Step] = {
    let items = Repeat.Items.values("values")
    var steps = [
      Step(
        id: "look", words: .ask("Which would you like to see?"),
        repeats: Repeat(items: items, pick: .init(), isBlock: true)),
      Step(id: "where", words: .ask("Where was {item}?"), type: .line),
      Step(
        id: "more", words: .ask("{answer:where}: what would bring more of {item}?"), type: .line,
        when: .answered(step: "where", .given)),
    ]
    for index in [1, 2] {
      (steps[index].block, steps[index].repeats) = ("look", Repeat(items: items))
    }
    return steps + [ask("close", .line)]
  }()

  /// A hard day opens one more question.
  static let hard = [
    ask("hard", .choice(yesOrLater)),
    ask("more", when: .answered(step: "hard", .equals(.words("yes")))),
    ask("close", .line),
  ]

  static let people = ask(
    "people",
    .list([
      Field(id: "when", label: "When", kind: .date), Field(id: "what", label: "What", kind: .line),
      Field(id: "note", label: "Note", kind: .text),
    ]))

  static func records(_ labels: String...) -> Value {
    .records(labels.map { ["what": .words($0)] })
  }

  static let aboutPeople = ask("about", repeats: Repeat(items: .answered("people")))
}

extension Interview {
  /// The id of the step asked now, with its item after a slash.
  var here: String? {
    turn.map { [$0.step.id, $0.item?.id].compactMap(\.self).joined(separator: "/") }
  }

  /// Step, item and state of every answer, as `step/item state`.
  var states: [String] {
    outcome.map {
      [$0.step, $0.item].compactMap(\.self).joined(separator: "/") + " " + $0.state.rawValue
    }
  }
}
