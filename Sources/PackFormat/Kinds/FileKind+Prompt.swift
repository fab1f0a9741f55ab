import Practice

extension FileKind {
  /// The most characters of a title, which fits on one line of a list in any language.
  package static let titleLength = 120

  /// The most steps of a prompt or session, with those of its blocks.
  static let mostSteps = 120

  /// A prompt: the text and questions of one sitting.
  package static let prompt = FileKind(
    schema: "alongside.prompt/1", folder: "prompts",
    summary: "A set of questions that a person may answer in one sitting.",
    root: MapRule(
      "a prompt",
      [
        schemaKey,
        KeyRule("id", .id, .required, about: "Names the prompt inside its pack; never changes."),
        KeyRule(
          "title", .line(atMost: titleLength), .required, about: "What it is called on screen."),
        KeyRule(
          "minutes", .whole(1...600), about: "About how long it takes: a budget, never a limit."),
        KeyRule("source", sourceShape, about: "Who inspired it."),
        KeyRule("tags", .list(.line(atMost: 40), 0...20), about: "Words that help to find it."),
        becauseKey,
        thenKey,
        KeyRule(
          "steps", .list(.map(stepRule), 1...mostSteps), .required, alsoMeantBy: ["questions"],
          about: "What is said and asked, in order."),
      ]),
    shapes: ["condition": .map(conditionRule)])

  private static let thenKey = KeyRule(
    "then", thenShape, alsoMeantBy: ["next", "goto"],
    about: "What is offered to everyone at the end: never a jump.")

  /// The names of the kinds of answer.
  package static let stepTypes = names(StepType.Kind.allCases)

  private static func names(_ kinds: [StepType.Kind]) -> [String] { kinds.map(\.rawValue) }

  /// Returns the names of the kinds of answer that can have one of the parts.
  private static func having(_ part: StepParts.Key...) -> [String] {
    names(StepType.Kind.allCases.filter { $0.facts.keys.contains(where: part.contains) })
  }

  /// A step of a prompt.
  package static let stepRule = MapRule(
    "a step", wordKeys + typeKeys + conductKeys + [becauseKey],
    example: "{id: first, ask: \"What stayed with you?\"}", exactlyOneOf: ["ask", "say"])

  package static let blockStepName = "a step of a block"

  /// A step of a block, which is asked about each item; who answers is said once, by its leader.
  static let blockStepRule: MapRule = {
    let keys = conductKeys(repeats: nil).filter { $0.name != "who" }.map { key in
      var key = key
      if key.tie?.key == "who" { key.tie = nil }
      return key
    }
    return MapRule(
      blockStepName, wordKeys + typeKeys + keys + [becauseKey],
      example: "{id: where, ask: \"Where did {item} show up?\"}", exactlyOneOf: ["ask", "say"])
  }()

  private static let withDefault = names(StepType.Kind.allCases.filter(\.facts.takesDefault))

  private static let wordKeys = [
    KeyRule(
      "id", .id, .required, about: "Names the step; answers are filed under it; never changes."),
    KeyRule(
      "ask", .text(atMost: 2000), alsoMeantBy: ["question", "prompt", "label"],
      about: "The question."),
    KeyRule(
      "say", .text(atMost: 4000), alsoMeantBy: ["text", "note"], about: "Words that want no answer."
    ),
    KeyRule(
      "type", .word(stepTypes), in: .questions, about: "The kind of answer; text when left out."),
    KeyRule(
      "help", .text(atMost: 2000), alsoMeantBy: ["hint", "description"],
      about: "More words for those who want them."),
    KeyRule(
      "example", .text(atMost: 2000), in: .questions, alsoMeantBy: ["placeholder"],
      about: "What an answer may look like."),
    KeyRule(
      "default", .anything, in: .types(withDefault),
      about: "What stands there at first: an answer, or last for the one given last time."),
    KeyRule(
      "shows", .word(["last"]), in: .questions,
      about: "With last, an open journal shows what was answered last time."),
    KeyRule("minutes", .whole(1...600), about: "About how long this step takes."),
    KeyRule("tags", .list(.line(atMost: 40), 0...20), about: "Words that help to find it."),
    KeyRule("source", sourceShape, about: "Who inspired this step."),
  ]

  private static let typeKeys = [
    KeyRule(
      "options", .list(choosableShape, 1...60),
      .requiredFor(having(.options), unless: "options_from"), in: .types(having(.options)),
      alsoMeantBy: ["answers", "choices", "columns"],
      about: "What can be chosen; in a table, its columns."),
    KeyRule(
      "options_from", optionsFromShape, in: .types(having(.other)), alsoMeantBy: ["values"],
      about: "What can be chosen, from a values framework, or from an earlier answer."),
    KeyRule(
      "other", .line(atMost: 100), in: .types(having(.other)),
      about: "The label of one more option, which asks what is meant."),
    KeyRule(
      "scale", .map(scaleRule), .requiredFor(having(.scale)), in: .types(having(.scale)),
      alsoMeantBy: ["range"], about: "The two ends of a line, or words for its points."),
    KeyRule(
      "rows", .list(optionShape, 1...60), .requiredFor(having(.rows)), in: .types(having(.rows)),
      about: "What is answered one by one on the same options."),
    KeyRule(
      "of", fieldsShape, .requiredFor(having(.fields)),
      in: .types(having(.fields)), alsoMeantBy: ["fields"],
      about: "The parts of each record of a list."),
    KeyRule(
      "at_least", .number, in: .types(having(.counts, .bounds)), alsoMeantBy: ["min", "minimum"],
      about: "The least number, or how many to choose at least."),
    KeyRule(
      "at_most", .number, in: .types(having(.counts, .bounds)), alsoMeantBy: ["max", "maximum"],
      about: "The greatest number, or how many to choose at most."),
    KeyRule(
      "also", .list(optionShape, 1...10), in: .types(having(.also)),
      about: "Ways to answer that are not a number."),
  ]

  private static let conductKeys = conductKeys(repeats: repeatRule)

  /// Returns the keys about how a step is asked.
  ///
  /// - Parameter repeats: how it is asked about several things; `nil` if it cannot say.
  private static func conductKeys(repeats: MapRule?) -> [KeyRule] {
    howKeys
      + (repeats.map {
        [
          KeyRule(
            "for_each", .map($0), in: .questions, alsoMeantBy: ["foreach", "repeat", "for"],
            about: "Asks once for each of these.")
        ]
      } ?? []) + meetingKeys
  }

  private static let howKeys = [
    KeyRule(
      "when", .named("condition"), alsoMeantBy: ["if", "show_if", "visible_if", "showif"],
      about: "Asked only when this holds for earlier answers."),
    KeyRule(
      "skip", .word(["yes", "no"]), in: .questions,
      with: KeyRule.Tie("type", saying: "confirm", when: "no"),
      alsoMeantBy: ["optional", "required"],
      about: "All can be skipped; no, on confirm alone, asks once more first."),
    KeyRule(
      "sensitivity", .word(["ordinary", "tender"]), in: .questions,
      about: "A tender question offers its exits first."),
    KeyRule(
      "protects", .word(["true", "false"]),
      about: "With true, no other pack changes or hides this step: safety words, and ways out."),
  ]

  private static let meetingKeys = [
    KeyRule("who", .id, in: .questions, about: "In a session: who answers."),
    KeyRule(
      "reveal", .word(["now", "together", "never"]), in: .questions,
      with: KeyRule.Tie("who", saying: "each"),
      about: "In a session, with who: each: when the answers are shown."),
    KeyRule(
      "keep", .word(["private", "shared", "agreed"]), in: .questions,
      about: "In a session: who can read the answer."),
    KeyRule("carry", .id, in: .questions, about: "Where the answer is offered again."),
  ]

  /// A session template: what two or more people go through together.
  package static let session = FileKind(
    schema: "alongside.session/1", folder: "templates",
    summary: "What two or more people go through together, each on equal terms.",
    root: MapRule(
      "a session",
      [
        schemaKey,
        KeyRule("id", .id, .required, about: "Names the session inside its pack; never changes."),
        KeyRule(
          "title", .line(atMost: FileKind.titleLength), .required,
          about: "What it is called on screen."),
        KeyRule(
          "kind", .word(Meeting.Kind.allCases.map(\.rawValue)), .required,
          about: "The kind of meeting; the five are never mixed."),
        KeyRule(
          "parties", partiesShape, .required, alsoMeantBy: ["people", "roles"],
          about: "Who takes part: an id for each, with a label where the id is not enough."),
        KeyRule(
          "minutes", .whole(1...600), about: "About how long it takes: a budget, never a limit."),
        KeyRule("source", sourceShape, about: "Who inspired it."),
        KeyRule("tags", .list(.line(atMost: 40), 0...20), about: "Words that help to find it."),
        becauseKey,
        thenKey,
        KeyRule(
          "steps", .list(.map(sessionStepRule), 1...mostSteps), .required,
          alsoMeantBy: ["questions"],
          about: "What is said and asked, in order."),
      ]),
    shapes: ["condition": .map(conditionRule(step: .stepName))])

  /// A prompt's step that also says who answers.
  package static let sessionStepRule = stepRule.replacing(
    KeyRule(
      "who", .id, .requiredInQuestions, in: .questions, alsoMeantBy: ["party"],
      about: "Who answers: a party of the session, or each, both, either."),
    KeyRule(
      "reveal", .word(["now", "together", "never"]), in: .questions,
      with: KeyRule.Tie("who", saying: "each"),
      about: "With who: each: when the answers are shown to the others."),
    KeyRule(
      "keep", .word(["private", "shared", "agreed"]), in: .questions,
      about: "Who can read the answer; its author can move it."))

  private static let partiesShape = Shape.either([
    .entries(
      key: .id, value: .optional(.either([.line(atMost: 60), .map(partyRule)])), 2...12),
    .list(.either([.line(atMost: 60), .map(partyRule.with(partyIDKey))]), 2...12),
  ])

  private static let partyRule = MapRule(
    "a party",
    [
      KeyRule("label", .line(atMost: 60), about: "What the party is called on screen."),
      KeyRule(
        "power", .word(["more"]),
        about: "more: this person can decide about the others, as a manager can."),
      KeyRule(
        "up_to", .whole(1...9), about: "How many people may take this place; one if left out."),
    ])

  private static let partyIDKey = KeyRule(
    "id", .id, .required, about: "Names the party; never changes.")
}
