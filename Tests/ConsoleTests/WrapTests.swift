import TestSupport
import Testing

@testable import Console

@Suite struct WrapTests {
  @Test func breaksAtSpacesAndKeepsLineBreaks() {
    let text = "What did you notice in yourself while you were listening?\n\nTake your time."
    #expect(
      Wrap.lines(text, width: 40) == [
        "What did you notice in yourself while", "you were listening?", "", "Take your time.",
      ])
  }

  @Test func hangsListsBelowTheirFirstWord() {
    #expect(
      Wrap.lines("  - something that went well today", width: 20) == [
        "  - something that", "    went well today",
      ])
    #expect(
      Wrap.lines("12. something that went well", width: 16) == [
        "12. something", "    that went", "    well",
      ])
  }

  @Test func keepsIndentationOnEveryLine() {
    #expect(
      Wrap.lines("    a line that was set in", width: 16) == ["    a line that", "    was set in"])
  }

  @Test func leavesRoomForWordsWhereIndentationIsDeep() {
    let lines = Wrap.lines(String(repeating: " ", count: 60) + "deep words stand here", width: 40)
    #expect(lines.joined().filter { $0 != " " } == "deepwordsstandhere")
    #expect(lines.allSatisfy { $0.displayWidth <= 40 })
    #expect(!lines.contains(""))
  }

  @Test func cutsOnlyAWordLongerThanALine() {
    #expect(Wrap.lines("see abcdefghijklmno now", width: 10) == ["see", "abcdefghij", "klmno now"])
    #expect(Wrap.lines("- abcdefghijklmno", width: 10) == ["- abcdefgh", "  ijklmno"])
  }

  @Test func countsWideCharactersTwice() {
    #expect(Wrap.lines("日本語日本語", width: 10) == ["日本語日本", "語"])
  }

  @Test func isNeverWiderThanEightyColumns() {
    let text = Array(repeating: "word", count: 60).joined(separator: " ")
    #expect(Wrap.lines(text, width: 300).map(\.displayWidth).max() == 79)
  }

  @Test func leavesALineThatFitsAsItIs() {
    #expect(Wrap.lines("two  spaces and one after ", width: 80) == ["two  spaces and one after "])
  }

  @Test func losesNoWordAtAnyWidth() {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let words = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        String(
          "wörd日本🙂-long".shuffled(using: &random).prefix(Int.random(in: 1...9, using: &random)))
      }
      let width = Int.random(in: 10...80, using: &random)
      let lines = Wrap.lines(words.joined(separator: " "), width: width)
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == words.joined(), "seed \(seed)")
      #expect(lines.allSatisfy { $0.displayWidth <= width }, "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("plain words\n", "plain words\n"), ("a\u{1B}[31mb", "a␛[31mb"), ("bell\u{7}", "bell␇"),
    ("a\u{7F}", "a␡"), ("a\r\nb\rc", "a\nb\nc"), ("a\u{9B}31m", "a\u{FFFD}31m"),
    ("abc\u{202E}def\u{2066}", "abc\u{FFFD}def\u{FFFD}"), ("tab\tstays", "tab\tstays"),
    ("one\u{2028}two", "one two"), ("שלום\u{200F}!", "שלום\u{200F}!"), ("日本 é 🙂", "日本 é 🙂"),
    ("a\u{E0041}\u{E007F}b", "a\u{FFFD}\u{FFFD}b"), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿 here", "🏴󠁧󠁢󠁳󠁣󠁴󠁿 here"),
    ("🏴\u{E0067}\u{E0041}", "🏴\u{FFFD}\u{FFFD}"),
  ])
  func makesTextSafe(text: String, expected: String) {
    #expect(Wrap.safe(text) == expected)
  }
}
