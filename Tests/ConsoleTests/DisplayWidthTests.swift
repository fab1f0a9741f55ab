import Testing

@testable import Console

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("🙂", 2), ("👩‍👧", 2), ("❤️", 2),
    ("🏴\u{E0067}\u{E0062}\u{E007F}", 2),
    ("🇳🇿", 2), ("ｗｉｄｅ", 8), ("a\u{200B}b", 2), ("שָׁלוֹם", 4), ("“quoted”", 8), ("—", 1),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(text.displayWidth == columns)
  }
}
