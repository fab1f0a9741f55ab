import Foundation
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

  /// The numbers digit by digit, no menu digit that is not sure, never 111 in Northern Ireland, and
  /// nothing called checked that nobody checked.
  @Test func signpostsAreExact() throws {
    let lists = Dictionary(uniqueKeysWithValues: pack.signposts.map { ($0.id, $0.items) })
    let uk = try #require(lists["uk"]).map(\.contact).joined(separator: "|")
    for number in ["999", "116 123", "SHOUT to 85258"] { #expect(uk.contains(number)) }
    #expect(lists.values.allSatisfy { $0.first?.contact.contains("999") == true })
    let ireland = try #require(lists["northern-ireland"]).map(\.contact).joined(separator: "|")
    #expect(ireland.contains("0808 808 8000") && !ireland.contains("111"))
    for nation in ["england", "scotland"] {
      let contacts = try #require(lists[nation]).map(\.contact).joined(separator: "|")
      #expect(contacts.contains("111") && !contacts.contains("option 2"), "\(nation)")
      #expect(!contacts.lowercased().contains("press"), "\(nation)")
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
