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
        You chose:
          Good
        Pick one. Enter keeps it. /skip leaves it, /help says more.
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
    #expect(terminal(["one", "", "two", "", "."]).ask(long) == .words("one\n\ntwo\n"))
    #expect(terminal(["one", "two"]).ask(long) == .words("one\ntwo\n"))
    #expect(terminal(["a", "..", "...", ". ", "."]).ask(long) == .words("a\n.\n...\n. \n"))
    #expect(terminal(["."]).ask(long) == .nothing)
    #expect(terminal([" ", "."]).ask(long) == .nothing)
    #expect(terminal([]).ask(long) == .end)
    #expect(talk.text.contains("A line with a single dot, or Ctrl-D, ends your answer."))
  }

  @Test func keepsWhatWasTypedBeforeACommand() {
    #expect(terminal(["one", "two", "/save"]).ask(long) == .command(.save, typed: "one\ntwo\n"))
    #expect(terminal(["one", "^C"]).ask(long) == .interrupted(typed: "one\n"))
  }

  /// Typing never replaces what is there; only `/again` does, and once more it brings it back.
  @Test func goesOnWithWhatIsThere() {
    var question = long
    question.text = "one\ntwo"
    #expect(terminal([" more", "."]).ask(question) == .words("one\ntwo more\n"))
    #expect(terminal([".", "."]).ask(question) == .words("one\ntwo.\n"))
    #expect(terminal([""]).ask(question) == .nothing)
    #expect(terminal(["/back"]).ask(question) == .command(.back, typed: "one\ntwo"))
    question.text = "one\n"
    #expect(terminal(["two", "."]).ask(question) == .words("one\ntwo\n"))
    #expect(terminal(["/again", "new", "."]).ask(question) == .words("new\n"))
    #expect(terminal(["/again", "/again", "x", "."]).ask(question) == .words("one\nx\n"))
    var line = short
    line.text = "half a li"
    #expect(terminal(["ne"]).ask(line) == .words("half a line"))
    #expect(terminal(["/again", "tea"]).ask(line) == .words("tea"))
    #expect(terminal(["^C"]).ask(line) == .interrupted(typed: "half a li"))
  }

  /// What is loaded is never taken away by what comes behind it.
  @Test func nothingLoadedGoesWithACommand() {
    var question = long
    question.text = "one\nThe second line"
    #expect(terminal(["/done", ""]).ask(question) == .words("one\nThe second line"))
    #expect(terminal(["/quit", "y"]).ask(question) == .command(.save, typed: question.text))
    #expect(
      terminal([".", "/back"]).ask(question) == .command(.back, typed: question.text + ".\n"))
    #expect(terminal(["?", "."]).ask(question) == .words(question.text + "?\n"))
    #expect(terminal(["/again", "/skip"]).ask(question) == .command(.skip, typed: question.text))
    #expect(terminal(["/again", ""]).ask(question) == .words(question.text))
    #expect(terminal(["/again", "^C"]).ask(question) == .interrupted(typed: question.text))
  }

  /// Half a word that was left is no answer yet: Enter makes it one, and a command behind it is one.
  @Test func goesOnWithHalfAWord() {
    var question = Question("Which?", options: ["first", "second"])
    question.half = "sec"
    #expect(terminal([""]).ask(question) == .words("sec"))
    #expect(terminal(["ond"]).ask(question) == .words("second"))
    #expect(terminal(["/stop"]).ask(question) == .command(.stop, typed: "sec"))
    #expect(terminal(["/bakc", "ond"]).ask(question) == .words("second"))
  }

  @Test func enterEndsWhatIsUntouchedAndTwoEmptyLinesAsk() {
    #expect(terminal([""]).ask(long) == .nothing)
    #expect(terminal(["one", "", "", ""]).ask(long) == .words("one\n"))
    #expect(talk.text.contains("Done?"))
    #expect(terminal(["one", "", "", "two", "", "", "."]).ask(long) == .words("one\n\n\ntwo\n"))
    #expect(terminal(["one", "", "", "no", "two", "."]).ask(long) == .words("one\n\n\nno\ntwo\n"))
  }

  @Test func whatMayBeACommandIsAskedAbout() {
    #expect(terminal(["one", "/done", ""]).ask(long) == .words("one\n"))
    #expect(terminal(["one", "exit", "yes"]).ask(long) == .command(.save, typed: "one\n"))
    #expect(terminal(["one", "/quit", "no", "two", "."]).ask(long) == .words("one\n/quit\ntwo\n"))
    #expect(terminal(["one", "/next", "two", "."]).ask(long) == .words("one\n/next\ntwo\n"))
    #expect(terminal(["?", "one", "."]).ask(long) == .words("one\n"))
    #expect(terminal([" exit", "."]).ask(long) == .words(" exit\n"))
    #expect(terminal(["one", "/done", "."]).ask(long) == .words("one\n"))
    #expect(terminal(["one", "/done", "/back"]).ask(long) == .command(.back, typed: "one\n"))
    #expect(terminal(["exit", "no"]).ask(short) == .words("exit"))
    #expect(terminal(["exit", ""]).ask(short) == .command(.save, typed: ""))
  }

  @Test func aPasteIsWordsAndNothingElse() {
    func pasting(_ words: String, _ question: Question, then lines: [String] = []) -> Reply {
      let events = [.paste(words)] + lines.map { LineEvent.line($0) }
      let input = ScriptedInput(events, echo: talk)
      return Terminal(input: input, data: data, talk: talk).ask(question)
    }
    let words = "one\n.\n/stop\n\n\n\ntwo"
    #expect(pasting(words, long, then: ["."]) == .words(words + "\n"))
    #expect(pasting("/let-go", long, then: ["."]) == .words("/let-go\n"))
    #expect(pasting("one\n\ntwo", short) == .words("one two"))
    let choice = Question("Which?", options: ["a", "b"])
    #expect(pasting("a\nb", choice, then: ["b"]) == .words("b"))
    #expect(talk.text.contains("several lines"))
  }

  @Test func asksAboutASlipAndLosesNothing() {
    #expect(
      terminal(["one", "/sav", "two", "/save"]).ask(long) == .command(.save, typed: "one\ntwo\n"))
    #expect(talk.text.contains("Did you mean /save?"))
    #expect(terminal(["/bakc", "/back"]).ask(short) == .command(.back, typed: ""))
    #expect(terminal([" /bakc"]).ask(short) == .words(" /bakc"))
    #expect(terminal(["/home is far", "."]).ask(long) == .words("/home is far\n"))
  }

  @Test func answersHelpAndGoesOn() {
    let question = Question("What happened?", help: "Only your own part.", form: .lines)
    #expect(terminal(["one", "/help", "two", "."]).ask(question) == .words("one\ntwo\n"))
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
