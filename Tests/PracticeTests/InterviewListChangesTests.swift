import Practice
import Testing

/// Answers about the records of a list stay with their record.
@Suite struct InterviewListChangesTests {
  /// New records, and then the words that stand for each item.
  @Test(arguments: [
    (["b", "c"], ["about b", "about c"]),
    (["c", "a", "b"], ["about c", "about a", "about b"]),
    (["new", "a", "b", "c"], [nil, "about a", "about b", "about c"]),
    (["a", "better b", "c"], ["about a", "about b", "about c"]),
    (["x", "y"], [nil, nil]),
    (["a", "a"], ["about a", nil]),
  ])
  func answersFollowTheirRecord(labels: [String], expected: [String?]) throws {
    var interview = try answered()
    try change(&interview, to: labels)
    #expect(abouts(interview) == expected)
  }

  @Test(arguments: [["b", "c"], ["x", "y"], []])
  func answersReturnWithTheirRecord(meanwhile: [String]) throws {
    var interview = try answered()
    try change(&interview, to: meanwhile)
    try change(&interview, to: ["c", "b", "a", "d"])
    #expect(abouts(interview) == ["about c", "about b", "about a", nil])
  }

  @Test func recordsOfOneLabelAreBothKept() throws {
    var interview = Samples.interview(Samples.people, Samples.aboutPeople)
    try interview.answer(Samples.records("a", "a", "b"))
    for words in ["first", "second", "third"] { try interview.answer(.words(words)) }
    try change(&interview, to: ["b"])
    #expect(abouts(interview) == ["third"])
    let kept = Set(interview.progress.given.values)
    #expect(kept.isSuperset(of: [.words("first"), .words("second")]))
  }

  @Test func picksFollowTheirRecord() throws {
    var interview = Samples.interview(
      Samples.people,
      Samples.ask("about", repeats: Repeat(items: .answered("people"), pick: .init())))
    try interview.answer(Samples.records("a", "b"))
    try interview.pick(["2"])
    try interview.answer(.words("about b"))
    try change(&interview, to: ["b"])
    #expect(interview.states == ["people answered", "about/1 answered"])
    try change(&interview, to: ["a", "c"])
    #expect(interview.here == "about")
    #expect(interview.standingPicks == nil, "what was picked has gone, so it is asked again")
  }

  private func answered() throws -> Interview {
    var interview = Samples.interview(Samples.people, Samples.aboutPeople)
    try interview.answer(Samples.records("a", "b", "c"))
    for label in ["a", "b", "c"] { try interview.answer(.words("about \(label)")) }
    return interview
  }

  private func change(_ interview: inout Interview, to labels: [String]) throws {
    while interview.back() {}
    try interview.answer(.records(labels.map { ["what": .words($0)] }))
  }

  private func abouts(_ interview: Interview) -> [String?] {
    interview.outcome.filter { $0.step == "about" }.map {
      if case .words(let words)? = $0.value { return words }
      return nil
    }
  }
}
