extension FileKind {
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
}
