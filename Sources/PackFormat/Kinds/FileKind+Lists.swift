extension FileKind {
  /// A values framework, kept as data.
  package static let values = FileKind(
    schema: "alongside.values/1", folder: "values",
    summary: "A named set of values that a service or movement works by.",
    root: MapRule(
      "a values framework",
      [
        schemaKey,
        KeyRule("id", .id, .required, about: "Names the framework inside its pack; never changes."),
        KeyRule(
          "title", .line(atMost: FileKind.titleLength), .required,
          about: "What it is called on screen."),
        KeyRule("source", sourceShape, about: "Whose framework it is."),
        KeyRule("items", .list(optionShape, 1...60), .required, about: "The values, in order."),
      ]))

  /// A list of places to turn to.
  package static let signposts = FileKind(
    schema: "alongside.signposts/1", folder: "signposts",
    summary: "Places to turn to, for one nation or region.",
    root: MapRule(
      "signposts",
      [
        schemaKey,
        KeyRule("id", .id, .required, about: "Names the list inside its pack; never changes."),
        KeyRule(
          "title", .line(atMost: FileKind.titleLength), .required,
          about: "What it is called on screen."),
        KeyRule("nation", .line(atMost: 60), about: "The nation it is for."),
        KeyRule("region", .line(atMost: 60), about: "The region it is for."),
        KeyRule(
          "items", .list(.map(signpostRule), 1...60), .required, about: "The places, in order."),
      ]))

  static let audiences = ["me", "someone-i-support", "safeguarding", "speaking-up"]

  private static let signpostRule = MapRule(
    "a signpost",
    [
      KeyRule("id", .id, .required, about: "Names the place; never changes."),
      KeyRule("name", .line(atMost: 120), .required, about: "What the place is called."),
      KeyRule(
        "contact", .line(atMost: 300), .required, alsoMeantBy: ["phone", "telephone", "number"],
        about: "How to reach it."),
      KeyRule(
        "hours", .line(atMost: 200), alsoMeantBy: ["opening"], about: "When it can be reached."),
      KeyRule(
        "for", .either([.word(audiences), .list(.word(audiences), 1...4)]), .required,
        about: "Whom it is for."),
      KeyRule(
        "source_url", .link, alsoMeantBy: ["url", "source"], about: "Where this was copied from."),
      KeyRule("verified_on", .day, about: "When a person checked it on the operator's own page."),
      KeyRule("verified_by", .line(atMost: 120), about: "Who checked it."),
      KeyRule("review_by", .day, about: "When it should be checked again."),
    ])

  /// The texts of a pack in another language.
  package static let locale = FileKind(
    schema: "alongside.locale/1", folder: "locales",
    summary: "The texts of a pack in another language, each by the way to it.",
    root: MapRule(
      "a locale",
      [
        schemaKey,
        KeyRule(
          "locale", .line(atMost: 35), .required, alsoMeantBy: ["language", "lang"],
          about: "The language, as pack.yaml names it among its locales."),
        KeyRule(
          "of", .packID, .required, alsoMeantBy: ["pack"], about: "The pack whose texts these are."),
        KeyRule(
          "entries", .entries(key: .textPath, value: localeTextShape, 1...5000), .required,
          alsoMeantBy: ["texts", "strings"], about: "The texts, by the way to each."),
      ]))

  private static let localeTextShape = Shape.either([
    .text(atMost: 4000),
    .map(
      MapRule(
        "a translated text",
        [
          KeyRule("text", .text(atMost: 4000), .required, about: "The text in this language."),
          KeyRule(
            "source_hash", .hash, alsoMeantBy: ["hash"],
            about: "Begins the SHA-256 of the text that was translated, so that a change shows."),
        ])),
  ])

  /// Tests of what a prompt does with some answers, for its author.
  package static let tests = FileKind(
    schema: "alongside.tests/1", folder: "tests",
    summary: "Pretend answers to a prompt, and which steps are shown then.",
    root: MapRule(
      "a file of tests",
      [
        schemaKey,
        KeyRule(
          "prompt", .id, .required, about: "The prompt or template of this pack that is tried."),
        KeyRule(
          "cases", .list(.map(caseRule), 1...200), .required, alsoMeantBy: ["tests"],
          about: "What is tried, case by case."),
      ]))

  private static let caseRule = MapRule(
    "a case",
    [
      KeyRule("name", .line(atMost: 200), .required, about: "What the case is about."),
      KeyRule("as", .id, alsoMeantBy: ["party"], about: "Of a template: the party that answers."),
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
