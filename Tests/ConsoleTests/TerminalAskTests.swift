import TestSupport
import Testing

@testable import Console

@Suite struct TerminalAskTests {
  private let talk = CapturedSink()
  private let data = CapturedSink()

  private func terminal(_ lines: [String], style: Style = .plain, width: Int = 80) -> Terminal {
    let events = lines.map { $0 == "^C" ? LineEvent.interrupted("") : .line($0) }
    return Terminal(
      input: ScriptedInput(events, echo: talk), data: data, talk: talk, style: style,
      width: { width })
  }

  private let long = Question("What happened in you?", form: .lines)
  private let short = Question("In one word?")

  @Test func showsAQuestionWhole() {
    let question = Question(
      "How was it?", example: "slow", options: ["Good", "Hard"], standing: "Good",
      hint: "Pick one.", progress: "1 of 3")
    #expect(terminal(["Hard"]).ask(question) == .words("Hard"))
    #expect(
      talk.text == """
        1 of 3
        How was it?
        For example: slow
          1. Good
          2. Hard
        You wrote:
          Good
        Pick one. An empty answer keeps what you wrote. /skip leaves it, /help says
        more.
        > Hard

        """)
  }

  @Test func takesALine() {
    #expect(terminal(["  two words "]).ask(short) == .words("  two words "))
    #expect(terminal([" "]).ask(short) == .nothing)
    #expect(terminal([]).ask(short) == .end)
    #expect(terminal(["^C"]).ask(short) == .interrupted(typed: ""))
    #expect(terminal(["/Skip "]).ask(short) == .command(.skip, typed: ""))
    #expect(terminal(["."]).ask(short) == .words("."))
  }

  @Test func takesLongTextUntilADotOrTheEnd() {
    #expect(terminal(["one", "", "two", "", "."]).ask(long) == .words("one\n\ntwo"))
    #expect(terminal(["one", "two"]).ask(long) == .words("one\ntwo"))
    #expect(terminal(["a", "..", "...", ". ", "."]).ask(long) == .words("a\n.\n...\n. "))
    #expect(terminal(["."]).ask(long) == .nothing)
    #expect(terminal(["", " ", "."]).ask(long) == .nothing)
    #expect(terminal([]).ask(long) == .end)
    #expect(talk.text.contains("A line with a single dot, or Ctrl-D, ends your answer."))
  }

  @Test func keepsWhatWasTypedBeforeACommand() {
    #expect(terminal(["one", "two", "/save"]).ask(long) == .command(.save, typed: "one\ntwo"))
    #expect(terminal(["one", "^C"]).ask(long) == .interrupted(typed: "one"))
    #expect(
      terminal(["three", "."]).ask(long, after: "one\n\ntwo") == .words("one\n\ntwo\nthree"))
    #expect(terminal(["."]).ask(long, after: "one") == .words("one"))
  }

  @Test func asksAboutASlipAndLosesNothing() {
    #expect(
      terminal(["one", "/sav", "two", "/save"]).ask(long) == .command(.save, typed: "one\ntwo"))
    #expect(talk.text.contains("Did you mean /save?"))
    #expect(terminal(["/bakc", "/back"]).ask(short) == .command(.back, typed: ""))
    #expect(terminal([" /bakc"]).ask(short) == .words(" /bakc"))
    #expect(terminal(["/home is far", "."]).ask(long) == .words("/home is far"))
  }

  @Test func answersHelpAndGoesOn() {
    let question = Question("What happened?", help: "Only your own part.", form: .lines)
    #expect(terminal(["one", "/help", "two", "."]).ask(question) == .words("one\ntwo"))
    #expect(talk.text.contains("Only your own part."))
    for command in LineCommand.allCases { #expect(talk.text.contains(command.meaning)) }
  }

  @Test func helpFitsFortyColumns() {
    _ = terminal(["/help", "."], width: 40).ask(long)
    let widths = talk.text.split(separator: "\n").map { String($0).displayWidth }
    #expect((widths.max() ?? 0) <= 40)
  }

  @Test func plainTalkHoldsNoEscape() {
    let question = Question("Evil \u{1B}[31m words", example: "\u{1B}]0;x\u{7}", form: .lines)
    let terminal = terminal(["/help", "/sav", "x", "."])
    _ = terminal.ask(question)
    terminal.clearScreen(andScrollback: true)
    #expect(!talk.text.contains("\u{1B}"))
    #expect(!talk.text.contains("\u{8}"))
  }

  @Test func colouredSaysTheSameWords() {
    let plain = terminal(["x", "."])
    _ = plain.ask(long)
    let words = talk.text
    let other = TerminalAskTests()
    _ = other.terminal(["x", "."], style: .coloured).ask(long)
    #expect(other.talk.text != words)
    #expect(other.talk.text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == words)
  }

  @Test func asksNobodyWithoutInput() throws {
    let terminal = Terminal(input: nil, data: data, talk: talk)
    #expect(!terminal.isInteractive)
    #expect(terminal.ask(short) == .end)
    #expect(try terminal.confirm("Sure?") == nil)
    #expect(terminal.askSecret("Passphrase:") == .end)
    #expect(talk.text.isEmpty)
  }

  @Test func confirms() throws {
    #expect(try terminal(["y"]).confirm("Sure?") == true)
    #expect(try terminal(["NO"]).confirm("Sure?") == false)
    #expect(try terminal([""]).confirm("Sure?") == false)
    #expect(try terminal([""]).confirm("Sure?", otherwise: true) == true)
    #expect(try terminal(["what", "keep"]).confirm("Keep?", yes: "keep", no: "drop") == true)
    #expect(try terminal(["/back"]).confirm("Sure?") == nil)
    #expect(talk.text.contains("Keep? (keep/DROP)"))
  }

  @Test func asksForASecretWithoutShowingIt() {
    let input = ScriptedInput(lines: ["wörd"], echo: talk)
    let terminal = Terminal(input: input, data: data, talk: talk)
    #expect(terminal.askSecret("Passphrase:") == .secret(Array("wörd".utf8)))
    #expect(talk.text == "Passphrase: ")
  }

  @Test func dataIsWrappedOnlyForAPerson() {
    let words = Array(repeating: "word", count: 20).joined(separator: " ") + "\u{1B}"
    Terminal(input: nil, data: data, talk: talk).out(words)
    #expect(data.text == words + "\n")
    let screen = CapturedSink()
    Terminal(input: nil, data: screen, talk: talk, dataIsTerminal: true, width: { 40 }).out(words)
    #expect(screen.text.split(separator: "\n").count == 3)
    #expect(!screen.text.contains("\u{1B}"))
  }

  @Test func clearsTheScreenOnlyWhereItMay() {
    #expect(!terminal([]).clearScreen(andScrollback: true))
    #expect(talk.text.isEmpty)
    #expect(terminal([], style: .coloured).clearScreen(andScrollback: true))
    #expect(talk.text == "\u{1B}[H\u{1B}[2J\u{1B}[3J")
  }
}
