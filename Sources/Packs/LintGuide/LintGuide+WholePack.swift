extension LintGuide {
  /// The pack's own page, its places to turn to, and its folder.
  static let wholePack: [LintRule] = [
    LintRule(
      FindingCode.defaultLocale,
      what: "The language that the pack is written in is not among its locales.",
      why: "People choose from that list.",
      example: """
        schema: alongside.pack/1
        id: org.example.peer-basics
        version: 1.4.0
        revision: 14
        name: Peer basics
        default_locale: en
        locales: [cy, gd]
        """,
      better: """
        schema: alongside.pack/1
        id: org.example.peer-basics
        version: 1.4.0
        revision: 14
        name: Peer basics
        default_locale: en
        locales: [en, cy, gd]
        """),
    LintRule(
      FindingCode.halfVerified,
      what: "A place to turn to says who checked it or when, but not both.",
      why:
        "Someone may rely on it on a hard day. Fill in both once a person has looked, or "
        + "neither.",
      example: """
        schema: alongside.signposts/1
        id: our-area
        title: Our area
        items:
          - {id: line, name: A line, contact: Ask us, for: me, verified_by: A peer}
        """,
      better: """
        schema: alongside.signposts/1
        id: our-area
        title: Our area
        items:
          - {id: line, name: A line, contact: Ask us, for: me}
        """),
    LintRule(
      FindingCode.noManifest,
      what: "The folder has no pack.yaml.",
      why: "Without it the pack has no id, no version and no name.",
      example: """
        A folder with prompts/ and no pack.yaml: alongside packs new DIR --id ID makes one.
        """),
    LintRule(
      FindingCode.unreadable,
      what: "A file or folder cannot be read.",
      why: "Check who may read it.",
      example: """
        A file that belongs to someone else.
        """),
    LintRule(
      FindingCode.notAFile,
      what: "A link, a pipe or a folder stands where a file belongs.",
      why: "A link could lead anywhere on the machine of whoever installs the pack.",
      example: """
        prompts/evening.yaml as a link to ../../elsewhere.yaml
        """),
    LintRule(
      FindingCode.fileName, .warning,
      what: "A file is not read because its name does not end in .yaml.",
      why: "Someone may think that it is part of the pack.",
      example: """
        prompts/evening.yml, or prompts/evening.yaml.txt
        """),
  ]
}
