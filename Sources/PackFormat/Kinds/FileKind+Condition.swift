extension FileKind {
  /// A condition in a prompt, where steps go by their ids.
  static let conditionRule = conditionRule(step: .id)

  private static let beside = KeyRule.Tie("answered")

  /// - Parameter step: how a step is named; in a session, perhaps with its party.
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
