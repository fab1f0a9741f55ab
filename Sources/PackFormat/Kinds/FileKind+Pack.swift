extension FileKind {
  /// A pack's manifest, `pack.yaml`.
  package static let pack = FileKind(
    schema: "alongside.pack/1", folder: nil,
    summary: "What a pack is called, who made it, and what it needs.",
    root: MapRule(
      "a pack",
      [
        schemaKey,
        KeyRule("id", .packID, .required, about: "Names the pack everywhere; never changes."),
        KeyRule("version", .version, .required, about: "The version that people see."),
        KeyRule(
          "revision", .whole(0...1_000_000_000), .required,
          about: "A whole number that only ever grows."),
        KeyRule(
          "name", .line(atMost: 120), .required, alsoMeantBy: ["title"],
          about: "Its name on screen."),
        KeyRule(
          "licence", .line(atMost: 100), alsoMeantBy: ["license"], about: "The terms of its words."),
        KeyRule(
          "default_locale", .line(atMost: 35), .required, about: "The language it is written in."),
        KeyRule("locales", .list(.line(atMost: 35), 1...60), about: "The languages it comes in."),
      ] + relationKeys + careKeys))

  private static let relationKeys = [
    KeyRule(
      "needs",
      .map(
        MapRule(
          "needs",
          [
            KeyRule(
              "alongside", .line(atMost: 60), about: "Which versions of the program it works with."),
            KeyRule(
              "features", .list(.line(atMost: 60), 0...40), about: "What the program must know."),
          ])),
      about: "What the program must bring."),
    KeyRule(
      "extends",
      .list(
        .map(
          MapRule(
            "a pack this builds on",
            [
              KeyRule("pack", .packID, .required, about: "The other pack."),
              KeyRule("version", .line(atMost: 60), about: "Which of its versions will do."),
            ])), 0...20),
      about: "Packs this one builds on."),
    KeyRule(
      "overrides",
      .list(
        .map(
          MapRule(
            "an override",
            [
              KeyRule("item", .itemName, .required, about: "The item of another pack."),
              KeyRule(
                "set", .entries(key: .line(atMost: 60), value: .anything, 1...20), .required,
                about: "The whole fields that change."),
              KeyRule(
                "because", .line(atMost: 300), .required, about: "Why, for everyone to read."),
            ])), 0...200),
      about: "Changes to items of other packs."),
    KeyRule(
      "hides",
      .list(
        .map(
          MapRule(
            "a hidden item",
            [
              KeyRule("item", .itemName, .required, about: "The item that is not suggested."),
              KeyRule(
                "because", .line(atMost: 300), .required, about: "Why, for everyone to read."),
            ])), 0...200),
      about: "Items of other packs that are not suggested."),
  ]

  private static let careKeys = [
    KeyRule(
      "vocabulary", .entries(key: .id, value: .line(atMost: 80), 1...100),
      alsoMeantBy: ["words", "terms"],
      about: "The pack's own words for people and things, which texts name in braces."),
    KeyRule(
      "review",
      .map(
        MapRule(
          "a review",
          [
            KeyRule("by", .line(atMost: 200), about: "Who looked at the pack."),
            KeyRule("on", .day, about: "When they did."),
            KeyRule("next", .day, about: "When they will again."),
          ])),
      about: "Who looks after the words, and when."),
    KeyRule(
      "expires", .day, about: "After this day people are told that it is old; nothing is deleted."),
    KeyRule(
      "attribution", .either([.text(atMost: 4000), .list(.text(atMost: 1000), 1...60)]),
      alsoMeantBy: ["credits"], about: "Whom its words owe thanks."),
  ]

  /// The rules about packs and plugins set by whoever administers a computer.
  ///
  /// A policy can only make the rules tighter, so no key of it opens anything.
  package static let policy = FileKind(
    schema: "alongside.policy/1", folder: nil,
    summary: "What an organisation accepts on its computers.",
    root: MapRule(
      "a policy",
      [
        schemaKey,
        KeyRule(
          "signers", .list(.map(policySignerRule), 0...200),
          about: "Whose packs are accepted: with this key, no others are."),
        KeyRule(
          "offers", .list(.map(policyOfferRule), 0...200),
          about: "Packs that are pointed out to people; nobody has to take one."),
        KeyRule(
          "plugins",
          .map(
            MapRule(
              "plugins",
              [
                KeyRule(
                  "permissions", .list(.line(atMost: 100), 0...200), .required,
                  about: "The most that any plugin may be granted.")
              ])),
          about: "What plugins may be granted at most."),
      ]))

  private static let policySignerRule = MapRule(
    "a signer",
    [
      KeyRule("name", .line(atMost: 120), .required, about: "Who it is, for everyone to read."),
      KeyRule(
        "key", .line(atMost: 400), .required, about: "The public key: ssh-ed25519 and letters."),
      KeyRule(
        "packs", .list(.packID, 1...200), about: "The packs that are accepted; all, without it."),
      KeyRule("from", .day, about: "The first day on which new versions are accepted."),
      KeyRule("until", .day, about: "The last day on which new versions are accepted."),
    ], example: "{name: Our panel, key: \"ssh-ed25519 AAAA\"}")

  private static let policyOfferRule = MapRule(
    "an offer",
    [
      KeyRule("pack", .packID, .required, about: "The pack."),
      KeyRule("file", .line(atMost: 1000), .required, about: "Where its file lies."),
      KeyRule("because", .line(atMost: 300), about: "Why it is pointed out."),
    ], example: "{pack: org.example.basics, file: /srv/packs/basics.tar}")
}
