import YAML

extension LintGuide {
  /// Signs that have a meaning of their own in YAML.
  static let signs: [LintRule] = [
    LintRule(
      YAMLProblem.Code.colonInText,
      what: "A text has a colon with a space after it.",
      why: "YAML takes such a colon for the end of a key.",
      example: """
        - id: first
          ask: One thing to keep: what was it?
        """,
      better: """
        - id: first
          ask: "One thing to keep: what was it?"
        """),
    LintRule(
      YAMLProblem.Code.needsQuotes,
      what: "A text begins with a sign that means something to YAML, or with a word in quotes.",
      why: "Brackets, braces, quotes and the signs @ ` * & ! | > % are read as YAML, not as words.",
      example: """
        - id: first
          ask: "Hope" is a big word. Where did you see some?
        """,
      better: """
        - id: first
          ask: '"Hope" is a big word. Where did you see some?'
        """),
    LintRule(
      YAMLProblem.Code.unclosedQuote,
      what: "Quotes open and do not close where the text ends.",
      why: "Everything that follows is read as part of the text.",
      example: """
        - id: first
          ask: "What stayed with you?
          help: "A word is enough."
        """,
      better: """
        - id: first
          ask: "What stayed with you?"
          help: "A word is enough."
        """),
    LintRule(
      YAMLProblem.Code.unclosedBracket,
      what: "A bracket or brace opens and does not close, or a comma is missing in it.",
      why: "What follows is read as more of the same list.",
      example: """
        - id: first
          ask: How was it?
          type: choice
          options: [easy, hard
        - id: second
          ask: What helped?
        """,
      better: """
        - id: first
          ask: How was it?
          type: choice
          options: [easy, hard]
        - id: second
          ask: What helped?
        """),
    LintRule(
      YAMLProblem.Code.escape,
      what: "A backslash in double quotes stands before a letter that it does not go with.",
      why: "In double quotes a backslash begins a code for a sign.",
      example: #"""
        - id: first
          ask: "What did you do on the way \home?"
        """#,
      better: """
        - id: first
          ask: What did you do on the way home?
        """),
    LintRule(
      YAMLProblem.Code.missingColon,
      what: "A line has a key without a colon and a space after it.",
      why: "Without them nobody can tell the key from its value.",
      example: """
        - id: first
          ask What stayed with you?
          help: A word is enough.
        """,
      better: """
        - id: first
          ask: What stayed with you?
          help: A word is enough.
        """),
    LintRule(
      YAMLProblem.Code.keyShape,
      what: "A list or map stands where a key belongs.",
      why: "A line that begins with a brace or bracket is read as one.",
      example: """
        - id: first
          ask: What stayed with you?
          {item}: needed
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
  ]
}
