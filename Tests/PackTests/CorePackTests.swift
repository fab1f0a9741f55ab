import Foundation
import PackFormat
import Packs
import Practice
import TestSupport
import Testing

/// The pack that comes with the program: whole, within the rules for its words, and doing what its
/// own tests say.
@Suite struct CorePackTests {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("prompts/core")
    .path

  let pack: Pack
  let shelf: Shelf

  init() throws {
    let folder = PackFolder(path: Self.path)
    #expect(folder.findings == [])
    pack = try #require(folder.pack)
    shelf = Shelf([pack])
  }

  @Test func everyPromptAndFrameworkIsThere() {
    #expect(
      pack.prompts.map(\.id).sorted() == [
        "after-contact", "after-hard-event", "before-contact", "daily-three", "daily-tired",
        "drift-check", "hope-and-strong", "language-lens", "mutuality-check", "values-srn",
        "week-look-back",
      ])
    let counts = Dictionary(uniqueKeysWithValues: pack.values.map { ($0.id, $0.items.count) })
    #expect(counts == ["srn": 6, "imroc-eight": 8, "peer-hub-five": 5, "naps-twelve": 12])
  }

  /// Nothing has to be answered, everything is credited, and no scale is a number on the screen.
  @Test func everyQuestionCanBeLeft() throws {
    for prompt in pack.prompts {
      #expect(prompt.source != nil, "\(prompt.id)")
      #expect((4...9).contains(prompt.steps.count { !$0.isSaid }), "\(prompt.id)")
      for step in prompt.steps {
        #expect(step.isSkippable, "\(prompt.id) \(step.id)")
        guard case .scale(let scale) = step.type else { continue }
        #expect((scale.from...scale.to).allSatisfy { scale.labels[$0] != nil }, "\(step.id)")
      }
      _ = try shelf.resolveSets(for: prompt)
    }
  }

  @Test func theDailyThreeAsksAlways() throws {
    let steps = try shelf.prompt(named: "daily-three").steps
    #expect(steps.count == 4)
    #expect(steps.allSatisfy { $0.when == nil && $0.repeats == nil })
    #expect(steps.allSatisfy { $0.type == .text || $0.type == .line })
  }

  /// The places digit by digit, as people read them: no menu digit that is not sure, never 111 in
  /// Northern Ireland, and nothing called checked that nobody checked.
  @Test func signpostsAreExact() throws {
    let lists = Dictionary(uniqueKeysWithValues: pack.signposts.map { ($0.id, $0.items) })
    let expected = [
      "uk": [
        "Samaritans: call 116 123, free (24/7)", "Shout: text SHOUT to 85258 (24/7)",
        "Papyrus, under 35: call 0800 068 4141",
      ],
      "england": ["NHS 111: call 111 and choose the mental health option (24/7)"],
      "north-east-and-north-cumbria": ["Text line for the region: text CALMER to 85258"],
      "northern-ireland": ["Lifeline: call 0808 808 8000 (24/7)"],
      "scotland": [
        "NHS 24 Mental Health Hub: call 111",
        "Breathing Space: call 0800 83 85 87 (Mon-Thu 6pm-2am, Fri 6pm to Mon 6am)",
      ],
      "wales": ["NHS 111 Wales: call 111, press 2 (24/7)"],
    ]
    #expect(Set(lists.keys) == Set(expected.keys))
    for (id, lines) in expected {
      let mine = try #require(lists[id]).filter { $0.audience.contains(.me) }.map(\.line)
      #expect(mine == ["Life in danger: call 999, or go to A&E"] + lines, "\(id)")
    }
    for item in lists.values.joined() {
      #expect(item.verifiedBy == nil && item.verifiedOn == nil, "\(item.id)")
      #expect(item.reviewBy != nil, "\(item.id)")
    }
  }

  /// Each case of the pack's own tests: with these answers these steps are shown, and those are not.
  @Test(arguments: Vectors.paths(in: "../../prompts/core/tests", beside: #filePath))
  func casesHold(path: String) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let read = PackFile.tests(bytes, file: path)
    #expect(read.findings == [])
    let tests = try #require(read.content)
    #expect(!tests.cases.isEmpty)
    let prompt = try shelf.prompt(named: tests.prompt)
    #expect(try PackCheck.run(tests, prompt: prompt, sets: shelf.resolveSets(for: prompt)) == [])
  }
}
