extension LintGuide {
  /// What the first key says.
  static let firstLine: [LintRule] = [
    LintRule(
      FindingCode.schemaFirst,
      what: "The key schema is there, but it is not the first.",
      why: "Whoever opens the file should see at once what kind it is of.",
      example: """
        id: evening-notes
        schema: alongside.prompt/1
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """,
      better: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      FindingCode.unknownSchema,
      what: "The schema names no kind of file that there is.",
      why: "Mostly it is a slip of one letter.",
      example: """
        schema: alongside.promt/1
        """,
      better: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      FindingCode.newerSchema,
      what: "The number after the slash is one that this program does not know.",
      why: "The file may be meant for a later version of Alongside.",
      example: """
        schema: alongside.prompt/2
        """,
      better: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      FindingCode.wrongSchema,
      what: "The file is of another kind than its folder.",
      why: "Each folder of a pack holds one kind: prompts/ holds prompts, values/ sets of values.",
      example: """
        A file in prompts/ that says
        schema: alongside.values/1
        """),
  ]
}
