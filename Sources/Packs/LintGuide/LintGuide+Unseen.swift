import YAML

extension LintGuide {
  /// How a file is saved, and signs that nobody can see.
  static let unseen: [LintRule] = [
    LintRule(
      YAMLProblem.Code.notUTF8,
      what: "Some bytes are not UTF-8 text.",
      why: "Letters with accents would be lost or guessed. Save the file with the encoding UTF-8.",
      example: """
        A file saved as Windows-1252 or Latin-1.
        """),
    LintRule(
      YAMLProblem.Code.utf16,
      what: "The file is saved as UTF-16.",
      why: "Packs are UTF-8, so that every tool shows the same words.",
      example: """
        A file saved as "Unicode" by an old editor.
        """),
    LintRule(
      YAMLProblem.Code.byteOrderMark,
      what: "The file begins with a byte-order mark.",
      why: "Nobody can see it, and other tools take it for part of the first key.",
      example: """
        \u{FEFF}schema: alongside.prompt/1
        """,
      better: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      YAMLProblem.Code.controlCharacter,
      what: "There is a control character in the file.",
      why: "On a terminal it could change colours, move the cursor or hide words.",
      example: #"""
        - id: first
          ask: "What stayed \e[31mwith you?"
        """#,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.bidiCharacter,
      what: "A sign that turns the direction of writing is in the file.",
      why: "With it a text can show other words than the file holds.",
      example: """
        - id: first
          ask: What stayed \u{202E}with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.invisibleCharacter,
      what: "There is a sign in the file that nobody can see.",
      why: "Two texts could look the same and be different.",
      example: """
        - id: first
          ask: What stayed\u{200B} with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
  ]
}
