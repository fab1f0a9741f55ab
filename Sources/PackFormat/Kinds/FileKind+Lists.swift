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

  /// Places to turn to.
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
}
