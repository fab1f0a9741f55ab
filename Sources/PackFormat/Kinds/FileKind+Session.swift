import Practice

extension FileKind {
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
        KeyRule(
          "steps", .list(.map(sessionStepRule), 1...120), .required, alsoMeantBy: ["questions"],
          about: "What is said and asked, in order."),
      ]),
    shapes: ["condition": .map(conditionRule(step: .stepName))])

  /// A step as in a prompt, that also says who answers.
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
    "a party", [KeyRule("label", .line(atMost: 60), about: "What the party is called on screen.")])

  private static let partyIDKey = KeyRule(
    "id", .id, .required, about: "Names the party; never changes.")
}
