import Practice
import Testing

@Suite struct ConditionTests {
  @Test(arguments: [
    (Condition.Test.given, Value.yes, true),
    (.equals(.words("yes")), .words("yes"), true),
    (.equals(.words("yes")), .words("no"), false),
    (.equals(.number(3)), .number(3), true),
    (.equals(.ids(["a", "b"])), .ids(["b", "a"]), true),
    (.equals(.ids(["a", "b"])), .ids(["a"]), false),
    (.equals(.yes), .yes, true),
    (.differs(.words("yes")), .words("no"), true),
    (.differs(.words("yes")), .words("yes"), false),
    (.oneOf([.words("a"), .words("b")]), .words("b"), true),
    (.oneOf([.words("a"), .words("b")]), .words("c"), false),
    (.oneOf([]), .words("c"), false),
    (.atLeast(3), .number(3), true),
    (.atLeast(3), .number(2.5), false),
    (.atMost(3), .number(3), true),
    (.atMost(3), .number(4), false),
    (.atLeast(0), .words("prefer-not"), false),
    (.atMost(9), .words("prefer-not"), false),
    (.includes("a"), .ids(["b", "a"]), true),
    (.includes("c"), .ids(["b", "a"]), false),
    (.includes("who"), .records([["what": .words("x")], ["who": .words("y")]]), true),
    (.includes("by"), .records([["what": .words("x")]]), false),
    (.includes("row"), .cells(["row": "column"]), true),
    (.includes("column"), .cells(["row": "column"]), false),
    (.includes("yes"), .words("yes"), false),
  ])
  func testsOfAnAnswer(test: Condition.Test, value: Value, expected: Bool) {
    #expect(test.holds(value) == expected)
    #expect(
      Condition.answered(step: "q", test).holds(answers: ["q": [value]], skipped: []) == expected)
  }

  @Test(arguments: [
    Condition.Test.given, .equals(.yes), .differs(.yes), .oneOf([.yes]), .atLeast(0), .atMost(0),
    .includes("a"),
  ])
  func noTestHoldsWithoutAnAnswer(test: Condition.Test) {
    let condition = Condition.answered(step: "q", test)
    #expect(!condition.holds(answers: [:], skipped: ["q"]))
    #expect(!condition.holds(answers: ["q": []], skipped: []))
    #expect(Condition.not(condition).holds(answers: [:], skipped: []))
  }

  @Test(arguments: [
    (Condition.all([]), true), (.any([]), false),
    (.all([.skipped(step: "s"), .answered(step: "q", .given)]), true),
    (.all([.skipped(step: "s"), .skipped(step: "q")]), false),
    (.any([.skipped(step: "q"), .skipped(step: "s")]), true),
    (.any([.skipped(step: "q"), .skipped(step: "x")]), false),
    (.not(.skipped(step: "s")), false),
    (.not(.not(.skipped(step: "s"))), true),
  ])
  func conditionsTogether(condition: Condition, expected: Bool) {
    #expect(condition.holds(answers: ["q": [.words("x")]], skipped: ["s"]) == expected)
  }

  @Test func namesTheStepsItLooksAt() {
    let condition = Condition.all([
      .skipped(step: "a"), .not(.any([.answered(step: "b", .given), .skipped(step: "a")])),
    ])
    #expect(condition.names == [StepName("a"), StepName("b")])
  }
}
