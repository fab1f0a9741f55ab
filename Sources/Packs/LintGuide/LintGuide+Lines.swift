import YAML

extension LintGuide {
  /// How lines stand below each other.
  static let lines: [LintRule] = [
    LintRule(
      YAMLProblem.Code.indent,
      what: "A line does not stand below the one it belongs to.",
      why: "The number of spaces in front says what belongs together.",
      example: """
        - id: first
          ask: What stayed with you?
         help: A word is enough.
        """,
      better: """
        - id: first
          ask: What stayed with you?
          help: A word is enough.
        """),
    LintRule(
      YAMLProblem.Code.tabIndent,
      what: "A line begins with a tab.",
      why: "YAML takes spaces only, because tabs are not equally wide everywhere.",
      example: """
        - id: first
        \u{9}ask: What stayed with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.dashSpace,
      what: "The dash of an item has no space behind it.",
      why: "Without the space it is a part of the word.",
      example: """
        -id: first
         ask: What stayed with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.oddSpace,
      what: "A line begins with spaces that only look like spaces.",
      why: "Word processors and web pages make them; to YAML they are letters.",
      example: """
        - id: first
        \u{A0} ask: What stayed with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.duplicateKey,
      what: "A key stands twice in the same place.",
      why: "Only one of the two could count, and which one would be a guess.",
      example: """
        - id: first
          ask: What stayed with you?
          ask: What else stayed with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        - id: second
          ask: What else stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.empty,
      what: "There is nothing in the file but comments or blank lines.",
      why: "A file that was made by accident, or not saved, should not pass unseen.",
      example: """
        # schema: to be written
        """,
      better: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      YAMLProblem.Code.syntax,
      what: "The file cannot be read as YAML from this place on.",
      why: "This is what is said when nothing more helpful is known. Compare with the lines above.",
      example: """
        - {id: first, ask: What stayed with you?, help:}
        """,
      better: """
        - {id: first, ask: What stayed with you?}
        """),
  ]
}
