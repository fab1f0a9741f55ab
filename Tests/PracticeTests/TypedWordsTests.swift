import Practice
import Testing

@Suite struct TypedWordsTests {
  private static let feelings = [
    Option(id: "calm", label: "Calm"), Option(id: "tired", label: "Tired"),
    Option(id: "mixed", label: "A bit of both"), Option(id: "torn", label: "Torn"),
  ]
  private static let choice = StepType.choice(feelings)
  private static let choices = StepType.choices(feelings, atLeast: nil, atMost: nil)
  private static let scale = StepType.scale(
    Scale(
      from: 0, to: 4, low: "Empty", high: "Full", labels: [2: "Half"],
      also: [Option(id: "prefer-not", label: "Rather not say")]))
  private static let number = StepType.number(
    atLeast: 0, atMost: 100, also: [Option(id: "unknown", label: "Don't know")])

  @Test(arguments: [
    (choice, "2", Value.words("tired")), (choice, " CALM ", .words("calm")),
    (choice, "mixed", .words("mixed")), (choice, "a bit of both", .words("mixed")),
    (choice, "ti", .words("tired")),
    (choices, "1 3", .ids(["calm", "mixed"])), (choices, "3,1", .ids(["calm", "mixed"])),
    (choices, "a bit of both, torn", .ids(["mixed", "torn"])), (choices, "4 4, 4", .ids(["torn"])),
    (choices, "a bit of both", .ids(["mixed"])), (choices, "calm ti", .ids(["calm", "tired"])),
    (scale, "3", .number(3)), (scale, "0", .number(0)), (scale, "half", .number(2)),
    (scale, "full", .number(4)), (scale, "empty", .number(0)), (scale, "e", .number(0)),
    (scale, "rather", .words("prefer-not")), (scale, "prefer-not", .words("prefer-not")),
    (.yesNo, "y", .words("yes")), (.yesNo, "YES", .words("yes")), (.yesNo, "n", .words("no")),
    (number, "12", .number(12)), (number, "1,5", .number(1.5)), (number, "0.25", .number(0.25)),
    (number, "don't know", .words("unknown")), (number, "unknown", .words("unknown")),
    (.date, "2026-01-31", .words("2026-01-31")), (.date, "today", .words("2026-03-01")),
    (.date, "Yesterday", .words("2026-02-28")),
    (.time, "09:05", .words("09:05")), (.time, "9:05", .words("09:05")),
    (.duration, "45", .number(45)), (.duration, "45m", .number(45)),
    (.duration, "45 min", .number(45)), (.duration, "1h", .number(60)),
    (.duration, "1h30", .number(90)), (.duration, "1h 30m", .number(90)),
    (.duration, "1:30", .number(90)), (.duration, "1h5", .number(65)),
    (.confirm, "yes", .yes), (.text, " as typed\n", .words(" as typed\n")),
    (.line, " as typed", .words(" as typed")), (.party, "me", .words("me")),
    (.entry, "that evening", .words("that evening")),
  ])
  func reads(type: StepType, typed: String, expected: Value) throws {
    let value = try words(typed).value(for: type)
    #expect(value == expected)
    #expect(try type.checked(value) == value, "what is read fits the step")
  }

  @Test(arguments: [
    (choice, "0"), (choice, "5"), (choice, "t"), (choice, "warm"), (choice, ""), (choice, "-1"),
    (choices, "1 9"), (choices, ""), (choices, " , "), (choices, "calm warm"),
    (scale, "5"), (scale, "-1"), (scale, "1.5"), (scale, "warm"), (scale, ""),
    (.yesNo, "maybe"), (.yesNo, ""),
    (number, "101"), (number, "1.2.3"), (number, "nan"), (number, "inf"), (number, "0x10"),
    (number, "1e2"), (number, ""), (number, "-"),
    (number, "1" + String(repeating: "0", count: 400)),
    (.date, "31/01/2026"), (.date, "2026-02-29"), (.date, "someday"), (.date, "friday 13"),
    (.date, "in days"),
    (.time, "24:00"), (.time, "9"), (.time, "9:5"), (.time, "009:05"),
    (.duration, "1h60"), (.duration, "1:5"), (.duration, "h"), (.duration, "-5"),
    (.duration, "1.5h"), (.duration, "45mm"), (.duration, "1:30m"), (.duration, "9999999999"),
    (.duration, "45mi"), (.duration, "1h30x"),
    (.confirm, "no"), (.confirm, ""), (.line, "a\r\nb"),
    (.list([]), "x"), (.table(rows: [], columns: []), "x"),
  ])
  func refuses(type: StepType, typed: String) {
    let problem = #expect(throws: AnswerProblem.self) { _ = try words(typed).value(for: type) }
    #expect(problem?.message.hasSuffix("Enter skips.") == true)
    #expect(typed.count < 2 || problem?.message.contains(typed) == false)
  }

  @Test func offersTheChoices() {
    #expect(
      throws: AnswerProblem(
        "Please type a number from 1 to 4, or the word itself: Calm, Tired, A bit of both, Torn. "
          + "Enter skips.")
    ) { try words("warm").value(for: Self.choice) }
    #expect(
      throws: AnswerProblem(
        "That could be more than one: Tired, Torn. Please type a little more. Enter skips.")
    ) { try words("t").value(for: Self.choice) }
    #expect(
      throws: AnswerProblem(
        "Please type a number from 0 to 4, or one of these: Empty, Half, Full, Rather not say. "
          + "Enter skips.")
    ) { try words("9").value(for: Self.scale) }
    #expect(
      throws: AnswerProblem(
        "Please type a number from 0 to 100, or one of these: Don't know. Enter skips.")
    ) { try words("many").value(for: Self.number) }
  }

  @Test(arguments: [
    (TypedWords.Enter.skips, "Please type yes or no (y or n will do). Enter skips."),
    (.keeps, "Please type yes or no (y or n will do). Enter keeps what is there."),
  ])
  func saysWhatEnterDoes(enter: TypedWords.Enter, message: String) throws {
    let today = try #require(Day("2026-03-01"))
    #expect(throws: AnswerProblem(message)) {
      try TypedWords("?", today: today, enter: enter).value(for: .yesNo)
    }
  }

  @Test(arguments: Field.Kind.allCases) func readsEveryField(kind: Field.Kind) throws {
    let typed: [Field.Kind: (String, Value)] = [
      .text: ("a", .words("a")), .line: ("b", .words("b")), .party: ("c", .words("c")),
      .date: ("today", .words("2026-03-01")), .time: ("9:05", .words("09:05")),
      .duration: ("1h", .number(60)), .number: ("-2", .number(-2)), .yesNo: ("n", .words("no")),
    ]
    let (word, expected) = try #require(typed[kind])
    #expect(try words(word).value(for: Field(id: "f", label: "F", kind: kind)) == expected)
  }

  @Test func readsCellsAndPicks() throws {
    #expect(try words("2").column(among: Self.feelings) == "tired")
    #expect(try words("torn 1").picks(among: Self.feelings) == ["calm", "torn"])
  }

  @Test func aNumberOnTheListComesBeforeAnIDAndTheRestGoByID() throws {
    let years = [Option(id: "2", label: "Two years"), Option(id: "10", label: "Ten years")]
    #expect(try words("1").value(for: .choice(years)) == .words("2"))
    #expect(try words("10").value(for: .choice(years)) == .words("10"))
  }

  private func words(_ typed: String) throws -> TypedWords {
    TypedWords(typed, today: try #require(Day("2026-03-01")))
  }
}
