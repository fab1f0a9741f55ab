import YAML

extension LintGuide {
  /// What YAML allows and packs do not, so that everyone reads the same thing.
  static let strictness: [LintRule] = [
    LintRule(
      YAMLProblem.Code.anchor,
      what: "A text or list has a name after an ampersand (&).",
      why:
        "Parts that are used again elsewhere make a file hard to read and can blow it up in "
        + "memory.",
      example: """
        - id: first
          ask: &gentle What stayed with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.alias,
      what: "A star (*) points to another part of the file.",
      why: "Each text stands where it is used, so that it can be read and translated there.",
      example: """
        - id: first
          ask: &gentle What stayed with you?
        - id: second
          ask: *gentle
        """,
      better: """
        - id: first
          ask: What stayed with you?
        - id: second
          ask: What stayed with you?
        """),
    LintRule(
      YAMLProblem.Code.tag,
      what: "A value begins with a tag (!).",
      why: "In some programs tags run code; here they mean nothing.",
      example: """
        - id: first
          ask: !important What stayed with you?
        """,
      better: """
        - id: first
          ask: "! What stayed with you?"
        """),
    LintRule(
      YAMLProblem.Code.mergeKey,
      what: "Another map is merged in (<<).",
      why: "What a step holds should stand in the step.",
      example: """
        - <<: {help: A word is enough.}
          id: first
          ask: What stayed with you?
        """,
      better: """
        - id: first
          ask: What stayed with you?
          help: A word is enough.
        """),
    LintRule(
      YAMLProblem.Code.severalDocuments,
      what: "A line of three hyphens begins a second document.",
      why: "A file holds one thing; the rest would be passed over in silence.",
      example: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        ---
        schema: alongside.prompt/1
        """,
      better: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      YAMLProblem.Code.directive,
      what: "A line begins with a percent sign and tells YAML how to read.",
      why: "Packs are read in one way only.",
      example: """
        %YAML 1.1
        ---
        schema: alongside.prompt/1
        """,
      better: """
        schema: alongside.prompt/1
        id: evening-notes
        title: Evening notes
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      YAMLProblem.Code.tooDeep,
      what: "Maps and lists stand more than 32 deep inside each other.",
      why: "No question needs that; a file that does it is broken or meant to do harm.",
      example: """
        x-deep: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        """,
      better: """
        x-deep: []
        steps: [{id: first, ask: What stayed with you?}]
        """),
    LintRule(
      YAMLProblem.Code.tooLarge,
      what: "The file is larger than 256 KiB.",
      why: "A prompt is a page, not a book; reading stays quick and safe.",
      example: """
        A file of 300 KiB: make several prompts of it.
        """),
  ]
}
