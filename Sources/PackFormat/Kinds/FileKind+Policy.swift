extension FileKind {
  /// What whoever looks after a computer lays down about packs and plugins.
  ///
  /// It can only make the rules tighter, so it has no key that opens anything.
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
