extension LintGuide {
  /// What conditions lead to, proved by going through every way there is.
  static let logic: [LintRule] = [
    LintRule(
      FindingCode.neverTrue,
      what: """
        A condition can never hold, so its step is never asked; or a test shows and hides one step.
        """,
      why: "A question that nobody will ever see was surely meant for somebody.",
      example: """
        - {id: mood, ask: How was it?, type: choice, options: [easy, hard]}
        - {id: next, ask: What helped?, when: {all: [{answered: mood, is: easy}, {answered: mood, is: hard}]}}
        """,
      better: """
        - {id: mood, ask: How was it?, type: choice, options: [easy, hard, mixed]}
        - {id: next, ask: What helped?, when: {answered: mood, in: [easy, hard]}}
        """),
    LintRule(
      FindingCode.unreached,
      what: "A condition could hold, but on no way through the steps before it.",
      why: "Whenever it would hold, a step that it looks at is hidden and has no answer.",
      example: """
        - {id: more, ask: Is there more?, type: yes-no}
        - {id: size, ask: How large is it?, type: choice, options: [small, large], when: {answered: more, is: yes}}
        - {id: next, ask: What now?, when: {all: [{answered: more, is: no}, {answered: size, is: large}]}}
        """,
      better: """
        - {id: more, ask: Is there more?, type: yes-no}
        - {id: size, ask: How large is it?, type: choice, options: [small, large], when: {answered: more, is: yes}}
        - {id: next, ask: What now?, when: {any: [{answered: more, is: no}, {answered: size, is: large}]}}
        """),
    LintRule(
      FindingCode.alwaysTrue, .warning,
      what: "A condition holds whatever is answered, so it changes nothing.",
      why: "Either it can go, or something else was meant.",
      example: """
        - {id: mood, ask: How was it?}
        - {id: next, ask: What helped?, when: {any: [{answered: mood}, {skipped: mood}]}}
        """,
      better: """
        - {id: mood, ask: How was it?}
        - {id: next, ask: What helped?, when: {answered: mood}}
        """),
  ]

  /// What only meetings of several people have.
  static let together: [LintRule] = [
    LintRule(
      FindingCode.leak,
      what: "Being asked this question tells someone what another person answered apart.",
      why: "Whoever answers in private must be able to rely on it, also when nothing is shown.",
      example: session(
        """
          - {id: tired, ask: Is it too much just now?, type: yes-no, who: worker}
          - {id: lighter, ask: What could be lighter?, who: lead, when: {answered: tired, is: yes}}
        """),
      better: session(
        """
          - {id: tired, ask: Is it too much just now?, type: yes-no, who: worker, keep: shared}
          - {id: lighter, ask: What could be lighter?, who: lead, when: {answered: tired, is: yes}}
        """)),
    LintRule(
      FindingCode.unmirrored,
      what: "In co-reflection one person is asked something that the other is not.",
      why:
        "Two people reflect on equal terms only when both are asked; where it is meant, say why.",
      example: session(
        """
          - {id: part, ask: What was your part in it?, who: worker}
          - {id: hope, ask: What do you both hope for?, who: both}
        """, kind: "co-reflection"),
      better: session(
        """
          - {id: part, ask: What was your part in it?, who: each, reveal: together}
          - {id: hope, ask: What do you both hope for?, who: both}
        """, kind: "co-reflection")),
    LintRule(
      FindingCode.fewQuestions, .note,
      what: "One of two people answers less than a third of the questions.",
      why: "It may be meant so, or it may have come about unseen.",
      example: session(
        """
          - {id: one, ask: What went well?, who: worker}
          - {id: two, ask: What was hard?, who: worker}
          - {id: three, ask: What would help?, who: worker}
        """),
      better: session(
        """
          - {id: one, ask: What went well?, who: each, reveal: together}
          - {id: two, ask: What was hard?, who: worker}
          - {id: three, ask: What could you bring?, who: lead}
        """)),
  ]

  private static func session(_ steps: String, kind: String = "supervision") -> String {
    """
    schema: alongside.session/1
    id: two-of-us
    title: The two of us
    kind: \(kind)
    parties: {worker: Peer worker, lead: Lead}
    steps:

    """ + steps
  }
}
