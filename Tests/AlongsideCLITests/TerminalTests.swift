import Practice
import TestSupport
import Testing

/// The program in a real terminal.
@Suite(.serialized) struct TerminalTests {
  /// Ctrl-C at each question of a prompt: what was answered is put aside, sealed, and taken up again.
  @Test(arguments: 0..<4)
  func interruptedAtAnyQuestion(answered: Int) async throws {
    let home = try ProgramHome()
    let screen = try await TmuxScreen(
      "$A reflect core/daily-three --packs $PACKS", environment: home.environment)
    for number in 0..<answered {
      try await screen.see("\(number + 1) of 4")
      try await screen.type("answer \(number)")
      if number < 2 { try await screen.type(".") }
    }
    try await screen.see("\(answered + 1) of 4")
    try await screen.press("C-c")
    let seen = try await screen.see("ENDED 130")
    try await screen.close()
    #expect(seen.contains("Put aside, sealed.") == (answered > 0))
    #expect(try home.entries().isEmpty)
    guard answered > 0 else { return }
    let again = try await TmuxScreen(
      "$A reflect --resume --packs $PACKS", environment: home.environment)
    try await again.see("Your passphrase:")
    try await again.type(ProgramHome.words)
    try await again.see("\(answered + 1) of 4")
    try await again.type("/stop")
    try await again.see("Keep this")
    try await again.type("keep")
    try await again.see("Kept, and sealed.")
    try await again.close()
    let entries = try home.entries()
    #expect(entries.count == 1)
    #expect(entries.first?.answers.count { $0.state == .answered } == answered)
  }

  /// A terminal that goes away, and a request to end, keep the line that was being typed; neither
  /// answers or skips anything.
  @Test(arguments: ["the window closes", "TERM", "HUP"])
  func whatIsTypedIsKeptWhenTheTerminalGoesAway(way: String) async throws {
    let home = try ProgramHome()
    let screen = try await TmuxScreen(
      "echo $$ > $HOME/pid; exec $A reflect core/daily-three --packs $PACKS",
      environment: home.environment)
    try await screen.see("1 of 4")
    try await screen.type("before the lights went out")
    try await screen.type(".")
    try await screen.see("2 of 4")
    try await screen.type("a whole line")
    try await screen.begin("and half a li")
    try await screen.see("and half a li")
    if way != "the window closes" { _ = try await home.shell("kill -\(way) $(cat $HOME/pid)") }
    if way == "the window closes" { try await screen.close() }
    let ended = try await home.shell(
      "for i in $(seq 600); do kill -0 $(cat $HOME/pid) 2>/dev/null || exit 0; sleep 0.1; done; exit 1"
    )
    #expect(ended.code == 0)
    if way != "the window closes" { try await screen.close() }
    #expect(try home.entries().isEmpty)
    let again = try await TmuxScreen(
      "$A reflect --resume --packs $PACKS --passphrase-file $HOME/pw",
      environment: home.environment)
    try await again.see("> and half a li")
    try await again.type("ne")
    try await again.type("/stop")
    try await again.see("Keep this")
    try await again.type("")
    try await again.see("Kept, and sealed.")
    try await again.close()
    let answers = try home.entries().first?.answers
    #expect(answers?[0].value == .words("before the lights went out"))
    #expect(answers?[1].value == .words("a whole line\nand half a line"))
    #expect(answers?.dropFirst(2).allSatisfy { $0.state == .notReached } == true)
  }

  /// Typing never replaces what exists: with the arrow keys one word of three lines is changed, and
  /// nothing else.
  @Test(arguments: ["/back", "change", "revise", "--resume"])
  func oneWordIsChangedInTheFirstOfThreeLines(way: String) async throws {
    let home = try ProgramHome()
    var screen = try await TmuxScreen(
      "$A reflect core/daily-three --packs $PACKS", environment: home.environment)
    try await screen.see("1 of 4")
    for line in ["one old line", "two", "three"] { try await screen.type(line) }
    if way == "--resume" {
      try await screen.press("C-c")
      try await screen.see("ENDED 130")
    } else {
      try await screen.type(".")
      try await screen.see("2 of 4")
      try await screen.type(way == "/back" ? "/back" : "/stop")
    }
    if way == "revise" {
      try await screen.see("Keep this")
      try await screen.type("keep")
      try await screen.see("Make your kit")
    }
    if ["revise", "--resume"].contains(way) {
      try await screen.close()
      let command = way == "revise" ? "revise last" : "reflect --resume"
      screen = try await TmuxScreen(
        "$A \(command) --packs $PACKS --passphrase-file $HOME/pw", environment: home.environment)
    }
    if ["revise", "change"].contains(way) {
      try await screen.see("Keep this")
      try await screen.type("change")
      try await screen.see("Which one?")
      try await screen.type("1")
    }
    try await screen.see("What you wrote is kept")
    for key in ["Up", "Up", "Up", "Up", "Home", "M-f", "M-d"] { try await screen.press(key) }
    try await screen.begin(" new")
    try await screen.see("> one new line")
    try await screen.press("C-d")
    if ["/back", "--resume"].contains(way) {
      try await screen.see("2 of 4", times: way == "/back" ? 2 : 1)
      try await screen.type("/stop")
    }
    if way == "revise" { try await screen.see("one [-old-]{+new+} line") }
    try await screen.see("Keep this", times: ["revise", "change"].contains(way) ? 2 : 1)
    try await screen.type("keep")
    try await screen.see(way == "revise" ? "The new wording is kept" : "Kept, and sealed.")
    try await screen.close()
    #expect(try home.entries().first?.answers.first?.value == .words("one new line\ntwo\nthree"))
  }

  /// Nothing that is typed as a passphrase shows.
  @Test func aPassphraseIsNotShown() async throws {
    let home = try ProgramHome()
    _ = try await home.shell("echo hello | $A write")
    let screen = try await TmuxScreen("$A list --plain", environment: home.environment)
    try await screen.see("Your passphrase:")
    try await screen.type(ProgramHome.words)
    let seen = try await screen.see("ENDED 0")
    try await screen.close()
    #expect(!seen.contains("river"))
    #expect(seen.contains("1 page was written while this was closed."))
  }

  /// Ctrl-C at a yes/no question is neither: nothing is done, and a script is told so.
  @Test(arguments: [
    ("erase last", "Erase it?"), ("history last --forget", "Remove its earlier"),
    ("export --format json --to $HOME/out", "Look for passages"), ("rekey", "under new keys?"),
    ("salvage", "Go on?"), ("retention", "How long do you mean"),
    ("show last", "Clear the screen?"),
  ])
  func controlCAtAnyYesOrNoQuestion(command: String, question: String) async throws {
    let home = try ProgramHome()
    _ = try await home.shell("echo hello | $A write; mkdir $HOME/out")
    let screen = try await TmuxScreen(
      "$A \(command) --passphrase-file $HOME/pw", environment: home.environment)
    try await screen.see(question)
    try await screen.press("C-c")
    try await screen.see("ENDED 130")
    try await screen.close()
    #expect(try home.entries().compactMap(\.text) == ["hello"])
    #expect(try await home.shell("ls $HOME/out").text == "")
  }

  /// In an open journal no question stands between an entry on the screen and the lock.
  @Test func anOpenJournalAsksNothingAfterShowing() async throws {
    let home = try ProgramHome()
    _ = try await home.shell("echo hello | $A write")
    let screen = try await TmuxScreen(
      "$A open --passphrase-file $HOME/pw", environment: home.environment)
    try await screen.see("clear empties the screen")
    try await screen.type("show last")
    try await screen.see("clear empties the screen", times: 2)
    try await screen.type("list")
    let seen = try await screen.see("clear empties the screen", times: 3)
    #expect(!seen.contains("Clear the screen?") && seen.contains("hello"))
    try await screen.type("clear")
    for _ in 0..<100 where try await screen.text().contains("hello") {}
    #expect(try await !screen.text().contains("hello"))
    try await screen.press("C-c")
    try await screen.see("ENDED 130")
    try await screen.close()
  }
}
