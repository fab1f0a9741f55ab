import AlongsideRuntime
import Practice
import Testing

/// Conditions as people read them.
@Suite struct ConditionWordsTests {
  static let steps = [
    Step(id: "hi", words: .say("Hello")),
    Step(
      id: "mood", words: .ask("?"),
      type: .choice([Option(id: "easy", label: "Easy"), Option(id: "hard", label: "Hard")])),
    Step(
      id: "energy", words: .ask("?"),
      type: .scale(Scale(from: 1, to: 2, labels: [1: "Low", 2: "Full"]))),
    Step(id: "more", words: .ask("?"), type: .yesNo),
    Step(
      id: "helped", words: .ask("?"),
      type: .choices([Option(id: "walk", label: "A walk")], atLeast: nil, atMost: nil)),
    Step(id: "count", words: .ask("?"), type: .number(atLeast: nil, atMost: nil, also: [])),
  ]

  static let cases: [(Condition, String)] = [
    (.answered(step: "mood", .equals(.words("hard"))), "only if you chose “Hard” at question 1"),
    (.answered(step: "mood", .given), "only if you answered question 1"),
    (
      .answered(step: "mood", .differs(.words("hard"))),
      "only if you answered question 1 with something other than “Hard”"
    ),
    (
      .answered(step: "mood", .oneOf([.words("easy"), .words("hard")])),
      "only if you chose “Easy” or “Hard” at question 1"
    ),
    (.answered(step: "energy", .atMost(1)), "only if you chose “Low” or less at question 2"),
    (.answered(step: "more", .equals(.words("yes"))), "only if you said yes at question 3"),
    (.answered(step: "helped", .includes("walk")), "only if you picked “A walk” at question 4"),
    (.answered(step: "count", .atLeast(2)), "only if you chose 2 or more at question 5"),
    (.skipped(step: "mood"), "only if you skipped question 1"),
    (
      .not(.answered(step: "mood", .equals(.words("easy")))),
      "unless you chose “Easy” at question 1"
    ),
    (
      .all([.skipped(step: "mood"), .not(.skipped(step: "more"))]),
      "only if you skipped question 1 and did not skip question 3"
    ),
    (
      .not(.any([.skipped(step: "mood"), .answered(step: "more", .given)])),
      "only if you did not skip question 1 and did not answer question 3"
    ),
    (
      .any([
        .all([.skipped(step: "mood"), .skipped(step: "more")]),
        .answered(step: "more", .equals(.words("no"))),
      ]),
      "only if you (skipped question 1 and skipped question 3) or said no at question 3"
    ),
  ]

  @Test(arguments: cases.indices)
  func reads(index: Int) {
    let (condition, words) = Self.cases[index]
    #expect(ConditionWords(Self.steps).text(condition) == words)
  }

  /// In a meeting it says whose answer decides.
  static let shared: [(Condition, String?, String)] = [
    (
      .answered(step: "hard", .equals(.words("yes"))), "worker",
      "only if you said yes at question 2"
    ),
    (
      .answered(step: "worker.hard", .equals(.words("yes"))), "senior",
      "only if Ada said yes at question 2"
    ),
    (.skipped(step: "energy"), "each", "only if you skipped question 1"),
    (.skipped(step: "senior.energy"), "worker", "only if Senior peer skipped question 1"),
    (.not(.answered(step: "begin", .given)), "both", "unless one of you answered question 3"),
    (
      .all([.answered(step: "hard", .given), .not(.skipped(step: "energy"))]), "senior",
      "only if Ada answered question 2 and you did not skip question 1"
    ),
    (
      .any([.answered(step: "hard", .given), .skipped(step: "worker.energy")]), nil,
      "only if Ada answered question 2 or skipped question 1"
    ),
  ]

  @Test(arguments: shared.indices)
  func saysWhoseAnswerItIs(index: Int) {
    let steps = [
      Step(id: "energy", words: .ask("?"), type: .yesNo, who: "each"),
      Step(id: "hard", words: .ask("?"), type: .yesNo, who: "worker"),
      Step(id: "begin", words: .ask("?"), type: .line, who: "either"),
    ]
    let parties = [
      Meeting.Party(id: "worker", label: "Ada"), Meeting.Party(id: "senior", label: "Senior peer"),
    ]
    let (condition, who, words) = Self.shared[index]
    #expect(ConditionWords(steps, parties: parties).text(condition, asking: who) == words)
  }
}
