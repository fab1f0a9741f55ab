import Practice
import Testing

/// What a person read when they picked an answer is kept beside the ids that it is made of.
@Suite struct PickedWordsTests {
  private let options = [
    Option(id: "light", label: "Lighter than I came"), Option(id: "rest", label: "rest"),
  ]

  @Test func labelsStandForIDs() {
    let choices = StepType.choices(options, atLeast: nil, atMost: nil)
    #expect(StepType.choice(options).words(for: .words("light")) == "Lighter than I came")
    #expect(choices.words(for: .ids(["rest", "light"])) == "rest, Lighter than I came")
    let scale = Scale(from: 1, to: 3, labels: [1: "Heavy", 3: "Light"], also: [options[0]])
    #expect(StepType.scale(scale).words(for: .number(3)) == "Light")
    #expect(StepType.scale(scale).words(for: .words("light")) == "Lighter than I came")
    let table = StepType.table(
      rows: [Option(id: "am", label: "Morning"), Option(id: "pm", label: "Evening")],
      columns: options)
    let cells = Value.cells(["pm": "light", "am": "rest"])
    #expect(table.words(for: cells) == "Morning: rest\nEvening: Lighter than I came")
  }

  @Test func recordsStandUnderWhatTheyWereAskedForWith() {
    let list = StepType.list([
      Field(id: "what", label: "What you agreed", kind: .line),
      Field(id: "by", label: "Until", kind: .date),
    ])
    let records = Value.records([
      ["by": .words("2026-12-01"), "what": .words("Ring the library")], ["what": .words("Rest")],
    ])
    #expect(
      list.words(for: records)
        == "- What you agreed: Ring the library; Until: 2026-12-01\n- What you agreed: Rest")
  }

  @Test func whatSaysAllOfItselfHasNoOtherWords() {
    #expect(StepType.choice(options).words(for: .words("rest")) == nil)
    #expect(StepType.choice(options).words(for: .words("gone")) == nil)
    #expect(StepType.text.words(for: .words("light")) == nil)
    #expect(StepType.yesNo.words(for: .words("yes")) == nil)
    let scale = Scale(from: 1, to: 3, labels: [1: "Heavy"])
    #expect(StepType.scale(scale).words(for: .number(2)) == nil)
    #expect(StepType.confirm.words(for: .yes) == nil)
  }

  @Test func theyComeOutOfAnInterview() throws {
    let step = Step(id: "how", words: .ask("How?"), type: .choice(options))
    let prompt = Prompt(id: "p", title: "P", steps: [step])
    var interview = Interview(steps: prompt.steps, sets: [:], sealed: true)
    try interview.answer(.words("light"))
    #expect(interview.outcome.map(\.words) == ["Lighter than I came"])
    #expect(interview.outcome.map(\.value) == [.words("light")])
  }
}
