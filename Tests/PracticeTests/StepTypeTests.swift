import Practice
import Testing

/// What every kind of step takes, leaves out and refuses.
@Suite struct StepTypeTests {
  private static let scale = Scale(
    from: 0, to: 4, also: [Option(id: "prefer-not", label: "Rather not")])
  private static let number = StepType.number(
    atLeast: 1, atMost: 9.5, also: [Option(id: "unknown", label: "Don't know")])
  private static let choices = StepType.choices(Samples.values, atLeast: 2, atMost: 2)
  private static let list = StepType.list(
    Field.Kind.allCases.map { Field(id: $0.rawValue, label: $0.rawValue, kind: $0) })
  private static let table = StepType.table(rows: Samples.values, columns: Samples.yesOrLater)

  @Test(arguments: [
    (StepType.text, Value.words("two\r\nlines")), (.line, .words("one")),
    (.choice(Samples.yesOrLater), .words("later")),
    (choices, .ids(["hope"])), (choices, .ids(["hope", "choice", "mutuality"])),
    (.scale(scale), .number(0)), (.scale(scale), .number(4)), (.scale(scale), .words("prefer-not")),
    (.yesNo, .words("yes")), (.yesNo, .words("no")),
    (number, .number(9.5)), (number, .words("unknown")),
    (.number(atLeast: nil, atMost: nil, also: []), .number(-1e300)),
    (.date, .words("2024-02-29")), (.time, .words("23:59")),
    (.duration, .number(0)), (.duration, .number(90)),
    (.party, .words("worker")), (.entry, .words("that evening")), (.confirm, .yes),
    (table, .cells(["hope": "yes", "choice": "later"])),
    (
      list,
      .records([
        ["text": .words("a\nb"), "line": .words("c"), "party": .words("me")],
        ["date": .words("2026-01-31"), "time": .words("09:05"), "duration": .number(5)],
        ["number": .number(1.5), "yes-no": .words("no")],
      ])
    ),
  ])
  func takes(type: StepType, value: Value) throws {
    #expect(try type.checked(value) == value)
  }

  @Test(arguments: [
    (StepType.text, Value.words("")), (.text, .words(" \r\n\t")), (.line, .words(" ")),
    (.party, .words("")), (.entry, .words("")), (choices, .ids([])), (list, .records([])),
    (list, .records([[:], ["line": .words(" ")]])), (table, .cells([:])),
  ])
  func findsNothingIn(type: StepType, value: Value) throws {
    #expect(try type.checked(value) == nil)
  }

  @Test(arguments: [
    (StepType.text, Value.number(1)), (.text, .yes), (.line, .words("two\nlines")),
    (.line, .words("two\r\nlines")), (.choice(Samples.yesOrLater), .words("Yes")),
    (.choice(Samples.yesOrLater), .words("")), (.choice(Samples.yesOrLater), .ids(["yes"])),
    (choices, .ids(["hope", "gone"])), (choices, .words("hope")),
    (.scale(scale), .number(5)), (.scale(scale), .number(-1)), (.scale(scale), .number(1.5)),
    (.scale(scale), .number(.nan)), (.scale(scale), .number(.infinity)),
    (.scale(scale), .words("other")), (.yesNo, .words("maybe")), (.yesNo, .yes),
    (number, .number(0.9)), (number, .number(9.6)), (number, .number(.nan)),
    (.number(atLeast: nil, atMost: nil, also: []), .number(.infinity)), (number, .words("many")),
    (.date, .words("2026-02-29")), (.date, .words("2026-2-9")), (.date, .words("")),
    (.time, .words("24:00")), (.time, .words("9:05")), (.time, .words("09:60")),
    (.duration, .number(-1)), (.duration, .number(1.5)), (.duration, .number(1e300)),
    (.duration, .number(.nan)), (.confirm, .words("yes")),
    (table, .cells(["gone": "yes"])), (table, .cells(["hope": "gone"])),
    (list, .records([["gone": .words("x")]])), (list, .records([["line": .words("a\nb")]])),
    (list, .records([["number": .words("many")]])), (list, .records([["yes-no": .words("")]])),
    (list, .words("x")),
  ])
  func refuses(type: StepType, value: Value) {
    let problem = #expect(throws: AnswerProblem.self) { _ = try type.checked(value) }
    #expect(problem?.message == "Please answer with \(type.form).")
  }

  @Test func keepsOptionsInTheirOrderAndFieldsThatAreFilled() throws {
    #expect(
      try Self.choices.checked(.ids(["mutuality", "hope", "mutuality"]))
        == .ids(["hope", "mutuality"]))
    let records = Value.records([["line": .words("a"), "text": .words(" ")], [:]])
    #expect(try Self.list.checked(records) == .records([["line": .words("a")]]))
  }

  @Test(arguments: [
    (StepType.scale(scale), "a whole number from 0 to 4, or one of: prefer-not"),
    (number, "a number from 1 to 9.5, or one of: unknown"),
    (.number(atLeast: 2, atMost: nil, also: []), "a number of 2 or more"),
    (.number(atLeast: nil, atMost: 2, also: []), "a number of 2 or less"),
    (.number(atLeast: nil, atMost: nil, also: []), "a number"),
    (table, "one of yes, no, later for each of: hope, choice, mutuality"),
    (
      .list([
        Field(id: "what", label: "What", kind: .text), Field(id: "by", label: "By", kind: .date),
      ]),
      "a list of records made of: what (words), by (a date such as 2026-01-31)"
    ),
  ])
  func saysWhatItTakes(type: StepType, form: String) {
    #expect(type.form == form)
  }
}
