extension LintGuide {
  /// Sense inside a step.
  static let steps: [LintRule] = [
    LintRule(
      FindingCode.duplicateID,
      what: "An id stands twice.",
      why: "Answers are kept under ids, so two of the same would mix.",
      example: """
        - {id: first, ask: What stayed with you?}
        - {id: first, ask: What else?}
        """,
      better: """
        - {id: first, ask: What stayed with you?}
        - {id: second, ask: What else?}
        """),
    LintRule(
      FindingCode.askOrSay,
      what: "A step has both ask and say, or neither.",
      why: "A step either asks something or only says something.",
      example: """
        - id: first
          ask: What stayed with you?
          say: Take your time.
        """,
      better: """
        - id: welcome
          say: Take your time.
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      FindingCode.skipNo,
      what: "A question says that it cannot be skipped.",
      why:
        "Every question here can be left without a reason; only a confirm step can need an "
        + "answer.",
      example: """
        - id: first
          ask: What stayed with you?
          skip: no
        """,
      better: """
        - id: first
          ask: What stayed with you?
        """),
    LintRule(
      FindingCode.bounds,
      what: "Two bounds are the wrong way round, or ask for more than there is.",
      why: "Nobody could answer.",
      example: """
        - id: first
          ask: Which?
          type: choices
          options: [one, two]
          at_most: 3
        """,
      better: """
        - id: first
          ask: Which?
          type: choices
          options: [one, two]
          at_most: 2
        """),
    LintRule(
      FindingCode.scaleShape,
      what: "A scale lacks an end, or has not as many labels as points.",
      why: "Each point needs to be known, by a number or a word.",
      example: """
        - id: first
          ask: How near is hope?
          type: scale
          scale: {from: 0}
        """,
      better: """
        - id: first
          ask: How near is hope?
          type: scale
          scale: {labels: [far, nearer, near]}
        """),
    LintRule(
      FindingCode.placeholder,
      what: "A word in braces is not known here.",
      why:
        "{item} is filled in where a step has for_each, the parties of a session in its steps, "
        + "and words of the vocabulary in pack.yaml everywhere.",
      example: """
        - id: first
          ask: Where did {item} show up?
        """,
      better: """
        - id: first
          ask: Where did {item} show up?
          for_each: {given: [hope, choice]}
        """),
    LintRule(
      FindingCode.minutesOver, .warning,
      what: "The steps take more minutes than the whole promises.",
      why: "People plan by the number that they see first.",
      example: """
        minutes: 5
        steps: [{id: first, ask: What stayed with you?, minutes: 7}]
        """,
      better: """
        minutes: 7
        steps: [{id: first, ask: What stayed with you?, minutes: 7}]
        """),
  ]
}
