import Testing

@testable import Console

@Suite struct KeyDecoderTests {
  /// The keys that come of these pieces, given one after another.
  private func keys(_ pieces: [[UInt8]], atEnd: Bool = false) -> [Key] {
    var bytes = TypedBytes()
    var decoder = KeyDecoder()
    var result: [Key] = []
    for piece in pieces {
      piece.withUnsafeBytes { bytes.append($0) }
      while let key = decoder.next(from: &bytes, atEnd: atEnd) { result.append(key) }
    }
    return result
  }

  private func keys(_ text: String) -> [Key] { keys([Array(text.utf8)]) }
  private func text(_ text: String) -> Key { .text(Array(text.utf8)) }

  @Test func takesTextWholeAndStopsAtEnter() {
    #expect(keys("né e\tx\rb\n") == [text("né e\tx"), .enter, text("b"), .enter])
    #expect(
      keys("a\r\nb\n\nc\r\r") == [
        text("a"), .enter, text("b"), .enter, .enter, text("c"), .enter, .enter,
      ])
  }

  @Test func waitsForTheRestOfACharacter() {
    let bytes = Array("a🙂".utf8)
    for cut in 2..<bytes.count {
      let pieces = [Array(bytes[..<cut]), Array(bytes[cut...])]
      #expect(keys(pieces) == [text("a"), text("🙂")])
    }
    #expect(keys([[0xF0, 0x9F]]) == [])
    #expect(keys([[0xF0, 0x9F]], atEnd: true) == [.text([0xF0, 0x9F])])
    #expect(keys([[0xFF, 0x0D]]) == [.text([0xFF]), .enter])
  }

  @Test func knowsTheEditingKeys() {
    #expect(
      keys("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{8}\u{7F}\u{15}\u{17}\u{1A}") == [
        .home, .left, .interrupt, .endOfInput, .end, .right, .backspace, .backspace, .erase,
        .eraseWord, .suspend,
      ])
    #expect(
      keys("\u{1B}[D\u{1B}[C\u{1B}[H\u{1B}[F\u{1B}[3~\u{1B}[1~\u{1B}[4~\u{1B}OH\u{1B}[1;5C") == [
        .left, .right, .home, .end, .eraseForward, .home, .end, .home, .right,
      ])
  }

  @Test(arguments: [
    "\u{1B}[A", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}OP", "\u{1B}[15;2~", "\u{1B}[?62;c",
    "\u{1B}[[A",
  ])
  func swallowsOtherSequencesWhole(sequence: String) {
    #expect(keys("a" + sequence + "b") == [text("a"), text("b")])
    for cut in 1..<sequence.utf8.count {
      let bytes = Array((sequence + "b").utf8)
      #expect(keys([Array(bytes[..<cut]), Array(bytes[cut...])]) == [text("b")])
    }
  }

  @Test func keepsWordsAfterALoneEscape() {
    #expect(keys("\u{1B}hello") == [text("hello")])
    #expect(keys("\u{1B}\r") == [.enter])
    #expect(keys("\u{1B}[\r") == [.enter])
    #expect(keys("\u{1B}[é") == [text("é")])
  }

  @Test func dropsOtherControls() {
    #expect(keys("a\u{0}\u{7}b") == [text("a"), text("b")])
  }
}
