extension LintGuide {
  /// How much there may be.
  static let sizes: [LintRule] = [
    LintRule(
      FindingCode.outOfRange,
      what: "A number is smaller or greater than it can be.",
      why: "Beyond these numbers nothing sensible can be shown.",
      example: """
        minutes: 5000
        steps: [{id: first, ask: What stayed with you?}]
        """,
      better: """
        minutes: 5
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      FindingCode.tooLong,
      what: "A text has more characters than are shown.",
      why: "Titles and labels share a small screen, and questions a tired reader.",
      example: """
        tags: [the words that help to find it are short ones]
        steps: [{id: first, ask: What stayed with you?}]
        """,
      better: """
        tags: [evening]
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      FindingCode.tooMany,
      what: "A list or map has more items than are allowed.",
      why: "A prompt has at most 120 steps, a question at most 60 options.",
      example: """
        - id: first
          ask: How many?
          type: number
          also: [a, b, c, d, e, f, g, h, i, j, k]
        """,
      better: """
        - id: first
          ask: How many?
          type: number
          also: [a, b, c]
        """),
    LintRule(
      FindingCode.tooFew,
      what: "A list or map has fewer items than are needed.",
      why: "A list without items asks nothing.",
      example: """
        steps: []
        """,
      better: """
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      FindingCode.tooManyFiles,
      what: "The pack has more files than are read.",
      why: "Make two packs of it; one can build on the other.",
      example: """
        A folder with many thousands of files.
        """),
  ]
}
