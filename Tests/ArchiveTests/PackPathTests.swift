import Archive
import Testing

@Suite struct PackPathTests {
  @Test(arguments: [
    "pack.yaml", "prompts/after-hard-shift.yaml", "locales/cy/strings.yaml", "README.md",
    "LICENCE-CC.txt", "LICENSE", "notes_1.md",
  ]) func goodPaths(path: String) {
    #expect(PackPath.brokenRule(path.utf8) == nil)
  }

  @Test(arguments: [
    ("../x", "it leads out of its folder"), ("/abs", "it begins at the top of the disk"),
    ("a//b", "one of its parts is empty"), ("a\\b", "it holds a backslash"),
    ("a\u{0}b", "it holds characters that do not show"),
    ("a./b", "one of its parts ends in a dot"), ("a /b", "one of its parts ends in a space"),
    (".git/x", "one of its parts begins with a dot"),
    ("A.yaml", "it may only hold a to z, 0 to 9, dots, hyphens and underscores"),
    ("cafe\u{301}.yaml", "it may only hold a to z, 0 to 9, dots, hyphens and underscores"),
    ("caf\u{E9}.yaml", "it may only hold a to z, 0 to 9, dots, hyphens and underscores"),
    ("prompts/README.md", "it may only hold a to z, 0 to 9, dots, hyphens and underscores"),
    ("a b.md", "it may only hold a to z, 0 to 9, dots, hyphens and underscores"),
    ("a\u{202E}b", "it holds characters that do not show"),
    (String(repeating: "a", count: 181), "it has more than 180 bytes"),
  ]) func badPaths(path: String, rule: String) {
    #expect(PackPath.brokenRule(path.utf8) == rule)
  }

  @Test func textThatIsNotUTF8() {
    #expect(PackPath.brokenRule([0x61, 0xFF]) == "it is not UTF-8 text")
  }
}
