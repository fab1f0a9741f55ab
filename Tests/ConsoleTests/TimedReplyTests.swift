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

/// A question that waits only so long, of a script and of a pipe.
@Suite struct TimedReplyTests {
  private let question = Question("What now?", isSkippable: false)
  private let limit = Duration.seconds(10)

  @Test func aPipeWaits() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    #expect(Foundation.write(ends[1], "words\n", 6) == 6)
    close(ends[1])
    defer { close(ends[0]) }
    let input = PipeInput(reading: ends[0])
    #expect(input.readLine(after: "", idleAfter: .zero) == .line("words"))
    #expect(input.readLine(after: "", idleAfter: .zero) == .end)
  }

  private func asking(_ lines: [String]) -> (Terminal, CapturedSink) {
    let talk = CapturedSink()
    let input = ScriptedInput(lines: lines, echo: talk)
    return (Terminal(input: input, data: CapturedSink(), talk: talk), talk)
  }

  @Test func asksAndSaysThatNobodyIsThere() {
    let (terminal, talk) = asking(["show last", "/help", "/stop", " ", "<idle>", "after"])
    #expect(terminal.ask(question, idleAfter: limit) == .reply(.words("show last")))
    #expect(terminal.ask(question, idleAfter: limit) == .reply(.command(.stop, typed: "")))
    #expect(terminal.ask(question, idleAfter: limit) == .reply(.nothing))
    #expect(terminal.ask(question, idleAfter: limit) == .idle)
    #expect(talk.text.hasSuffix("> \n"))
    #expect(terminal.ask(question, idleAfter: limit) == .reply(.words("after")))
    #expect(terminal.ask(question, idleAfter: limit) == .reply(.end))
    let nobody = Terminal(input: nil, data: talk, talk: talk)
    #expect(nobody.ask(question, idleAfter: limit) == .reply(.end))
  }

  @Test func otherQuestionsNeverTimeOut() {
    let (terminal, _) = asking(["<idle>"])
    #expect(terminal.ask(question) == .words("<idle>"))
  }
}
