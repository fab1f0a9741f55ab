import Practice

extension FileKind {
  /// The names of what a record's part can be.
  static let fieldKinds = Field.Kind.allCases.map(\.rawValue)

  /// A map of part ids to kinds, or a list with everything written out.
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
    example: "{from: 0, to: 10}")

  static let repeatRule = MapRule(
    "for_each",
    [
      KeyRule("list", .itemName, alsoMeantBy: ["values"], about: "A values framework, by its id."),
      KeyRule("given", .list(optionShape, 1...50), about: "Items written here."),
      KeyRule(
        "answered", .id, alsoMeantBy: ["answer", "step"], about: "What was answered to this step."),
      KeyRule("pick", .map(pickRule), about: "Lets the person choose which items first."),
    ],
    example: "{given: [one, two]}", exactlyOneOf: ["list", "given", "answered"])

  private static let pickRule = MapRule(
    "pick",
    [
      KeyRule("at_least", .whole(0...50), alsoMeantBy: ["min"], about: "How many at least."),
      KeyRule("at_most", .whole(1...50), alsoMeantBy: ["max"], about: "How many at most."),
    ],
    example: "{at_most: 3}")
}
