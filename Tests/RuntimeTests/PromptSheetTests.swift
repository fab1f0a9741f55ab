import AlongsideRuntime
import Practice
import Testing

/// A prompt on paper: everything is there, nothing is a script, and no words become markup.
@Suite struct PromptSheetTests {
  static let prompt = Prompt(
    id: "x", title: "<b>Title</b> & more", minutes: 1, source: Source(credit: "A & B"),
    steps: [
      Step(id: "hi", words: .say("Hello\n\nthere <script>alert(1)</script>")),
      Step(
        id: "mood", words: .ask("How is it?"),
        type: .choice([Option(id: "a", label: "Easy \"x\""), Option(id: "b", label: "Hard")])),
      Step(
        id: "why", words: .ask("Why?"), help: "More",
        when: .answered(step: "mood", .equals(.words("b"))),
        isTender: true),
      Step(
        id: "scale", words: .ask("How far?"),
        type: .scale(Scale(from: 0, to: 2, low: "near", high: "far"))),
      Step(
        id: "grid", words: .ask("Each?"),
        type: .table(
          rows: [Option(id: "r", label: "Morning")], columns: [Option(id: "c", label: "well")])),
      Step(
        id: "each", words: .ask("{item}: where?"), type: .text,
        repeats: Repeat(items: .values("srn"), pick: .init(atMost: 1))),
      Step(
        id: "of", words: .ask("And {item}?"), type: .line,
        repeats: Repeat(items: .answered("grid"))),
      Step(
        id: "todo", words: .ask("Who does what?"),
        type: .list([Field(id: "what", label: "What", kind: .line)])),
    ])
  let sheet = PromptSheet(
    prompt, sets: ["srn": [Option(id: "hope", label: "Hope"), Option(id: "two", label: "Choice")]])

  @Test func questionsAreNumberedAndSaidWordsAreNot() {
    #expect(sheet.items.map(\.number) == [nil, 1, 2, 3, 4, 5, 6, 7])
    #expect(sheet.items[2].notes.contains("Only if you chose “Hard” at question 1."))
    #expect(sheet.items[2].notes.contains { $0.contains("tender") })
    #expect(sheet.items[6].notes == ["Once for each: what you gave at question 4."])
    #expect(sheet.credits == ["A & B"])
  }

  @Test func eachAnswerHasRoom() {
    #expect(sheet.items[0].room == .none)
    #expect(sheet.items[1].room == .boxes(["Easy \"x\"", "Hard"], several: false))
    #expect(sheet.items[2].room == .lines(6))
    #expect(sheet.items[3].room == .row(["0", "1", "2"], low: "near", high: "far"))
    #expect(sheet.items[4].room == .table(rows: ["Morning"], columns: ["well"]))
    guard case .each(let parts) = sheet.items[5].room else {
      Issue.record("\(sheet.items[5].room)")
      return
    }
    #expect(parts.map(\.words) == ["Hope", "Choice"])
    #expect(sheet.items[7].room == .records(["What"], count: 3))
  }

  @Test func aMeetingsSheetSaysWhoAnswersWhat() {
    let meeting = Meeting(
      kind: .coReflection,
      parties: [.init(id: "peer", label: "Peer"), .init(id: "senior", label: "<Senior>")])
    let sheet = PromptSheet(
      Prompt(
        id: "m", title: "M", meeting: meeting,
        steps: [
          Step(
            id: "a", words: .ask("A?"), type: .yesNo, who: "each", reveal: .together,
            keep: .private),
          Step(
            id: "b", words: .ask("B?"), when: .answered(step: "peer.a", .given), who: "senior"),
        ]), sets: [:])
    #expect(sheet.people == "Who takes part: Peer, <Senior>. One sheet for each of you.")
    #expect(
      sheet.items[0].notes == [
        "Who answers: each person, for themselves.",
        "Answers are seen together, once everyone has answered.",
        "Only the one who wrote it can read it.",
      ])
    #expect(
      sheet.items[1].notes == [
        "Who answers: <Senior>.", "Only if Peer answered question 1.",
      ])
    #expect(String(decoding: sheet.html(), as: UTF8.self).contains("Peer, &lt;Senior&gt;."))
    #expect(self.sheet.people == nil)
  }

  @Test func thePageIsWordsAlone() {
    let html = String(decoding: sheet.html(), as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.hasSuffix("</html>\n"))
    #expect(!html.contains("<script") && !html.contains("<b>") && !html.contains("http://"))
    #expect(html.contains("&lt;b&gt;Title&lt;/b&gt; &amp; more"))
    #expect(html.contains("default-src 'none'"))
    #expect(html.contains("Every question can be skipped."))
    #expect(html.contains("size: A4"))
    for tag in ["section", "ul", "table", "h1", "h2", "h3", "p", "main", "footer", "header"] {
      let opened = html.ranges(of: "<\(tag)>").count + html.ranges(of: "<\(tag) ").count
      #expect(opened == html.ranges(of: "</\(tag)>").count, "\(tag)")
    }
  }
}
