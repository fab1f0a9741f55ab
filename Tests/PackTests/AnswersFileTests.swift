import PackFormat
import Packs
import Practice
import Testing

@Suite struct AnswersFileTests {
  private let sets = [
    "core/srn": [Option(id: "hope", label: "Hope"), Option(id: "choice", label: "Choice")]
  ]

  private func read(_ text: String) throws -> AnswersFile {
    let prompt = try Sample.readPrompt(Sample.prompt)
    return AnswersFile(Array(text.utf8), for: prompt.steps, sets: sets, file: "answers.yaml")
  }

  /// In a meeting a party gives its own answers alone.
  @Test func whatAnotherPartyIsAskedIsRefused() throws {
    let session = try #require(
      PackFile.prompt(Array(Sample.session.utf8), file: "s", kind: .session).content)
    func findings(_ text: String, as party: String) -> [Finding] {
      AnswersFile(
        Array(text.utf8), for: session.steps, sets: [:], as: party, file: "answers.yaml"
      ).findings
    }
    let own = "energy: 3\nhard: yes\nmore: It was long.\nfirst: me\n"
    #expect(findings(own, as: "worker") == [])
    let others = findings(own, as: "supporter")
    #expect(others.map(\.code) == ["not-asked", "not-asked"])
    #expect(others.map(\.line) == [2, 3])
    #expect(others.first?.message == "\"hard\" is asked of worker, not of supporter.")
    let unknown = findings("hardly: yes", as: "supporter")
    #expect(unknown.first?.hint == "It asks: energy, first, next.")
  }

  private func value(_ text: String) throws -> Value? {
    let file = try read(text)
    #expect(file.findings == [], "\(text)")
    guard case .value(let value)? = file.answers.values.first, file.answers.count == 1 else {
      return nil
    }
    return value
  }

  @Test(arguments: [
    ("story: 42", Value.words("42")), ("story: |\n  one\n  two\n", .words("one\ntwo")),
    ("word: yes", .words("yes")), ("mood: hard", .words("hard")), ("more: no", .words("no")),
    ("helped: [dont-know, a-walk]", .ids(["dont-know", "a-walk"])), ("energy: 7", .number(7)),
    ("energy: prefer-not", .words("prefer-not")), ("count: 1.5", .number(1.5)),
    ("count: lots", .words("lots")), ("day: 2026-02-28", .words("2026-02-28")),
    ("hour: 09:05", .words("09:05")), ("long: 45", .number(45)), ("with: me", .words("me")),
    ("earlier: abcd", .words("abcd")), ("agree: true", .yes), ("agree: yes", .yes),
    (
      "actions: [{what: Call, next-day: 2026-11-23}]",
      .records([["what": .words("Call"), "next-day": .words("2026-11-23")]])
    ),
    ("grid: {morning: well}", .cells(["morning": "well"])),
    (#"{"mood": "easy"}"#, .words("easy")),
  ])
  func shapes(text: String, expected: Value) throws {
    #expect(try value(text) == expected)
  }

  @Test func repeatedStepsTakeItems() throws {
    let file = try read("tender-one:\n  choice: In the queue\n  hope: On the way\n")
    #expect(file.findings == [])
    guard case .items(let items)? = file.answers["tender-one"] else {
      Issue.record("no items")
      return
    }
    #expect(items.map(\.0) == ["choice", "hope"])
    #expect(items.map(\.1) == [.words("In the queue"), .words("On the way")])
  }

  @Test(arguments: ["story:", "story: ~", #"{"story": null}"#, "{}"])
  func absentIsASkip(text: String) throws {
    let file = try read(text)
    #expect(file.findings == [] && file.answers.isEmpty)
  }

  @Test(arguments: [
    ("enrgy: 7", "1:1 unknown-step"), ("welcome: hello", "1:1 say-step"),
    ("mood: heavy", "1:7 unknown-option"), ("helped: a-walk", "1:9 wrong-type"),
    ("helped: [a-walk, b-walk]", "1:18 unknown-option"), ("energy: 11", "1:9 out-of-range"),
    ("energy: 1.5", "1:9 out-of-range"), ("energy: lots", "1:9 unknown-option"),
    ("count: 10", "1:8 out-of-range"), ("day: 2026-02-30", "1:6 bad-day"),
    ("hour: 25:00", "1:7 bad-time"), ("long: 1.5", "1:7 out-of-range"),
    ("long: an hour", "1:7 wrong-type"), ("more: maybe", "1:7 unknown-option"),
    ("agree: maybe", "1:8 wrong-type"), ("story: [a]", "1:8 wrong-type"),
    ("word: \"a\\nb\"", "1:7 not-one-line"), ("actions: {what: x}", "1:10 wrong-type"),
    ("actions: [{wat: x}]", "1:12 unknown-key"), ("actions: [x]", "1:11 wrong-type"),
    ("grid: {morning: so-so}", "1:17 unknown-option"), ("grid: {noon: well}", "1:8 unknown-item"),
    ("tender-one: words", "1:13 wrong-type"), ("tender-one: {hop: x}", "1:14 unknown-item"),
    ("given: {three: x}", "1:9 unknown-item"), ("again: {b-walk: x}", "1:9 unknown-item"),
    ("- story", "1:1 wrong-type"), ("story: a\nstory: b", "2:1 duplicate-key"),
    ("story: a: b", "1:9 colon-in-text"), ("", "1:1 empty"),
  ])
  func refuses(text: String, expected: String) throws {
    let file = try read(text)
    #expect(file.findings.map { "\($0.line):\($0.column) \($0.code)" } == [expected])
  }

  /// YAML would drop what follows the #; whether it was meant as words, only its author knows.
  @Test(arguments: [
    ("story: We said the #1 thing", "1:20"), ("story: #hope", "1:8"), ("story: a   # b", "1:12"),
    ("helped: [a-walk, dont-know #b\n]", "1:28"), ("helped:\n  - a-walk #b", "2:12"),
    ("actions:\n  - what: Call #1", "2:16"), ("actions: [{what: Call #1\n}]", "1:23"),
    ("tender-one:\n  hope: Here #now", "2:14"), ("story: one\n  two #three\n", "2:7"),
    ("story: | #one\n  two", "1:10"), ("story: one\n  #two\nword: yes", "2:3"),
    ("story: \"one\" #two", "1:14"), ("story:\n  #two\nword: yes", "2:3"),
  ])
  func wordsBehindANumberSignAreRefused(text: String, place: String) throws {
    let findings = try read(text).findings
    #expect(
      findings.map { "\($0.line):\($0.column) \($0.code)" } == ["\(place) cut-off"], "\(text)")
    #expect(findings.hasErrors && findings[0].hint?.text.contains("quotes") == true)
  }

  /// Where the words behind the # make the file unreadable too, the # is named all the same.
  @Test func aNumberSignInTheMiddleOfALongAnswerIsNamed() throws {
    let findings = try read("story: one #two\n  three\n").findings
    #expect(findings.contains { $0.code == "cut-off" && $0.line == 1 && $0.column == 12 })
  }

  @Test(arguments: [
    "# a remark\nstory: a\n# another\nword: yes\n# a third", "story: \"The #1 thing\"",
    "story: 'The #1 thing'", "story: |\n  The #1\n  #hope\nword: yes", "story: a#1",
    "story: >-\n  The #1\n\n  #hope",
    "actions:\n  # the first\n  - what: Call\n    # on that day\n    next-day: 2026-11-23\n",
    "actions: [\n  # the first\n  {what: Call},\n  # the second\n  {what: Go}]",
    "tender-one:\n  # a remark\n  hope: Here\n  # another\n  choice: There\n",
    "story: \"one\"\n  # a remark\nword: yes",
  ])
  func remarksOnLinesOfTheirOwnAreAllowed(text: String) throws {
    #expect(try read(text).findings == [], "\(text)")
  }

  @Test func anUnknownStepNamesTheNearest() throws {
    let finding = try #require(try read("enrgy: 7").findings.first)
    #expect(
      finding.message == #"There is no step "enrgy" in this prompt. The nearest is "energy"."#)
  }

  @Test(arguments: [
    "mood: private words", "helped: [private words]", "energy: private words",
    "day: private words", "long: private words", "more: private words", "agree: private words",
    "story: [private words]", "actions: [private words]", "actions: [{private words: x}]",
    "grid: {morning: private words}", "grid: {private words: well}", "private words: x",
    "tender-one: private words", "tender-one: {private words: x}", "story: private words: x",
    "private words", "story: 'private words", "private words: 1\nprivate words: 2",
    "story: \"private words\\e\"", "story: private #words", "story: one #two\n  private words",
  ])
  func noFindingHoldsAnAnswer(text: String) throws {
    let findings = try read(text).findings
    #expect(!findings.isEmpty)
    #expect(
      !findings.contains { ($0.message + ($0.hint?.text ?? "")).contains("private") }, "\(findings)"
    )
  }

  @Test func whatIsReadRunsThroughTheInterview() throws {
    let prompt = try Sample.readPrompt(Sample.prompt)
    let file = try read("mood: hard\nenergy: 2\nagree: yes\ntender-one: {hope: Here}\n")
    var interview = Interview(steps: prompt.steps, sets: sets, sealed: true)
    let ignored = try interview.run(given: file.answers)
    #expect(ignored.isEmpty && interview.isFinished)
  }
}
