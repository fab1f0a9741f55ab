extension LintGuide {
  /// Steps that look at other steps.
  static let references: [LintRule] = [
    LintRule(
      FindingCode.unknownStep,
      what: "There is no step of this name.",
      why: "Mostly it is a slip in the id.",
      example: """
        - {id: energy, ask: How is your energy?}
        - {id: next, ask: What lowered it?, when: {answered: enrgy}}
        """,
      better: """
        - {id: energy, ask: How is your energy?}
        - {id: next, ask: What lowered it?, when: {answered: energy}}
        """),
    LintRule(
      FindingCode.laterStep,
      what: "A condition looks at a step that comes later, or at its own.",
      why: "Only what was answered before can decide what is asked now.",
      example: """
        - {id: next, ask: What lowered it?, when: {answered: energy}}
        - {id: energy, ask: How is your energy?}
        """,
      better: """
        - {id: energy, ask: How is your energy?}
        - {id: next, ask: What lowered it?, when: {answered: energy}}
        """),
    LintRule(
      FindingCode.sayStep,
      what: "A condition looks at a step that only says something.",
      why: "Nobody answers it, so nothing can depend on it.",
      example: """
        - {id: welcome, say: Good that you are here.}
        - {id: next, ask: What now?, when: {answered: welcome}}
        """,
      better: """
        - {id: welcome, say: Good that you are here.}
        - {id: next, ask: What now?}
        """),
    LintRule(
      FindingCode.unknownOption,
      what: "This is none of the answers that the step can get.",
      why: "The condition would never hold, or the default never fit. Options go by their ids.",
      example: """
        - {id: mood, ask: How was it?, type: choice, options: [Easy, Hard]}
        - {id: next, ask: What helped?, when: {answered: mood, is: harder}}
        """,
      better: """
        - {id: mood, ask: How was it?, type: choice, options: [Easy, Hard]}
        - {id: next, ask: What helped?, when: {answered: mood, is: hard}}
        """),
    LintRule(
      FindingCode.testNotForType,
      what: "A condition asks something that this type of answer cannot tell.",
      why: "Words of a person's own are not compared, and several answers need includes.",
      example: """
        - {id: story, ask: What stayed with you?}
        - {id: next, ask: What now?, when: {answered: story, is: nothing}}
        """,
      better: """
        - {id: story, ask: What stayed with you?}
        - {id: next, ask: What now?, when: {answered: story}}
        """),
    LintRule(
      FindingCode.conditionShape,
      what: "A condition has no step to look at, or two tests in one.",
      why: "Each condition is one plain sentence; all and any join several.",
      example: """
        - {id: count, ask: How many?, type: number}
        - {id: next, ask: What now?, when: {answered: count, at_least: 2, at_most: 4}}
        """,
      better: """
        - {id: count, ask: How many?, type: number}
        - id: next
          ask: What now?
          when: {all: [{answered: count, at_least: 2}, {answered: count, at_most: 4}]}
        """),
    LintRule(
      FindingCode.repeatShape,
      what: "A for_each has none of list, given and answered, or two of them.",
      why: "It goes through exactly one set of things.",
      example: """
        - {id: first, ask: "And {item}?", for_each: {pick: {at_most: 2}}}
        """,
      better: """
        - {id: first, ask: "And {item}?", for_each: {given: [hope, choice], pick: {at_most: 1}}}
        """),
    LintRule(
      FindingCode.repeatSource,
      what: "A for_each goes through a step that has no items.",
      why: "Only a list, choices or table step that is asked once has some.",
      example: """
        - {id: story, ask: What stayed with you?}
        - {id: next, ask: "And {item}?", for_each: {answered: story}}
        """,
      better: """
        - {id: helped, ask: What helped?, type: choices, options: [a walk, a friend]}
        - {id: next, ask: "And {item}?", for_each: {answered: helped}}
        """),
    LintRule(
      FindingCode.unknownList,
      what: "The pack has no set of values of this name.",
      why: "A bare name means one in values/ of the same pack.",
      example: """
        A prompt with for_each: {list: srm}, where values/ holds srn.yaml.
        """),
    LintRule(
      FindingCode.unknownItem,
      what: "An answer is given for something that is not asked about.",
      why: "Said of a file of answers, not of a pack.",
      example: """
        alongside reflect values-srn --answers FILE, where FILE has
        moment: {hop: A joke at the bus stop.}
        """),
  ]
}
