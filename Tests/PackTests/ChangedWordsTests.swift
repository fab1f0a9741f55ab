import PackFormat
import Packs
import Practice
import Testing

/// What people are shown of a pack before they take it in.
@Suite struct ChangedWordsTests {
  private func changes(_ set: String, of item: String = "core/evening") throws -> ChangedWords {
    let ours = try ComposedPacks.override(set, of: item)
    let all = ChangedWords.all(by: ours, in: [try ComposedPacks.core(), ours])
    return try #require(all.first)
  }

  private func lines(_ change: ChangedWords) -> [String] {
    change.texts.map { "\($0.field): \($0.before ?? "-") > \($0.after ?? "-")" }
      + change.others.map { "\($0.field) = \($0.value)" }
  }

  @Test(arguments: [
    ("stayed/ask: And now?", ["stayed/ask: What stayed with you? > And now?"]),
    (
      "stayed/help: More., title: Ours",
      ["title: This evening > Ours", "stayed/help: A word will do. > More."]
    ),
    (
      "how/options: [{id: easy, label: Easy, gloss: G}, Soft, Hard]",
      ["how/options/easy/gloss: - > G", "how/options/soft: - > Soft"]
    ),
    (
      "heavy/example: A day, minutes: 3, stayed/sensitivity: tender",
      ["heavy/example: - > A day", "minutes = 3", "stayed/sensitivity = tender"]
    ),
  ])
  func everyTextIsShownAsItIsAndAsItWouldBe(set: String, expected: [String]) throws {
    #expect(lines(try changes(set)) == expected)
  }

  @Test func ofMeetingsValuesAndAllSteps() throws {
    #expect(try lines(changes("open/ask: Q?", of: "talk")) == ["open/ask: What do you bring? > Q?"])
    let values = try lines(changes("items: [Hope, Rest]", of: "core/three"))
    #expect(values.contains("items/rest: - > Rest") && values.contains("items/choice: Choice > -"))
    let steps = "steps: [{id: a, ask: Really?}, {id: b, ask: More?}]"
    #expect(
      try lines(changes(steps, of: "core/plain")) == [
        "a/ask: Plain? > Really?", "b/ask: - > More?",
      ])
  }

  /// Of what is not here only the new words are known.
  @Test func whatIsNotHereIsNamedByItsFields() throws {
    #expect(
      try lines(changes("a/ask: Q, title: T", of: "org.late/p")) == ["a/ask = Q", "title = T"])
  }

  /// Beside the words of its own pack, whatever another pack made of them.
  @Test func theOldWordsAreThoseOfItsOwnPack() throws {
    let ours = try ComposedPacks.override("stayed/ask: Ours?")
    let other = try ComposedPacks.override("stayed/help: Theirs", id: "org.other")
    let all = ChangedWords.all(by: ours, in: [try ComposedPacks.core(), other])
    #expect(all.map(lines) == [["stayed/ask: What stayed with you? > Ours?"]])
  }

  private func lost(_ old: String, _ new: String) throws -> [String] {
    let id = "org.example.ours"
    func pack(_ steps: String) throws -> Pack {
      try ComposedPacks.pack(
        id, "",
        ["prompts/short.yaml": Sample.steps(steps.isEmpty ? "  - {id: z, ask: Z}\n" : steps)])
    }
    return LostCare(from: try pack(old), to: try pack(new), beside: [try ComposedPacks.core()])
      .losses.map(\.words)
  }

  @Test(arguments: [
    ("  - {id: a, ask: Q, sensitivity: tender}\n", "  - {id: a, ask: Q}\n", "the ways out"),
    (
      "  - {id: a, ask: Q, type: confirm}\n", "  - {id: a, ask: Q, type: confirm, skip: no}\n",
      "skip"
    ),
    ("", "  - {id: z, ask: Z}\n  - {id: n, ask: Q, type: confirm, skip: no}\n", "could not skip"),
    ("  - {id: a, say: Q, protects: true}\n  - {id: z, ask: Z}\n", "", "no longer be told"),
    ("  - {id: a, ask: Q, protects: true}\n", "  - {id: a, ask: Q}\n", "other packs could"),
  ])
  func lessCareIsSaidOfANewVersion(old: String, new: String, words: String) throws {
    let found = try lost(old, new)
    #expect(found.count == 1 && found[0].contains(words), "\(found)")
    #expect(try lost(new, old) == [], "the other way round it is more")
    #expect(try lost(old, old) == [])
  }

  @Test func openAnswersAndACareThatIsTakenBackAreLess() throws {
    func talk(_ keep: String) throws -> Pack {
      try ComposedPacks.pack(
        "org.example.ours", "",
        ["templates/talk.yaml": ComposedPacks.session.replacing("keep: private", with: keep)])
    }
    let open = LostCare(from: try talk("keep: private"), to: try talk("keep: shared"), beside: [])
    #expect(open.losses.count == 1 && open.losses[0].title == "A talk")
    #expect(open.losses[0].words.contains("theirs alone"))
    let tender = LostCare(
      from: try ComposedPacks.override("stayed/sensitivity: tender"),
      to: try ComposedPacks.override("title: Ours"), beside: [try ComposedPacks.core()])
    #expect(tender.losses.map(\.title) == ["Ours"])
  }
}
