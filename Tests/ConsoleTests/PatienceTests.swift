import TestSupport
import Testing

@testable import Console

/// Questions that wait only so long, of a script.
@Suite struct PatienceTests {
  private let question = Question("What now?", isSkippable: false)
  private let page = Question("And then?", form: .lines)

  private func asking(_ lines: [String]) -> (Terminal, CapturedSink) {
    let talk = CapturedSink()
    let input = ScriptedInput(lines: lines, echo: talk)
    let terminal = Terminal(input: input, data: CapturedSink(), talk: talk)
    terminal.patience = .seconds(10)
    return (terminal, talk)
  }

  @Test func everyQuestionEndsUntilSomebodyIsBack() {
    let (terminal, _) = asking(["show last", "/stop", "<idle>", "unheard", "after"])
    #expect(terminal.ask(question) == .words("show last"))
    #expect(terminal.ask(question) == .command(.stop, typed: ""))
    #expect(!terminal.isLeftAlone)
    #expect(terminal.ask(question) == .interrupted(typed: ""))
    #expect(terminal.isLeftAlone)
    #expect(terminal.ask(question) == .interrupted(typed: ""))
    #expect(terminal.askSecret("Words:") == .interrupted)
    #expect(throws: Interruption.self) { try terminal.confirm("Erase it?", otherwise: true) }
    terminal.welcomeBack()
    #expect(terminal.ask(question) == .words("unheard"))
    #expect(terminal.ask(question) == .words("after"))
    #expect(terminal.ask(question) == .end)
  }

  @Test func theLinesOfALongTextAreHandedOver() {
    let (terminal, _) = asking(["one", "two", "<idle>"])
    #expect(terminal.ask(page) == .interrupted(typed: "one\ntwo\n"))
    #expect(terminal.isLeftAlone)
  }

  @Test func withoutALimitNothingTimesOut() {
    let (terminal, _) = asking(["<idle>"])
    terminal.patience = nil
    #expect(terminal.ask(question) == .words("<idle>"))
  }

  @Test func controlCAtAYesOrNoQuestionIsNoAnswer() throws {
    let talk = CapturedSink()
    let events: [LineEvent] = [.interrupted("ye"), .end, .line("/stop"), .line(""), .line("y")]
    let terminal = Terminal(
      input: ScriptedInput(events, echo: talk), data: CapturedSink(), talk: talk)
    #expect(throws: Interruption.self) { try terminal.confirm("Go on?", otherwise: true) }
    #expect(try terminal.confirm("Go on?", otherwise: true) == nil)
    #expect(try terminal.confirm("Go on?", otherwise: true) == nil)
    #expect(try terminal.confirm("Go on?", otherwise: true) == true)
    #expect(try terminal.confirm("Go on?", otherwise: false) == true)
  }

  /// People to turn to are there at every question, and asking for them answers none.
  @Test func helpIsNoAnswer() throws {
    let talk = CapturedSink()
    let lines = ["/help-now", "/help", "quit", "/help-now", "y"]
    let terminal = Terminal(
      input: ScriptedInput(lines: lines, echo: talk), data: CapturedSink(), talk: talk)
    var shown = 0
    terminal.helpNow = { shown += 1 }
    #expect(
      try terminal.confirm("Earlier ones?", yes: "more", no: "stop", otherwise: true) == false)
    #expect(try terminal.confirm("Go on?", otherwise: false) == true)
    #expect(shown == 2)
    #expect(talk.text.contains("Type more or stop."))
  }
}
