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

extension TerminalInputTests {
  /// A line that waits only so long; inside the other suite, as there is one terminal at a time.
  @Suite struct Idle {
    private let limit = Duration.seconds(10)

    /// A screen that lets time pass, and types the next piece, when something is shown on it.
    private final class TypingScreen: Sink {
      var time: Int64 = 0
      var pieces: [String]
      private(set) var text = ""
      private let person: Int32

      init(_ pieces: [String], person: Int32) {
        self.pieces = pieces.reversed()
        self.person = person
      }

      func write(_ text: String) {
        self.text += text
        if !text.isEmpty, !text.hasSuffix("\n") { typeNext() }
      }

      func typeNext() {
        time += 6_000
        guard let piece = pieces.popLast() else { return }
        #expect(Foundation.write(person, piece, piece.utf8.count) == piece.utf8.count)
      }
    }

    /// Opens a terminal, hands over the end that is read and the end that types.
    private func withTerminal(_ body: (_ person: Int32, _ program: Int32) throws -> Void) throws {
      var (person, program): (Int32, Int32) = (-1, -1)
      try #require(openpty(&person, &program, nil, nil, nil) == 0)
      defer {
        close(person)
        close(program)
      }
      try body(person, program)
    }

    @Test func everyKeyStartsTheTimeAnew() throws {
      try withTerminal { person, program in
        let screen = TypingScreen(["h", "o", "p", "e\r"], person: person)
        let input = try #require(
          TerminalInput(
            reading: program, echo: screen, moves: false, bracketsPastes: false, prompt: ""))
        input.patience = limit
        input.now = { screen.time }
        input.beginTyping()
        screen.typeNext()
        // Twenty-four seconds in all, never ten without a key.
        #expect(input.readLine() == .line("hope"))
        input.endTyping()
      }
    }

    @Test func stopsWaitingWhenNobodyTypes() throws {
      try withTerminal { _, program in
        let screen = CapturedSink()
        let input = try #require(
          TerminalInput(
            reading: program, echo: screen, moves: false, bracketsPastes: false, prompt: ""))
        let began = IdleTimer.clock()
        input.patience = .milliseconds(60)
        #expect(input.readLine() == .interrupted(""))
        #expect(input.isLeftAlone)
        #expect(IdleTimer.clock() - began >= 60)
        #expect(screen.text == "\n")
      }
    }

    @Test func takesWhatWasTypedOffTheScreenAndOutOfTheWay() throws {
      try withTerminal { person, program in
        let screen = TypingScreen(["hop", "e", "\r"], person: person)
        let input = try #require(
          TerminalInput(
            reading: program, echo: screen, moves: false, bracketsPastes: false, prompt: ""))
        // The lid is closed for a night after the first key; the next ones wake the machine.
        input.patience = limit
        input.now = { screen.time > 6_000 ? 30_000_000 : screen.time }
        input.beginTyping()
        screen.typeNext()
        #expect(input.readLine() == .interrupted("hop"))
        #expect(screen.text == "hop" + String(repeating: "\u{8} \u{8}", count: 3) + "\n")
        // Whatever is asked before somebody is back gets no answer.
        #expect(input.readLine() == .interrupted(""))
        #expect(input.readSecret() == .interrupted)
        input.isLeftAlone = false
        input.patience = nil
        // What was typed into the old question is no answer to the next one.
        #expect(Foundation.write(person, "secret\r", 7) == 7)
        #expect(input.readSecret() == .secret(Array("secret".utf8)))
        input.endTyping()
      }
    }

    /// Where the cursor may not move, only the line that is being typed can be taken off the screen.
    @Test func aTextOfSeveralLinesIsTakenOffTheScreenToo() throws {
      for moves in [false, true] {
        try withTerminal { _, program in
          let screen = CapturedSink()
          let input = try #require(
            TerminalInput(
              reading: program, echo: screen, moves: moves, bracketsPastes: false, prompt: ""))
          input.patience = .milliseconds(20)
          var text = TypedText(loading: "one\ntwo\nhalf")
          #expect(input.edit(&text, as: TypedForm(.lines)) { _ in } == .interrupted)
          #expect(text.text == "one\ntwo\nhalf" && input.isLeftAlone)
          #expect(screen.text.hasSuffix("\n"))
        }
      }
    }

    @Test func aKeyThatWakesTheMachineComesTooLate() throws {
      try withTerminal { person, program in
        let screen = CapturedSink()
        let input = try #require(
          TerminalInput(
            reading: program, echo: screen, moves: false, bracketsPastes: false, prompt: ""))
        // The night passes while the key is waited for: after the beginning and one more look.
        var looks = 0
        input.patience = limit
        input.now = {
          looks += 1
          return looks > 2 ? 30_000_000 : 0
        }
        input.beginTyping()
        #expect(Foundation.write(person, "show last\r", 10) == 10)
        #expect(input.readLine() == .interrupted(""))
        #expect(screen.text == "\n")
        input.endTyping()
      }
    }

    @Test func aSecretWaitsNoLongerThanALine() throws {
      try withTerminal { person, program in
        let screen = TypingScreen([], person: person)
        let input = try #require(
          TerminalInput(
            reading: program, echo: screen, moves: false, bracketsPastes: false, prompt: ""))
        var looks = 0
        input.now = {
          looks += 1
          return looks > 6 ? 30_000_000 : 0
        }
        input.patience = limit
        input.beginTyping()
        #expect(Foundation.write(person, "half a sec", 10) == 10)
        #expect(input.readSecret() == .interrupted)
        #expect(input.isLeftAlone)
        #expect(screen.text == "\n")
        input.endTyping()
      }
    }

    @Test func aClosedTerminalIsAnEndAndNotIdle() throws {
      var (person, program): (Int32, Int32) = (-1, -1)
      try #require(openpty(&person, &program, nil, nil, nil) == 0)
      defer { close(program) }
      let input = try #require(
        TerminalInput(reading: program, echo: CapturedSink(), moves: false, bracketsPastes: false))
      input.patience = limit
      close(person)
      #expect(input.readLine() == .interrupted(""))
      #expect(input.hasEnded && !input.isLeftAlone)
    }

    @Test func putsTheTerminalBack() throws {
      try withTerminal { _, program in
        var before = termios()
        var after = termios()
        #expect(tcgetattr(program, &before) == 0)
        let input = try #require(
          TerminalInput(reading: program, echo: CapturedSink(), moves: false, bracketsPastes: false)
        )
        input.patience = .milliseconds(1)
        #expect(input.readLine() == .interrupted(""))
        #expect(tcgetattr(program, &after) == 0)
        #expect(before.c_lflag == after.c_lflag)
      }
    }
  }
}
