import Practice

extension FileKind {
  /// The names of the types that a part of a record can have.
  static let fieldKinds = Field.Kind.allCases.map(\.rawValue)

  /// A map of part ids to kinds, or a list that spells everything out.
  static let fieldsShape = Shape.either([
    .entries(key: .id, value: .either([.word(fieldKinds), .map(fieldRule)]), 1...12),
    .list(.map(fieldRule.with(fieldIDKey)), 1...12),
  ])

  private static let fieldRule = MapRule(
    "a part of a record",
    [
      KeyRule("label", .line(atMost: 200), about: "The words on screen."),
      KeyRule("type", .word(fieldKinds), .required, about: "The kind of answer."),
    ])

  private static let fieldIDKey = KeyRule(
    "id", .id, .required, about: "Names the part in answers; never changes.")

  static let scaleRule = MapRule(
    "a scale",
    [
      KeyRule(
        "from", .whole(-100...100), alsoMeantBy: ["min"], about: "The number at the low end."),
      KeyRule("to", .whole(-100...100), alsoMeantBy: ["max"], about: "The number at the high end."),
      KeyRule("low", .line(atMost: 100), about: "Words for the low end."),
      KeyRule("high", .line(atMost: 100), about: "Words for the high end."),
      KeyRule(
        "labels",
        .either([
          .list(.line(atMost: 100), 2...21),
          .entries(key: .whole(-100...100), value: .line(atMost: 100), 1...21),
        ]),
        about: "Words for every point in order, or for single points by their number."),
      KeyRule("also", .list(optionShape, 1...10), about: "Ways to answer that are not a point."),
    ],
    example: "{labels: [Low, Middle, High]}")

  /// Where options come from: a values framework by its id, or a map that says what it is.
  static let optionsFromShape = Shape.either([
    .itemName,
    .map(
      MapRule(
        "options_from",
        [
          KeyRule(
            "list", .itemName, alsoMeantBy: ["values"], about: "A values framework, by its id."),
          KeyRule(
            "answered", .id, alsoMeantBy: ["answer", "step"],
            about: "What was answered to this earlier step."),
        ],
        example: "{list: core/srn}", exactlyOneOf: ["list", "answered"])),
  ])

  static let repeatRule = MapRule(
    "for_each",
    [
      KeyRule("list", .itemName, alsoMeantBy: ["values"], about: "A values framework, by its id."),
      KeyRule("given", .list(optionShape, 1...50), about: "Items written here."),
      KeyRule(
        "answered", .id, alsoMeantBy: ["answer", "step"], about: "What was answered to this step."),
      KeyRule("pick", .map(pickRule), about: "Lets the person choose which items first."),
      KeyRule(
        "steps", .list(.map(blockStepRule), 1...20), alsoMeantBy: ["questions"],
        about: "Several steps for each item; the step's own words then come once, before them."),
    ],
    example: "{given: [one, two]}", exactlyOneOf: ["list", "given", "answered"])

  private static let pickRule = MapRule(
    "pick",
    [
      KeyRule("at_least", .whole(0...50), alsoMeantBy: ["min"], about: "How many at least."),
      KeyRule("at_most", .whole(1...50), alsoMeantBy: ["max"], about: "How many at most."),
    ],
    example: "{at_most: 3}")

  /// A condition in a prompt, which names steps by their ids.
  static let conditionRule = conditionRule(step: .id)

  private static let beside = KeyRule.Tie("answered")

  /// Returns the rule for a condition.
  ///
  /// - Parameter step: how a condition names a step; in a session, perhaps with its party.
  static func conditionRule(step: Shape) -> MapRule {
    MapRule(
      "a condition", steps(step) + comparisons + groups, example: "{answered: some-step, is: yes}",
      exactlyOneOf: ["answered", "skipped", "all", "any", "not"],
      atMostOneOf: comparisons.map(\.name))
  }

  private static func steps(_ step: Shape) -> [KeyRule] {
    [
      KeyRule("answered", step, about: "The earlier step that is looked at."),
      KeyRule("skipped", step, about: "Holds when this step was skipped."),
    ]
  }

  private static let comparisons = [
    KeyRule("is", .scalar, with: beside, alsoMeantBy: ["equals"], about: "Holds for this answer."),
    KeyRule("is_not", .scalar, with: beside, about: "Holds for any other answer that was given."),
    KeyRule("in", .list(.scalar, 1...60), with: beside, about: "Holds for one of these answers."),
    KeyRule(
      "at_least", .number, with: beside, alsoMeantBy: ["min"],
      about: "Holds for this number or more."),
    KeyRule(
      "at_most", .number, with: beside, alsoMeantBy: ["max"],
      about: "Holds for this number or less."),
    KeyRule(
      "includes", .id, with: beside, alsoMeantBy: ["contains"],
      about: "Holds when this was among the answers."),
  ]

  private static let groups = [
    KeyRule(
      "all", .list(.named("condition"), 1...20), alsoMeantBy: ["and"], about: "All must hold."),
    KeyRule(
      "any", .list(.named("condition"), 1...20), alsoMeantBy: ["or"], about: "One must hold."),
    KeyRule("not", .named("condition"), about: "Must not hold."),
  ]
}
