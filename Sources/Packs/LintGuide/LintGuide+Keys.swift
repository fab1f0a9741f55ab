extension LintGuide {
  /// Which keys there are, and what they take.
  static let keys: [LintRule] = [
    LintRule(
      FindingCode.unknownKey,
      what: "This map has no such key.",
      why:
        "A slip in a key would otherwise change what people are asked without anyone noticing. "
        + "Keys of your own begin with x-.",
      example: """
        - id: first
          ask: What stayed with you?
          hlep: A word is enough.
        """,
      better: """
        - id: first
          ask: What stayed with you?
          help: A word is enough.
          x-note: from our panel
        """),
    LintRule(
      FindingCode.missingKey,
      what: "A key is missing that must be there.",
      why: "Without it the rest cannot be shown or kept.",
      example: """
        - ask: What stayed with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      FindingCode.wrongType,
      what: "A value is of another sort: a list for a text, a text for a number.",
      why: "What was meant could only be guessed.",
      example: """
        - id: first
          ask: [What stayed with you?]
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      FindingCode.emptyValue,
      what: "There is nothing after the colon.",
      why: "Text that begins with # is a comment to YAML, so it vanishes.",
      example: """
        - id: first
          ask: #1 of the things that stayed with you?
        """,
      better: """
        - id: first
          ask: "#1 of the things that stayed with you?"
        """),
    LintRule(
      FindingCode.unknownWord,
      what: "The value is none of the words that this key takes.",
      why: "Only these words are understood.",
      example: """
        - id: first
          ask: What stayed with you?
          sensitivity: high
        """,
      better: """
        - id: first
          ask: What stayed with you?
          sensitivity: tender
        """),
    LintRule(
      FindingCode.keyNotForType,
      what: "The key belongs to another type of question.",
      why: "It would have no effect here.",
      example: """
        - id: first
          ask: How was it?
          options: [easy, hard]
        """,
      better: """
        - id: first
          ask: How was it?
          type: choice
          options: [easy, hard]
        """),
    LintRule(
      FindingCode.notOneLine,
      what: "A text runs over several lines where one is wanted.",
      why: "Titles, labels and tags are shown on one line.",
      example: """
        tags:
          - |
            evening
            weekly
        steps: [{id: first, ask: What stayed with you?}]
        """,
      better: """
        tags: [evening, weekly]
        steps: [{id: first, ask: What stayed with you?}]
        """),
  ]
}
