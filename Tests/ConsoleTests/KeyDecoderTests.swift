import Testing

@testable import Console

@Suite struct KeyDecoderTests {
  /// The keys that come of these pieces, given one after another.
  private func keys(_ pieces: [[UInt8]], isQuiet: Bool = false) -> [Key] {
    var bytes = TypedBytes()
    var decoder = KeyDecoder()
    var result: [Key] = []
    for piece in pieces {
      piece.withUnsafeBytes { bytes.append($0) }
      while let key = decoder.next(from: &bytes, isQuiet: isQuiet) { result.append(key) }
    }
    return result
  }

  private func keys(_ text: String, isQuiet: Bool = false) -> [Key] {
    keys([Array(text.utf8)], isQuiet: isQuiet)
  }
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
    #expect(keys([[0xF0, 0x9F]], isQuiet: true) == [.text([0xF0, 0x9F])])
    #expect(keys([[0xFF, 0x0D]]) == [.text([0xFF]), .enter])
  }

  @Test func knowsTheEditingKeys() {
    #expect(
      keys("\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{8}\u{7F}\u{B}\u{C}\u{15}\u{17}\u{19}\u{1A}\u{1F}") == [
        .home, .left, .interrupt, .endOfInput, .end, .right, .backspace, .backspace, .killToEnd,
        .redraw, .killToStart, .killBlankWord, .yank, .suspend, .undo,
      ])
    #expect(
      keys("\u{1B}[D\u{1B}[C\u{1B}[H\u{1B}[F\u{1B}[3~\u{1B}[1~\u{1B}[4~\u{1B}OH\u{1B}[A\u{1B}OB")
        == [
          .left, .right, .home, .end, .eraseForward, .home, .end, .home, .up, .down,
        ])
    #expect(
      keys("\u{1B}[1;5C\u{1B}[1;3D\u{1B}b\u{1B}f\u{1B}d\u{1B}\u{7F}\u{1B}[1;2C\u{1B}[1;5H") == [
        .wordRight, .wordLeft, .wordLeft, .wordRight, .killWordForward, .killWord, .right,
        .textStart,
      ])
  }

  @Test(arguments: [
    "\u{1B}[Z", "\u{1B}[201~", "\u{1B}OP", "\u{1B}[15;2~", "\u{1B}[?62;c", "\u{1B}[[A",
    "\u{1B}x", "\u{1B}é", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}P1$r\u{1B}\\",
    "\u{1B}[200z",
  ])
  func swallowsOtherSequencesWhole(sequence: String) {
    #expect(keys("a" + sequence + "b") == [text("a"), text("b")])
    for cut in 1..<sequence.utf8.count {
      let bytes = Array((sequence + "b").utf8)
      #expect(keys([Array(bytes[..<cut]), Array(bytes[cut...])]) == [text("b")])
    }
  }

  @Test func keepsWordsAfterALoneEscape() {
    // A pause after the key tells it from one held with Alt.
    var bytes = TypedBytes()
    var decoder = KeyDecoder()
    Array("\u{1B}".utf8).withUnsafeBytes { bytes.append($0) }
    #expect(decoder.next(from: &bytes, isQuiet: false) == nil)
    #expect(decoder.next(from: &bytes, isQuiet: true) == nil)
    Array("hello".utf8).withUnsafeBytes { bytes.append($0) }
    #expect(decoder.next(from: &bytes, isQuiet: false) == text("hello"))
    #expect(keys("\u{1B}\r") == [.enter])
    #expect(keys("\u{1B}[\r") == [.enter])
    #expect(keys("\u{1B}[é") == [text("é")])
    #expect(keys("\u{1B}]words", isQuiet: true) == [text("words")])
  }

  @Test func aPasteIsOnePieceHoweverItComes() {
    let pasted = "\u{1B}[200~one\r\n.\r/stop\n\u{3}\u{1B}[31mé\u{1B}[201~x"
    let words = "one\n.\n/stop\n[31mé"
    #expect(
      keys(pasted) == [.paste(Array(words.utf8), isFirst: true, isLast: true), text("x")])
    let bytes = Array(pasted.utf8)
    for cut in 1..<bytes.count {
      var joined: [UInt8] = []
      var rest: [Key] = []
      for key in keys([Array(bytes[..<cut]), Array(bytes[cut...])]) {
        if case .paste(let piece, _, _) = key { joined += piece } else { rest.append(key) }
      }
      #expect(joined == Array(words.utf8) && rest == [text("x")])
    }
  }

  @Test func dropsOtherControls() {
    #expect(keys("a\u{0}\u{7}b") == [text("a"), text("b")])
  }
}
