extension LintGuide {
  /// How ids, days, addresses and versions are written.
  static let forms: [LintRule] = [
    LintRule(
      FindingCode.badID,
      what: "This is no id.",
      why: "Answers are kept under ids, so ids are plain: a to z, 0 to 9, and hyphens between.",
      example: """
        - id: First Step
          ask: What stayed with you?
        """,
      better: """
        - id: first-step
          ask: What stayed with you?
        """),
    LintRule(
      FindingCode.noID,
      what: "No id can be made from the words of an option.",
      why: "Ids have the letters a to z only. Write the id beside the label.",
      example: """
        - id: first
          ask: Ble oeddech chi?
          type: choice
          options: [Tŷ, Gwaith]
        """,
      better: """
        - id: first
          ask: Ble oeddech chi?
          type: choice
          options: [{id: ty, label: Tŷ}, Gwaith]
        """),
    LintRule(
      FindingCode.badDay,
      what: "This is no day.",
      why: "Year, month and day stand in this order, so that nobody mixes up days and months.",
      example: """
        - id: first
          ask: Which day?
          type: date
          default: 22/11/2026
        """,
      better: """
        - id: first
          ask: Which day?
          type: date
          default: 2026-11-22
        """),
    LintRule(
      FindingCode.badTime,
      what: "This is no time of day.",
      why: "Times have 24 hours and two digits for each part.",
      example: """
        - id: first
          ask: When?
          type: time
          default: 9 o'clock
        """,
      better: """
        - id: first
          ask: When?
          type: time
          default: 09:00
        """),
    LintRule(
      FindingCode.badLink,
      what: "This is no whole address.",
      why: "A person should be able to open it as it stands.",
      example: """
        source: {credit: Our panel, url: www.example.org}
        steps: [{id: first, ask: What stayed with you?}]
        """,
      better: """
        source: {credit: Our panel, url: "https://www.example.org"}
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      FindingCode.badVersion,
      what: "This is no version.",
      why: "Three whole numbers with dots between, so that any two can be compared.",
      example: """
        schema: alongside.pack/1
        id: org.example.peer-basics
        version: 1.4
        revision: 14
        name: Peer basics
        default_locale: en
        """,
      better: """
        schema: alongside.pack/1
        id: org.example.peer-basics
        version: 1.4.0
        revision: 14
        name: Peer basics
        default_locale: en
        """),
    LintRule(
      FindingCode.badTextPath,
      what: "This is no way to a text of a pack.",
      why: "Translations find their text by its folder, the item, and the place in it.",
      example: """
        schema: alongside.locale/1
        locale: cy
        of: org.example.peer-basics
        entries:
          evening-notes/title: Nodiadau
        """,
      better: """
        schema: alongside.locale/1
        locale: cy
        of: org.example.peer-basics
        entries:
          prompts/evening-notes/title: Nodiadau
        """),
    LintRule(
      FindingCode.badHash,
      what: "This does not begin a SHA-256 as it is written in packs.",
      why:
        "The hash shows when the text that was translated has changed since: 16 to 64 of 0 to 9 "
        + "and a to f.",
      example: """
        schema: alongside.locale/1
        locale: cy
        of: org.example.peer-basics
        entries:
          prompts/evening-notes/title: {text: Nodiadau, source_hash: latest}
        """,
      better: """
        schema: alongside.locale/1
        locale: cy
        of: org.example.peer-basics
        entries:
          prompts/evening-notes/title: {text: Nodiadau, source_hash: 0123456789abcdef}
        """),
  ]
}
