extension FileKind {
  /// What a prompt should do with some answers, for its author to check.
  package static let tests = FileKind(
    schema: "alongside.tests/1", folder: "tests",
    summary: "Pretend answers to a prompt, and which steps are shown then.",
    root: MapRule(
      "a file of tests",
      [
        schemaKey,
        KeyRule("prompt", .id, .required, about: "The prompt of this pack that is tried."),
        KeyRule(
          "cases", .list(.map(caseRule), 1...200), .required, alsoMeantBy: ["tests"],
          about: "What is tried, case by case."),
      ]))

  private static let caseRule = MapRule(
    "a case",
    [
      KeyRule("name", .line(atMost: 200), .required, about: "What the case is about."),
      KeyRule(
        "answers", .entries(key: .id, value: .anything, 0...120),
        about: "Step ids with answers, as in a file of answers; all others are skipped."),
      KeyRule(
        "shows", .list(.id, 0...120), alsoMeantBy: ["shown"], about: "Steps that must be shown."),
      KeyRule(
        "hides", .list(.id, 0...120), alsoMeantBy: ["hidden"],
        about: "Steps that must not be shown."),
    ],
    example: "{name: nothing to carry, answers: {carrying: no}, shows: [next], hides: []}")
}
