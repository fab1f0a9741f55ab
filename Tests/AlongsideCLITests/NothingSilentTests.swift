import TestSupport
import Testing

/// What could not be done is said, and is no success.
@Suite struct NothingSilentTests {
  @Test func dataThatFitsNowhereIsAFailure() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      echo words | "$A" write >/dev/null; P="--passphrase-file $HOME/pw"
      "$A" show last --json $P </dev/null >/dev/full; echo "full $?"
      "$A" show last --json $P </dev/null 2>"$HOME/gone" | true; cat "$HOME/gone"
      """#)
    #expect(run.text == "full 1\n", "\(run.text)\(run.err)")
    #expect(run.err.contains("No space left"))
  }

  @Test func filesThatAreNotReadAreCounted() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      mkdir -p "$HOME/notes/.trash"; cd "$HOME/notes"
      echo words | tee one.md .hidden.md .trash/two.md >/dev/null; ln -s one.md link.md; touch x.png
      "$A" import markdown . --passphrase-file "$HOME/pw" </dev/null
      """#)
    for line in [
      "1 entry came in.", "hidden files and folders: 2", "links to files or folders elsewhere: 1",
      "files that are not Markdown: 1",
    ] {
      #expect(run.text.contains(line), "\(line): \(run.text) \(run.err)")
    }
  }

  @Test func newWordsTakeNothingElseAway() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      P="--passphrase-file $HOME/pw"
      printf '# A title\n\nWords.\n\n#shift' | "$A" write >/dev/null
      echo 'Other words.' | "$A" revise last $P >/dev/null; "$A" show last $P </dev/null
      printf '# Another\n\nWords again.\n\n#new' | "$A" revise last $P >/dev/null
      "$A" show last $P </dev/null
      """#)
    let shown = run.text.split(separator: "\n").filter { !$0.contains(" 20") }
    #expect(
      shown == ["A title", "#shift", "Other words.", "Another", "#new", "Words again."],
      "\(run.text) \(run.err)")
  }

  @Test func answersWithoutTheirPromptChangeNothing() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      P="--passphrase-file $HOME/pw"; "$A" packs new "$HOME/mine" --id mine </dev/null >/dev/null
      printf '%s\n' 'schema: alongside.prompt/1' 'id: quiet' 'title: Quiet' 'steps:' '  - {id: how, ask: How was it?}' \
        >"$HOME/mine/prompts/quiet.yaml"
      printf 'how: Still\n' >"$HOME/answers"
      "$A" reflect mine/quiet --packs "$HOME/mine" --answers "$HOME/answers" </dev/null
      "$A" revise last --answers "$HOME/answers" $P </dev/null; echo "revised $?"
      """#)
    #expect(run.text.hasSuffix("revised 1\n"), "\(run.text) \(run.err)")
    #expect(run.err.contains("whose pack") && run.err.contains("--packs DIR"), "\(run.err)")
  }

  @Test func wordsThatWereChangedElsewhereAreCounted() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      P="--passphrase-file $HOME/pw"
      printf 'The first day.' | "$A" write >/dev/null; printf 'The next day.' | "$A" write >/dev/null
      "$A" export --format json --to "$HOME/out" --yes $P </dev/null 2>/dev/null >/dev/null
      sed -i 's/The first day/Quite another day/' "$HOME/out/entries.json"
      "$A" import alongside "$HOME/out/entries.json" $P </dev/null
      printf '[2026-01-02 09:00] A day.\n\nWords.\n' >"$HOME/jrnl"
      "$A" import jrnl "$HOME/jrnl" --zone Amercia/New_York $P </dev/null; echo "zone $?"
      """#)
    #expect(run.text.contains("0 entries came in.\n2 were here already."), "\(run.text) \(run.err)")
    #expect(run.text.contains("1 of them with other words"), "\(run.text)")
    #expect(run.text.contains("zone 64") && run.err.contains("Amercia/New_York"))
  }
}
