import AlongsideRuntime
import Practice
import Testing

/// A prompt and a session template, read through.
@Suite struct PromptOutlineTests {
  @Test func aSessionSaysWhoAnswersAndWhoCanRead() {
    let session = Prompt(
      id: "monthly", pack: "org.example.x", title: "Monthly", minutes: 50,
      meeting: Meeting(
        kind: .coReflection,
        parties: [.init(id: "peer", label: "Peer"), .init(id: "senior", label: "Senior peer")]),
      steps: [
        Step(
          id: "stayed", words: .ask("What stayed?"), who: "each", reveal: .together,
          keep: .private),
        Step(
          id: "next", words: .ask("What next?"), type: .line, who: "peer", keep: .agreed,
          carry: "next-session"),
      ])
    #expect(
      PromptOutline.text(of: session, sets: [:]) == """
        Monthly
        co-reflection org.example.x/monthly, about 50 minutes

        Who takes part: Peer, Senior peer

        1. What stayed?
           as many words as you like [stayed]
           Who answers: each person, for themselves.
           Answers are seen together, once everyone has answered.
           Only the one who wrote it can read it.

        2. What next?
           a few words on one line [next]
           Who answers: Peer.
           Part of what all agree on.
           Offered again: next session.

        Every question can be skipped.
        """)
  }
}
