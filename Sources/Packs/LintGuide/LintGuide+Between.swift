extension LintGuide {
  /// Overrides, hides, vocabulary and translations.
  package static let between: [LintRule] = packRules + localeRules

  private static let packRules: [LintRule] = [
    LintRule(
      .unknownTarget,
      what: "An override, or an item under hides, names something that is not there.",
      why: "It would change nothing, and nobody would notice.",
      example: "overrides:\n  - {item: core/dayli-three, set: {title: Today}, because: Shorter}",
      better: "overrides:\n  - {item: core/daily-three, set: {title: Today}, because: Shorter}"),
    LintRule(
      .ownItem, what: "A pack overrides or hides an item of its own.",
      why: "There is one place for its words: the item's own file.",
      example: "hides: [{item: our-day, because: Not yet finished}]"),
    LintRule(
      .unknownField, what: "An override sets a field that the item does not have.",
      why:
        "Only whole fields can be set: title, minutes, tags, source, steps, items, or STEP/FIELD.",
      example: "set: {stayd/ask: What stayed with you tonight?}",
      better: "set: {stayed/ask: What stayed with you tonight?}"),
    LintRule(
      .keptID, what: "An override sets an id.",
      why: "Answers are kept under ids; a new id would part people from what they wrote.",
      example: "set: {stayed/id: remained}"),
    LintRule(
      .weakens, what: "An override takes something from the person who answers.",
      why: """
        A change may not make an answer less private, less easy to skip or less tender, nor take a \
        question away.
        """,
      example: "set: {carrying-what/sensitivity: ordinary}"),
    LintRule(
      .protected, what: "A pack hides or changes what no other pack may touch.",
      why: """
        Places to turn to, questions about the organisation's own part, and a person's own prompts \
        belong to the person.
        """,
      example: "hides: [{item: core/drift-check, because: Not for us}]"),
    LintRule(
      .twoOverrides, what: "Two packs set one field.",
      why: "Only one can be shown, and which one must not hang on chance.",
      example: "Two packs that both set stayed/ask of core/daily-three."),
    LintRule(
      .twoWords, what: "Two packs each have a word of their own for one term.",
      why: "People would meet one name for two things, or two for one.",
      example: "Two packs whose vocabulary has peer, with different words."),
  ]

  private static let localeRules: [LintRule] = [
    LintRule(
      .unknownText, what: "A translation names a text that is not in the pack.",
      why: "Nobody would ever see it.",
      example: "entries: {prompts/our-day/frist/ask: ...}",
      better: "entries: {prompts/our-day/first/ask: ...}"),
    LintRule(
      .staleTranslation, .warning, what: "A text was changed after it was translated.",
      why: "The two may no longer say the same; until someone looks, the new text is shown.",
      example: "An entry whose source_hash is that of the earlier words."),
    LintRule(
      .noSourceHash, .note, what: "A translation does not say which words it was made from.",
      why: "When those words change later, nobody is told that the two no longer match.",
      example: "prompts/our-day/first/ask: \"...\"",
      better: "prompts/our-day/first/ask: {text: \"...\", source_hash: 5e0cb1d94a1f73c2}"),
    LintRule(
      .missingTranslation, .warning, what: "A language of the pack lacks some texts.",
      why: "People would meet two languages in one prompt.",
      example: "locales: [en, cy], with no file for cy."),
    LintRule(
      .localePlaceholder, what: "A translation has other words in braces than its text.",
      why: "What is filled in there would be missing, or stand as it is written.",
      example: "text: \"[Ŵĥéŕé ŵáš íţ?]\", for a text that asks: Where was {item}?",
      better: "text: \"[Ŵĥéŕé ŵáš {item}?]\""),
    LintRule(
      .unlistedLocale, what: "There is a file for a language that pack.yaml does not list.",
      why: "The list tells people which languages a pack has.",
      example: "locale: cy, where pack.yaml says locales: [en]"),
    LintRule(
      .localeOfOther, what: "A file of translations says that it belongs to another pack.",
      why: "A pack speaks for its own words only.",
      example: "of: core, in the pack org.example.ours"),
  ]
}
