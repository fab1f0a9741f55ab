import Testing

@testable import Console

@Suite struct TypedLineTests {
  private func line(_ text: String) -> TypedLine {
    var line = TypedLine()
    line.insert(text)
    return line
  }

  @Test(arguments: [("ab", "a"), ("e\u{301}", ""), ("x👩‍👧", "x"), ("", "")])
  func erasesOneCharacterAsSeen(text: String, rest: String) {
    var line = line(text)
    line.eraseBack()
    #expect(line.text == rest)
  }

  @Test func erasesAWord() {
    var line = line("one two  ")
    line.eraseWord()
    #expect(line.text == "one ")
    line.eraseWord()
    line.eraseWord()
    #expect(line.isEmpty)
  }

  @Test func movesAndEditsInTheMiddle() {
    var line = line("held")
    line.moveLeft()
    line.insert("lo worl")
    #expect(line.text == "hello world")
    line.moveHome()
    line.eraseForward()
    line.moveRight()
    line.eraseAllBefore()
    #expect(line.text == "llo world")
    line.moveEnd()
    #expect(line.after.isEmpty)
  }
}
