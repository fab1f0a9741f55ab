import Foundation
import TestSupport
import Testing

@testable import Console

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A terminal of our own; its settings are process-wide state, hence one test at a time.
@Suite(.serialized, .timeLimit(.minutes(5))) struct TerminalInputTests {
  private final class Pseudo {
    private(set) var person: Int32
    let program: Int32
    let screen = CapturedSink()

    init() throws {
      var (person, program): (Int32, Int32) = (-1, -1)
      try #require(openpty(&person, &program, nil, nil, nil) == 0)
      (self.person, self.program) = (person, program)
    }

    deinit {
      hangUp()
      close(program)
    }

    func hangUp() {
      if person >= 0 { close(person) }
      person = -1
    }

    func input(_ style: Style = .plain) throws -> TerminalInput {
      try #require(TerminalInput(reading: program, echo: screen, style: style))
    }

    func type(_ text: String) { type(Array(text.utf8)) }

    func type(_ bytes: [UInt8]) {
      #expect(write(person, bytes, bytes.count) == bytes.count)
    }

    /// Types from a thread of its own, for more than a terminal holds at once.
    func typeMeanwhile(_ text: String) {
      let person = person
      Thread.detachNewThread {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
          let written = rest.withUnsafeBytes { write(person, $0.baseAddress, $0.count) }
          guard written > 0 else { return }
          rest = rest.dropFirst(written)
        }
      }
    }

    var settings: [UInt] {
      var settings = termios()
      tcgetattr(program, &settings)
      return [UInt(settings.c_lflag), UInt(settings.c_iflag), UInt(settings.c_oflag)]
        + withUnsafeBytes(of: &settings.c_cc) { $0.map { UInt($0) } }
    }
  }

  @Test func readsALineLongerThanTheKernelAllowsAndPutsTheTerminalBack() throws {
    let pseudo = try Pseudo()
    let before = pseudo.settings
    let input = try pseudo.input()
    let long = String(repeating: "wörter ", count: 750)
    input.beginTyping()
    #expect(pseudo.settings != before)
    pseudo.typeMeanwhile(long + "\rnext\r")
    #expect(long.utf8.count == 6_000)
    #expect(input.readLine(after: "> ") == .line(long))
    #expect(input.readLine(after: "> ") == .line("next"))
    input.endTyping()
    #expect(pseudo.settings == before)
    #expect(pseudo.screen.text == long + "\nnext\n")
  }

  @Test func erasesWholeCharacters() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type("aé\u{7F}日\u{7F}b\u{7F}\u{7F}\u{7F}done now\u{17}soon\r")
    #expect(input.readLine(after: "") == .line("done soon"))
    pseudo.type("wrong\u{15}right\r")
    #expect(input.readLine(after: "") == .line("right"))
    input.endTyping()
    #expect(!pseudo.screen.text.contains("\u{1B}"))
  }

  @Test func movesInColouredStyleOnly() throws {
    for (style, expected) in [(Style.coloured, "ab"), (.plain, "ba")] {
      let pseudo = try Pseudo()
      let input = try pseudo.input(style)
      input.beginTyping()
      pseudo.type("b\u{1B}[Da\r")
      #expect(input.readLine(after: "> ") == .line(expected))
      input.endTyping()
    }
  }

  @Test func noticesInterruptAndEnd() throws {
    let pseudo = try Pseudo()
    let before = pseudo.settings
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type("half\u{3}\u{4}words\u{4}\u{4}\r")
    #expect(input.readLine(after: "") == .interrupted("half"))
    #expect(input.readLine(after: "") == .end)
    #expect(input.readLine(after: "") == .line("words"))
    #expect(input.readLine(after: "") == .end)
    #expect(input.readLine(after: "") == .line(""))
    input.endTyping()
    #expect(pseudo.settings == before)
  }

  @Test func keepsWhatIsTypedAhead() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    // Typed while nobody reads: the kernel still edits and holds these itself.
    pseudo.type("first\nsecond\nthi")
    #expect(input.readLine(after: "") == .line("first"))
    #expect(input.readLine(after: "") == .line("second"))
    pseudo.type("rd\n")
    #expect(input.readLine(after: "") == .line("third"))
  }

  @Test func replacesWhatIsNotUTF8() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type([0x61, 0xFF, 0x62, 0x0D])
    #expect(input.readLine(after: "") == .line("a\u{FFFD}b"))
    input.endTyping()
  }

  @Test func readsASecretUnseen() throws {
    let pseudo = try Pseudo()
    let before = pseudo.settings
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type("wrong\u{15}sécx\u{7F}re\u{1B}[Dté\u{7F}\rnext\r")
    #expect(input.readSecret() == .secret(Array("sécret".utf8)))
    #expect(pseudo.screen.text == "\n")
    #expect(input.readLine(after: "") == .line("next"))
    pseudo.type("abc\u{3}\u{4}")
    #expect(input.readSecret() == .interrupted)
    #expect(input.readSecret() == .end)
    input.endTyping()
    #expect(pseudo.settings == before)
  }

  @Test func readsALongSecret() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    let long = String(repeating: "0123456789", count: 200)
    input.beginTyping()
    pseudo.type(long + "\r")
    #expect(input.readSecret() == .secret(Array(long.utf8)))
    input.endTyping()
  }

  @Test func endsWhenTheTerminalIsClosed() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type("words")
    pseudo.hangUp()
    #expect(input.readLine(after: "") == .end || input.readLine(after: "") == .end)
    input.endTyping()
  }

  @Test func isMadeOnlyForATerminal() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    #expect(TerminalInput(reading: ends[0], echo: CapturedSink(), style: .plain) == nil)
  }

  @Test func wipesBytes() {
    var secret = Array("secret".utf8)
    secret.wipe()
    #expect(secret.isEmpty)
    var scalars = Array("aé".utf8)
    scalars.eraseLastScalar()
    #expect(scalars == [0x61])
    scalars.eraseLastScalar()
    scalars.eraseLastScalar()
    #expect(scalars.isEmpty)
  }
}
