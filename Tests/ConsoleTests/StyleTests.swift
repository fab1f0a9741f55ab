import Testing

@testable import Console

@Suite struct StyleTests {
  @Test(
    arguments: [
      (false, true, nil, "xterm", Style.coloured),
      (false, true, "", "xterm", .coloured),
      (false, true, nil, nil, .coloured),
      (true, true, nil, "xterm", .plain),
      (false, false, nil, "xterm", .plain),
      (false, true, "1", "xterm", .plain),
      (false, true, "0", "xterm", .plain),
      (false, true, nil, "dumb", .plain),
    ] as [(Bool, Bool, String?, String?, Style)])
  func isChosenFromWhatThePersonAsked(
    plain: Bool, isTerminal: Bool, noColor: String?, term: String?, expected: Style
  ) {
    let style = Style.chosen(plain: plain, isTerminal: isTerminal, noColor: noColor, term: term)
    #expect(style == expected)
  }

  @Test(arguments: Style.Role.allCases)
  func plainNeverAddsAnything(role: Style.Role) {
    #expect(Style.plain.set("words", as: role) == "words")
  }

  @Test func colouredEndsWhatItBegins() {
    #expect(Style.coloured.set("words", as: .heading) == "\u{1B}[1mwords\u{1B}[0m")
    #expect(Style.coloured.set("words", as: .body) == "words")
    #expect(Style.coloured.set("", as: .heading) == "")
  }
}
