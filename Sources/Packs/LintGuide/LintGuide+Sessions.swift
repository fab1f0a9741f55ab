extension LintGuide {
  /// Parties, translations and pretend answers.
  static let sessions: [LintRule] = [
    LintRule(
      FindingCode.reservedWord,
      what: "A party or a word of the vocabulary has a name with a meaning of its own.",
      why: "each, both and either say who answers; item stands for what a step is repeated for.",
      example: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, each: {}}
        steps: [{id: arrive, ask: How are you?, who: worker}]
        """,
      better: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps: [{id: arrive, ask: How are you?, who: worker}]
        """),
    LintRule(
      FindingCode.unknownParty,
      what: "The session has no party of this name.",
      why: "Each question of a session says who answers: a party, or each, both, either.",
      example: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps: [{id: arrive, ask: How are you?, who: workr}]
        """,
      better: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps: [{id: arrive, ask: How are you?, who: worker}]
        """),
    LintRule(
      FindingCode.notAsked,
      what: "A condition looks at the answer of someone who was not asked.",
      why: "PARTY.STEP is what that party answered. A text of both is nobody's alone.",
      example: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps:
          - {id: hard, ask: Was anything hard?, type: yes-no, who: worker, keep: shared}
          - {id: next, ask: What now?, who: each, when: {answered: supporter.hard}}
        """,
      better: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps:
          - {id: hard, ask: Was anything hard?, type: yes-no, who: worker, keep: shared}
          - {id: next, ask: What now?, who: each, when: {answered: worker.hard}}
        """),
    LintRule(
      FindingCode.revealWithoutEach,
      what: "A step has reveal without who: each.",
      why: "It says when answers that each party gives apart are shown to the others.",
      example: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps: [{id: arrive, ask: How are you?, who: worker, reveal: together}]
        """,
      better: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps: [{id: arrive, ask: How are you?, who: each, reveal: together}]
        """),
    LintRule(
      FindingCode.privateReveal, .warning,
      what: "Answers are revealed to the others, and yet kept private.",
      why: "Nobody can take back what others have read: the file has to say one or the other.",
      example: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps: [{id: arrive, ask: How are you?, who: each, reveal: together, keep: private}]
        """,
      better: """
        schema: alongside.session/1
        id: fortnightly
        title: Every other week
        kind: supervision
        parties: {worker: {}, supporter: {}}
        steps: [{id: arrive, ask: How are you?, who: each, reveal: together, keep: shared}]
        """),
    LintRule(
      FindingCode.unknownPrompt,
      what: "A file of tests is about a prompt that the pack does not have.",
      why: "The tests would never run.",
      example: """
        tests/evening.yaml with prompt: evening-nots, where prompts/ holds evening-notes.yaml.
        """),
  ]
}
