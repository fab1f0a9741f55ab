import Testing

@testable import Console

@Suite struct QuestionTests {
  private let question = Question("Which?", options: ["Calm", "Tired", "Torn", "Not sure"])

  @Test(arguments: [
    ("1", [0]), (" 4 ", [3]), ("calm", [0]), ("c", [0]), ("not sure", [3]), ("1, 3", [0, 2]),
    ("3 1", [2, 0]), ("2,2", [1]), ("tired, not sure", [1, 3]),
  ])
  func picksByNumberOrLabel(words: String, expected: [Int]) {
    #expect(question.picked(by: words) == expected)
  }

  @Test(arguments: ["", "0", "5", "t", "sure", "1, 9", "calm tired", ","])
  func picksNothingWhereItIsUnclear(words: String) {
    #expect(question.picked(by: words) == nil)
  }
}
