import PackFormat
import Packs
import Practice
import Testing

@Suite struct PackDifferenceTests {
  private func pack(_ steps: String, _ more: String = "", _ files: [String: String] = [:]) throws
    -> Pack
  {
    try ComposedPacks.pack(
      "org.example.ours", more,
      ["prompts/short.yaml": Sample.steps(steps)].merging(files) { a, _ in a })
  }

  @Test func nothingIsDifferentFromItself() throws {
    let core = try ComposedPacks.core()
    let difference = PackDifference(from: core, to: core)
    #expect(difference.isEmpty)
    #expect(difference.text == "Nothing that people read or answer is different.")
  }

  @Test func questionsAreCounted() throws {
    let old = try pack(
      "  - {id: a, ask: One?}\n  - {id: b, ask: Two?}\n  - {id: c, ask: Three?, type: line}\n")
    let new = try pack(
      """
        - {id: a, ask: First?}
        - {id: c, ask: Three?, type: choice, options: [Yes, No]}
        - {id: d, ask: Four?}
        - {id: e, say: Well done.}

      """)
    let difference = PackDifference(from: old, to: new)
    #expect(difference.summary == "1 question added, 1 reworded, 1 changed, 1 taken away.")
    #expect(
      difference.text == """
        1 question added, 1 reworded, 1 changed, 1 taken away.

        Short (prompts/short)
          - One?
          + First?
          * Three?
              Answers to it become one choice; before they were a few words. Earlier answers stay as they are.
          + Four?
          + Well done.
          - Two?
              Answers given to it stay in the pages they are in.
        """)
  }

  @Test func careAndOptionsAreSaid() throws {
    let old = try pack(
      "  - {id: a, ask: Q, sensitivity: tender, help: H}\n"
        + "  - {id: b, ask: Q, type: choice, options: [One, {id: two, label: Two}]}\n")
    let new = try pack(
      "  - {id: a, ask: Q, help: I}\n"
        + "  - {id: b, ask: Q, type: choice, options: [{id: two, label: Second}, Three]}\n")
    let notes = PackDifference(from: old, to: new).items.flatMap(\.questions).map(\.notes)
    #expect(
      notes == [
        ["The ways out are no longer shown before it.", "Its help is worded anew."],
        [
          "An answer is worded anew: Second. Before: Two", "An answer is added: Three",
          "An answer is taken away: One",
        ],
      ])
  }

  @Test func privacyOfSessionsIsSaid() throws {
    let session = ComposedPacks.session
    let shared = session.replacing("keep: private", with: "keep: shared")
    let old = try pack("  - {id: a, ask: Q}\n", "", ["templates/talk.yaml": session])
    let new = try pack("  - {id: a, ask: Q}\n", "", ["templates/talk.yaml": shared])
    #expect(
      PackDifference(from: old, to: new).items.flatMap(\.questions).flatMap(\.notes) == [
        "Who reads it: those who take part. Before: the person who wrote it, alone."
      ])
  }

  @Test func listsAndThePackItself() throws {
    let old = try pack("  - {id: a, ask: Q}\n", "", ["signposts/uk.yaml": ComposedPacks.signposts])
    let new = try pack(
      "  - {id: a, ask: Q}\n",
      "hides: [{item: core/x, because: No}]\nvocabulary: {peer: friend}\n",
      [
        "signposts/uk.yaml": ComposedPacks.signposts.replacing("Call 999", with: "Call 112"),
        "values/three.yaml": ComposedPacks.values,
      ])
    let difference = PackDifference(from: old, to: new)
    #expect(difference.summary == "No question is different.")
    #expect(
      difference.text.hasSuffix(
        """
        Three values (values/three): new

        Places to turn to (signposts/uk)
          Now: A line: Call 112 (Always). Before: A line: Call 999 (Always)

        In the pack itself
          It no longer suggests core/x, because: No.
          Its word for peer is "friend".
        """))
    #expect(difference.json.text.contains("\"added\":0"))
  }

  @Test func aPromptThatIsGone() throws {
    let old = try pack("  - {id: a, ask: Q}\n")
    let new = try ComposedPacks.pack("org.example.ours")
    #expect(
      PackDifference(from: old, to: new).text
        == "1 question taken away.\n\nShort (prompts/short): taken away\n  - Q")
  }
}
