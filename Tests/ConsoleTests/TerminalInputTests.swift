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

extension TerminalInput {
  /// Reads one line, as a question of one line does.
  func readLine(_ paste: TypedForm.Paste = .joined) -> LineEvent {
    var text = TypedText()
    let end = edit(&text, as: TypedForm(paste)) { _ in }
    leave()
    switch end {
    case .enter: return .line(text.text)
    case .interrupted: return .interrupted(text.text)
    default: return text.isEmpty ? .end : .line(text.text)
    }
  }
}

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

    func input(moves: Bool = false, bracketsPastes: Bool = false) throws -> TerminalInput {
      try #require(
        TerminalInput(
          reading: program, echo: screen, moves: moves, bracketsPastes: bracketsPastes,
          prompt: ""))
    }

    func type(_ text: String) { type(Array(text.utf8)) }

    func type(_ bytes: [UInt8]) {
      #expect(write(person, bytes, bytes.count) == bytes.count)
    }

    /// What the program sent to the terminal by itself, which is not on `screen`.
    func sent(_ atLeast: Int) -> String {
      var bytes = [UInt8](repeating: 0, count: 64)
      var wanted = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      var result: [UInt8] = []
      while result.count < atLeast, poll(&wanted, 1, 5_000) > 0 {
        let count = read(person, &bytes, bytes.count)
        guard count > 0 else { break }
        result += bytes.prefix(count)
      }
      return String(decoding: result, as: UTF8.self)
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
    #expect(input.readLine() == .line(long))
    #expect(input.readLine() == .line("next"))
    input.endTyping()
    #expect(pseudo.settings == before)
    #expect(pseudo.screen.text == long + "\nnext\n")
  }

  @Test func erasesWholeCharacters() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type("aé\u{7F}日\u{7F}b\u{7F}\u{7F}\u{7F}done now\u{17}soon\r")
    #expect(input.readLine() == .line("done soon"))
    pseudo.type("wrong\u{15}right\r")
    #expect(input.readLine() == .line("right"))
    input.endTyping()
    #expect(!pseudo.screen.text.contains("\u{1B}"))
  }

  @Test func movesWhereItMay() throws {
    for (moves, expected) in [(true, "ab"), (false, "ba")] {
      let pseudo = try Pseudo()
      let input = try pseudo.input(moves: moves)
      input.beginTyping()
      pseudo.type("b\u{1B}[Da\r")
      #expect(input.readLine() == .line(expected))
      input.endTyping()
    }
  }

  @Test func noticesInterruptAndEnd() throws {
    let pseudo = try Pseudo()
    let before = pseudo.settings
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type("half\u{3}\u{4}words\u{4}\u{4}\r")
    #expect(input.readLine() == .interrupted("half"))
    #expect(input.readLine() == .end)
    #expect(input.readLine() == .line("words"))
    #expect(input.readLine() == .end)
    #expect(input.readLine() == .line(""))
    input.endTyping()
    #expect(pseudo.settings == before)
  }

  @Test func keepsWhatIsTypedAhead() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    // Typed while nobody reads: the kernel still edits and holds these itself.
    pseudo.type("first\nsecond\nthi")
    #expect(input.readLine() == .line("first"))
    #expect(input.readLine() == .line("second"))
    pseudo.type("rd\n")
    #expect(input.readLine() == .line("third"))
  }

  /// A terminal of the Windows or Latin-1 kind: a letter guessed can be mended, one lost cannot.
  @Test func readsLettersThatAreNotUTF8() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    input.beginTyping()
    #expect(!input.hasReadForeignLetters)
    pseudo.type([0x63, 0x61, 0x66, 0xE9, 0x20, 0x80, 0xC3, 0xA9, 0x0D])
    #expect(input.readLine() == .line("café €é"))
    #expect(input.hasReadForeignLetters)
    input.endTyping()
  }

  @Test func asksForPastesToBeMarkedWhileItAsks() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input(bracketsPastes: true)
    input.beginTyping()
    #expect(pseudo.sent(6) == "\u{1B}[?2004h")
    pseudo.type("\u{1B}[200~one\r\rtwo\r\u{1B}[201~\r")
    #expect(input.readLine() == .line("one two"))
    var text = TypedText()
    pseudo.type("\u{1B}[200~one\r.\u{1B}[201~\r")
    #expect(input.edit(&text, as: TypedForm(.lines)) { _ in } == .enter)
    #expect(text.text == "one\n." && text.typedAlone == nil)
    pseudo.type("\u{1B}[200~yes\rno\u{1B}[201~yes\r")
    var short = TypedText()
    #expect(input.edit(&short, as: TypedForm(.refused)) { _ in } == .pasteRefused)
    #expect(input.edit(&short, as: TypedForm(.refused)) { _ in } == .enter && short.text == "yes")
    pseudo.type("\u{1B}[200~secret\r\u{1B}[201~\r\u{1B}[200~a\rb\u{1B}[201~\r")
    #expect(input.readSecret() == .secret(Array("secret".utf8)))
    #expect(input.readSecret() == nil)
    #expect(input.readSecret() == .secret([]))
    input.endTyping()
    #expect(pseudo.sent(8).hasSuffix("\u{1B}[?2004l"))
  }

  /// Where the cursor may not move, keys stay on the line that is being typed.
  @Test func withoutMovementNoKeyReachesTheLineAbove() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    input.beginTyping()
    var text = TypedText(loading: "hello\n")
    pseudo.type(" \u{17}\u{1B}\u{7F}\u{7F}\u{15}\u{1B}[A\u{1F}x\r")
    #expect(input.edit(&text, as: TypedForm(.lines)) { _ in } == .enter)
    #expect(text.text == "hello\nx")
    input.endTyping()
  }

  @Test func wordsArePutAwayWhileTheyAreTyped() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    var time: Int64 = 0
    input.now = {
      time += 1_200
      return time
    }
    var kept: [String] = []
    var text = TypedText()
    input.beginTyping()
    for letter in "twelve words" { pseudo.type(String(letter)) }
    pseudo.type("\r")
    #expect(input.edit(&text, as: TypedForm(.lines)) { kept.append($0.text) } == .enter)
    input.endTyping()
    #expect(!kept.isEmpty && kept.allSatisfy { "twelve words".hasPrefix($0) })
  }

  @Test func readsASecretUnseen() throws {
    let pseudo = try Pseudo()
    let before = pseudo.settings
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.type("wrong\u{15}sécx\u{7F}re\u{1B}[Dté\u{7F}\rnext\r")
    #expect(input.readSecret() == .secret(Array("sécret".utf8)))
    #expect(pseudo.screen.text == "\n")
    #expect(input.readLine() == .line("next"))
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

  /// A terminal that goes away is no key: nothing is answered, kept or skipped by it.
  @Test func endsWhenTheTerminalIsClosed() throws {
    let pseudo = try Pseudo()
    let input = try pseudo.input()
    input.beginTyping()
    pseudo.hangUp()
    #expect(input.readLine() == .interrupted(""))
    #expect(input.hasEnded)
    #expect(input.readLine() == .interrupted(""))
    #expect(input.readSecret() == .interrupted)
    input.endTyping()
  }

  @Test func isMadeOnlyForATerminal() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    #expect(
      TerminalInput(
        reading: ends[0], echo: CapturedSink(), moves: false, bracketsPastes: false) == nil)
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
