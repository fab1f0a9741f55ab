import PackFormat
import Packs
import Testing

/// What people are not asked or told: each rule by words that break it, and by words that come near and
/// do not.
@Suite struct HouseRuleTests {
  /// One rule of the house, with questions on both sides of it.
  struct Rule: CustomTestStringConvertible {
    let code: FindingCode
    let breaks: [String]
    let keeps: [String]
    var testDescription: String { code.rawValue }
  }

  static let rules = [
    Rule(
      code: .asksIdentifiers,
      breaks: [
        "Name and NHS number?",
        "What is the person's full name?",
        "What was their date of birth?",
        "Full name, date of birth and diagnosis of the person?",
        "What is their address?",
        "Which diagnosis do they have?",
        "What's their name?",
        "Who did you support today?",
        "Give full names and dates of birth.",
        "Name",
        "How old were they?",
        "What was her phone number?",
      ],
      keeps: [
        "Leave out names and dates of birth.",
        "Name one thing that helped.",
        "Can you name the feeling?",
        "Their name, address and phone number do not belong here.",
        "Who is with you?",
        "How would you address the group?",
        "How many hours did you have for it?",
        "Did the talk turn to diagnosis and treatment?",
        "Keep full names out.",
        "What would you call it?",
        "Which phone number could you ring?",
      ]),
    Rule(
      code: .readByOthers,
      breaks: [
        "Your manager reads it.",
        "Your supervisor will read what you write.",
        "Answers are sent to HR.",
        "What you write here goes to your manager.",
        "The team can see your answers.",
        "We read every answer.",
        "Your answers are anonymised before your manager reads them.",
        "This will be shared with your line manager.",
      ],
      keeps: [
        "Your manager does not read this.",
        "Nobody else reads this.",
        "Writing here tells nobody.",
        "What would you like your manager to know?",
        "Who on the team could read it with you?",
        "If you want, your supervisor can read it.",
        "What did the team see in you?",
        "Would you like to share some of this with your team?",
        "Did your manager read it?",
        "Take it to co-reflection or supervision.",
        "Is this something you passed to the team?",
      ]),
    Rule(
      code: .blames,
      breaks: [
        "Why did you do that?",
        "What did you do wrong?",
        "What should you have done?",
        "Why did you let this happen?",
        "I let it happen",
        "Was it your fault?",
        "What mistakes did you make?",
        "Why didn't you say so?",
        "Why didn\u{2019}t you say so?",
        "Where did you fail?",
      ],
      keeps: [
        "What should have been in place for you?",
        "Why does it matter to you?",
        "It was not your fault.",
        "What could have been different?",
        "What do you think you should have been told?",
        "Who asked you \"Why did you do that?\"",
        "How did you get there?",
        "What went wrong?",
        "How were you failed by the rota?",
        "Did something get in the way?",
      ]),
    Rule(
      code: .scores,
      breaks: [
        "Rate your energy from 0 to 10.",
        "How would you rank these?",
        "How many days in a row did you write?",
        "Your streak so far",
        "How would you score the day?",
        "On a scale of 1 to 5, how was it?",
        "Give it a mark out of ten.",
        "Please rate how it went.",
      ],
      keeps: [
        "There is no score here.",
        "At any rate, what helped?",
        "How was your heart rate?",
        "How many days off do you need?",
        "A separate question",
        "Nine out of ten people get tired.",
        "She has a stubborn streak.",
        "Who kept the score at football?",
        "Were you on shift from 1 to 9?",
      ]),
    Rule(
      code: .saysAnonymous,
      breaks: [
        "Your answers are anonymised.",
        "This is anonymous.",
        "What you write here stays anonymous.",
        "Please anonymise your answers.",
        "An anonymous survey",
        "Answer anonymously.",
      ],
      keeps: [
        "Your answers are not anonymous.",
        "How was Narcotics Anonymous?",
        "Leave out names.",
        "Did someone send you an anonymous letter?",
        "Leaving out names does not make it anonymous.",
      ]),
    Rule(
      code: .notTender,
      breaks: [
        "Describe the self-harm.",
        "Did they talk about suicide?",
        "Was there abuse?",
        "Did you think of hurting yourself?",
      ],
      keeps: [
        "Did a harmless joke help?",
        "What ended your day?",
        "Who said \"suicide\" aloud?",
        "Was it hurtful to hear?",
      ]),
    Rule(
      code: .presses,
      breaks: [
        "You must answer.",
        "This question is required.",
        "What happened? (required)",
        "Answer all questions.",
        "You have to complete this.",
        "Do not skip this one.",
        "This cannot be skipped.",
        "All answers are mandatory.",
        "Required",
      ],
      keeps: [
        "You do not have to answer.",
        "What was required of you?",
        "You can skip or stop anywhere.",
        "Someone at work has to be told.",
        "Nothing here is required.",
        "You must be tired.",
        "What do you need to do next?",
        "Is there something you need to say?",
        "Which rule is required by the organisation?",
      ]),
    Rule(
      code: .heavyWord,
      breaks: [
        "What did the patient need?",
        "Did the service user engage with the treatment plan?",
        "Were they non-compliant?",
        "Which symptoms came up?",
        "Was it a relapse?",
        "How was the risk assessment?",
        "Did you assess them?",
        "The patient's words",
        "Lack of insight?",
        "Did patients come?",
      ],
      keeps: [
        "Who was patient with you?",
        "Being patient",
        "How patient were you?",
        "What was your assessment of the weather?",
        "A moment of insight",
        "Was there a patient listener?",
        "Did you engage with the book?",
        "Who said \"non-compliant\"?",
      ]),
    Rule(
      code: .twoQuestions,
      breaks: [
        "What would you like to raise, and who could stand with you?",
        "What happened? What did you feel?",
        "What happened there, and how did you feel?",
        "Where were you and who was there?",
      ],
      keeps: [
        "Who asked you \"How are you?\" today?",
        "Who said \u{201C}Why? How?\u{201D} to you?",
        "What and how did you share?",
        "Did you choose this, or was it given to you?",
        "Who are the friends and people who help?",
        "What?? ",
      ]),
  ]

  @Test(arguments: rules)
  func itFindsWhatBreaksIt(rule: Rule) {
    for words in rule.breaks {
      let found = Self.lint(words)
      #expect(found.contains { $0.code == rule.code.rawValue }, "\(words): \(found.map(\.code))")
    }
  }

  @Test(arguments: rules)
  func itLeavesWhatOnlyComesNear(rule: Rule) {
    for words in rule.keeps {
      let found = Self.lint(words).filter { $0.code == rule.code.rawValue }
      #expect(found == [], "\(words)")
    }
  }

  @Test(arguments: rules)
  func becauseAnswersIt(rule: Rule) {
    for words in rule.breaks {
      #expect(Self.lint(words, "because: \"We talked about it.\"") == [], "\(words)")
    }
  }

  @Test func helpSaidWordsAndWhatCanBePickedAreReadToo() {
    let steps = """
        - {id: a, ask: What stayed with you?, help: Your manager reads it.}
        - {id: b, say: You must answer.}
        - {id: c, ask: So?, type: choice, options: [I let it happen, {id: x, label: Required}]}
        - {id: d, ask: What is next?, type: list, of: {who: {label: Full name, type: line}}}
        - {id: e, ask: How near is it?, type: scale, scale: {labels: [My score, Near]}}
        - {id: f, ask: How near is it?, type: scale, scale: {from: 0, to: 10}}
        - {id: g, ask: How near is it?, type: scale, scale: {from: 0, to: 10, low: Far, high: Near}}
      """
    let found = Self.lintFile(steps).map { "\($0.line) \($0.code)" }
    #expect(
      found == [
        "5 read-by-others", "6 presses", "7 blames", "7 presses", "8 asks-identifiers", "9 scores",
        "10 scores",
      ])
  }

  @Test func wordsThatChangeThoseOfAnotherPackAreReadToo() {
    let manifest = """
      schema: alongside.pack/1
      id: org.example.ours
      version: 0.1.0
      revision: 1
      name: Ours
      default_locale: en
      overrides:
        - item: core/after-hard-event
          because: Ours.
          set:
            tells-nobody/say: What you write here goes to your manager.
            safe/options: [{id: safe, label: I let it happen}]
            happened/ask: What was it like?
        - item: core/daily-three
          because: Ours.
          set: {steps: [{id: stayed, ask: What is their full name?}]}
      """
    let found = PackFolder(files: ["pack.yaml": Array(manifest.utf8)], linting: true).findings
    #expect(
      found.map { "\($0.line) \($0.code)" } == [
        "11 read-by-others", "12 blames", "16 asks-identifiers",
      ])
    let welsh = manifest.replacing("default_locale: en", with: "default_locale: cy")
    #expect(PackFolder(files: ["pack.yaml": Array(welsh.utf8)], linting: true).findings == [])
  }

  @Test func inAMeetingOthersMayRead() {
    let text = """
      schema: alongside.session/1
      id: s
      title: S
      kind: supervision
      parties: {worker: {}, lead: {}}
      steps:
        - {id: a, ask: How are you?, help: Your supervisor reads this., who: each, reveal: together}
      """
    #expect(PackFile.lint(Array(text.utf8), file: "s", kind: .session, linting: true) == [])
  }

  @Test(arguments: [
    ("What was hard?", ["ends-backward"]),
    ("What is one thing you were given today?", ["ends-backward"]),
    ("What would you like to keep of what happened?", []), ("Who is with you?", []),
    ("What happened that you hope for again?", []),
  ])
  func theLastQuestionDoesNotLookBack(ask: String, codes: [String]) {
    let first = "  - {id: a, ask: Where are you?}\n  - {id: b, ask: What is near?}\n"
    let last = first + "  - {id: c, ask: \"\(ask)\"}"
    #expect(Self.lintFile(last).map(\.code) == codes)
    #expect(Self.lintFile(last + "\n  - {id: d, say: That is enough. Go gently.}") == [])
    #expect(Self.lintFile("  - {id: c, ask: \"\(ask)\"}") == [], "one question has no way to go")
  }

  private static func lint(_ ask: String, _ more: String? = nil) -> [Finding] {
    let words = ask.replacing("\"", with: "\\\"")
    return lintFile(
      "  - id: a\n    ask: \"\(words)\"" + (more.map { "\n    \($0)" } ?? ""))
  }

  private static func lintFile(_ steps: String) -> [Finding] {
    let text = "schema: alongside.prompt/1\nid: x\ntitle: T\nsteps:\n\(steps)\n"
    return PackFile.lint(Array(text.utf8), file: "x", kind: .prompt, linting: true)
  }
}
