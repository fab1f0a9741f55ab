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

  /// A killed terminal loses only the line that was being typed.
  @Test func aTerminalThatGoesAwayKeepsWhatWasAnswered() async throws {
    let home = try ProgramHome()
    let screen = try await TmuxScreen(
      "$A reflect core/daily-three --packs $PACKS", environment: home.environment)
    try await screen.see("1 of 4")
    try await screen.type("before the lights went out")
    try await screen.type(".")
    try await screen.see("2 of 4")
    try await screen.close()
    let again = try await TmuxScreen(
      "$A reflect --resume --packs $PACKS", environment: home.environment)
    try await again.see("Your passphrase:")
    try await again.type(ProgramHome.words)
    try await again.see("2 of 4")
    try await again.type("/stop")
    try await again.see("Keep this")
    try await again.type("")
    try await again.see("Kept, and sealed.")
    try await again.close()
    #expect(try home.entries().first?.answers.first?.value == .words("before the lights went out"))
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
