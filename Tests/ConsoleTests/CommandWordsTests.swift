import Testing

@testable import Console

@Suite struct CommandWordsTests {
  @Test(
    arguments: [
      ("", []), ("vim", ["vim"]), ("  code  --wait ", ["code", "--wait"]),
      ("'my editor' -x", ["my editor", "-x"]), ("a\\ b c", ["a b", "c"]),
      ("\"a \\\" b\" ''", ["a \" b", ""]), ("x'$HOME'y", ["x$HOMEy"]),
      ("a;b|c $(d)", ["a;b|c", "$(d)"]),
    ] as [(String, [String])])
  func splits(command: String, words: [String]) {
    #expect(CommandWords.split(command) == words)
  }

  @Test(arguments: ["'open", "\"open", "end\\"])
  func refusesWhatIsLeftOpen(command: String) {
    #expect(CommandWords.split(command) == nil)
  }
}
