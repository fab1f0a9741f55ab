import TestSupport
import Testing

/// What could not be done is said, and is no success.
@Suite struct LostOutputTests {
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
