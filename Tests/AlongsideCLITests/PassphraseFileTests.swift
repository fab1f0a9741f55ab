import AlongsideCLI
import Foundation
import TestSupport
import Testing

/// Passphrases that come from a file, a descriptor or a command: what cannot be typed is never set.
@Suite struct PassphraseFileTests {
  let home: TranscriptHome

  init() throws {
    home = try TranscriptHome()
  }

  private func run(_ words: String, typing lines: [String] = []) -> (seen: String, code: Int32) {
    let result = home.run(
      Transcript.Command(words: words.split(separator: " ").map(String.init), typed: lines))
    return (result.seen.joined(separator: " "), result.code)
  }

  private func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    chmod(try home.scratch.write(Array(bytes), to: name), 0o600)
  }

  /// What is typed opens what a file set.
  @Test(arguments: [
    "river and hill", "river and hill\n", "river and hill\r\n", "river and hill\r",
    "river and hill\n\n\n", "\u{FEFF}river and hill\r\n", "river and hill\nuser: me\n",
    "river and hill\r\nurl: x\r\n\r\n",
  ])
  func theFirstLineIsSet(text: String) throws {
    try write(text.utf8, to: "set")
    let made = run("init --kit none --passphrase-file $HOME/set")
    #expect(made.code == 0)
    #expect(made.seen.contains("more than one line") == text.contains(":"), "\(made.seen)")
    #expect(run("list", typing: ["river and hill"]).code == 0)
    let listed = run("list --passphrase-file $HOME/set")
    #expect(listed.code == 0, "\(listed.seen)")
    let told = listed.seen.components(separatedBy: "more than one line").count - 1
    #expect(told == (text.contains(":") ? 1 : 0))
  }

  @Test func lettersSpeltInTwoWaysAreOne() throws {
    try write("caf\u{E9} by the river\n".utf8, to: "composed")
    try write("cafe\u{301} by the river".utf8, to: "decomposed")
    #expect(run("init --kit none --passphrase-file $HOME/composed").code == 0)
    #expect(run("list --passphrase-file $HOME/decomposed").code == 0)
  }

  @Test(arguments: [
    Array("words with \0 inside".utf8), Array("words\twith a tab".utf8),
    Array("words with \u{7F} inside".utf8), Array("words with \u{85} inside".utf8),
    [0xFF, 0xFE] + Array("words of elsewhere".utf8),
    Array("words at a caf".utf8) + [0xE9], Array("seven77".utf8),
    Array("\u{E9}\u{E9}\u{E9}\u{E9}\n".utf8), Array("\nwords below only\n".utf8),
  ])
  func whatCannotBeTypedIsRefused(bytes: [UInt8]) throws {
    try write(bytes, to: "set")
    let made = run("init --kit none --passphrase-file $HOME/set")
    #expect(made.code == 64, "\(made.seen)")
    #expect(!home.scratch.exists(".local/share/alongside/journals/journal"))
    #expect(run("init --kit none --passphrase-file $HOME/pw").code == 0)
    let changed = run("passphrase --passphrase-file $HOME/pw --new-passphrase-file $HOME/set")
    #expect(changed.code == 64, "\(changed.seen)")
    #expect(run("list --passphrase-file $HOME/pw").code == 0)
    for word in ["inside", "elsewhere", "seven77", "below"] { #expect(!made.seen.contains(word)) }
  }

  /// A journal whose passphrase is all of a file's lines opens with that file as before.
  @Test(arguments: [
    "gentle river\nwalk today\n", "gentle river walk\n\n", "\u{FEFF}gentle river\n",
  ])
  func nobodyIsLockedOut(text: String) async throws {
    let home = try ProgramHome(words: Array(text.utf8))
    chmod(try home.scratch.write(Array(text.utf8), to: "all"), 0o600)
    let run = try await home.shell("$A list --passphrase-file $HOME/all </dev/null")
    #expect(run.code == 0, "\(run.err)")
    let fresh = try await home.shell(
      "printf 'a new line of words\n' >$HOME/new; "
        + "$A passphrase --keep-key --passphrase-file $HOME/all --new-passphrase-file $HOME/new "
        + "</dev/null; "
        + "$A list --passphrase-file $HOME/new </dev/null")
    #expect(fresh.code == 0, "\(fresh.err)")
  }

  /// In a process of its own: waiting for another program in here would hold one of the few threads
  /// that tests run on.
  @Test func aCommandThatPrintsMoreGivesItsFirstLine() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      mkdir "$HOME/new"; umask 077
      printf 'river and hill\nuser: me\n' > "$HOME/two"; printf 'river and hill\n' > "$HOME/one"
      HOME="$HOME/new" "$A" init --kit none --passphrase-command "cat $HOME/two"; echo "init $?"
      HOME="$HOME/new" "$A" list --passphrase-file "$HOME/one"; echo "list $?"
      """#)
    #expect(run.text.contains("init 0\n") && run.text.hasSuffix("list 0\n"), "\(run.err)")
  }

  /// Six words are one Enter away, however often something was typed before.
  @Test(arguments: [["short", ""], ["a longer one", "another one", ""], ["password123", "", ""]])
  func enterMakesSixWordsAtAnyTime(lines: [String]) throws {
    let seen = run("init --kit none", typing: lines).seen
    #expect(seen.contains("Your passphrase is these six words."), "\(seen)")
    #expect(seen.contains("Enter makes six easy words for you."), "\(seen)")
  }

  @Test func aFirstGuessIsAllowedAndToldOnce() throws {
    let seen = run(
      "init --kit none", typing: ["password123", "password12", "password123", "password123"])
    #expect(seen.code == 0)
    #expect(seen.seen.components(separatedBy: "among the first that anyone tries").count == 2)
    try write("Passw0rd2024\n".utf8, to: "set")
    let changed = run("passphrase --new-passphrase-file $HOME/set", typing: ["password123"])
    #expect(changed.code == 0 && changed.seen.contains("among the first that anyone tries"))
  }

  @Test(arguments: [
    "password", "password123", "Password1!", "p@ssw0rd", "P4SSW0RD", "pass word 1", "12345678",
    "01021980", "qwerty123", "qwertyuiop", "asdfghjkl", "987654321", "abcdefgh", "abc12345",
    "aaaaaaaa", "abcabcabc", "passwordpassword", "letmein1", "iloveyou", "Liverpool1", "summer2024",
    "1q2w3e4r", "1qaz2wsx", "trustno1", "welcome2", "correct horse battery staple", "........",
  ])
  func firstGuesses(words: String) {
    #expect(FirstGuesses.holds(Array(words.utf8)), "\(words)")
  }

  @Test(arguments: [
    "gentle river walk today", "six plain words for a test", "my password is a river",
    "tuesdaybythekettle", "k8#vQz!20p", "wrens nest in the gutter", "caf\u{E9} au lait 7",
    "4902218837460021935", "sunshine over the allotment",
  ])
  func wordsOfOnesOwn(words: String) {
    #expect(!FirstGuesses.holds(Array(words.utf8)), "\(words)")
  }
}
