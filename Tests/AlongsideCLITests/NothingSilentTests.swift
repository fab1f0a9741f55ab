import Foundation
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

  /// Entries and wordings are counted apart, and each that stays out is told.
  @Test func whatAnImportComesToAddsUp() async throws {
    let (home, other) = (try ProgramHome(), try ProgramHome())
    let run = try await home.shell(
      #"""
      P="--passphrase-file $HOME/pw"; out=$HOME
      echo one | "$A" write >/dev/null; echo two | "$A" write >/dev/null
      echo 'two, again' | "$A" revise last $P >/dev/null; echo 'two, once more' | "$A" revise last $P >/dev/null
      "$A" export --format json --history --to "$HOME/out" --yes $P </dev/null >/dev/null 2>&1
      HOME=\#(other.scratch.path)
      for flag in --dry-run "" ""; do
        "$A" import alongside "$out/out/entries.json" $flag $P </dev/null; echo .
      done
      python3 - "$out/out/entries.json" "$HOME/odd.json" <<'END'
      import json, sys
      entries = json.load(open(sys.argv[1]))
      one = dict(entries[0]); one.pop('text')
      far = dict(entries[0], id='a' * 13, revision='a' * 13, zone='Nowhere/Land')
      json.dump([one, far, dict(far, id='b' * 13), far], open(sys.argv[2], 'w'))
      END
      "$A" import alongside "$HOME/odd.json" $P </dev/null
      """#)
    let parts = run.text.components(separatedBy: ".\n.\n")
    #expect(parts.count == 4, "\(run.text) \(run.err)")
    #expect(parts[0] == "2 entries would come in.\n2 further wordings would come in too")
    #expect(parts[1] == "2 entries came in.\n2 further wordings came in too")
    #expect(parts[2] == "0 entries came in.\n2 were here already")
    #expect(
      parts[3] == "1 entry came in.\n1 stands in it more than once, and counts once.\n",
      "\(parts[3])")
    for words in [
      "its key `text` is missing", "its zone is not known", "of another entry (entry 2,",
    ] {
      #expect(run.err.contains(words), "\(words): \(run.err)")
    }
  }

  /// What is not of the kind it was called is told, and no success.
  @Test func aFileOfAnotherKindIsNotTakenForAnEmptyOne() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      P="--passphrase-file $HOME/pw"; cd "$HOME"; echo x >x.txt
      python3 -c "import zipfile; zipfile.ZipFile('other.zip', 'w').write('x.txt')"
      "$A" import dayone other.zip $P </dev/null; echo "zip $?"
      printf '[31/12/2019 10:10] A day.\n\nWords.\n' >other.txt
      "$A" import jrnl other.txt $P </dev/null; echo "jrnl $?"
      printf '[2019-12-30 10:10] A day.\n\nWords [1] and\n[2 of 3] more.\n[31 Dec 2019, 10:10] Next.\n' >two.txt
      "$A" import jrnl two.txt $P </dev/null; echo "two $?"
      """#)
    #expect(run.text.contains("zip 65\njrnl 65\n1 entry came in.\ntwo 0\n"), "\(run.text)")
    #expect(run.err.contains("there is no JSON file at its top"), "\(run.err)")
    let words = run.err.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("`jrnl --export json` writes dates of every form"), "\(words)")
    #expect(words.contains("begins like a date in another form") && words.contains("(line 5)"))
  }

  /// Whatever a tag came in as, it can be taken away again.
  @Test func everyTagCanBeTakenAway() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      P="--passphrase-file $HOME/pw"; cd "$HOME"
      for tag in 'two words' a/b ''; do echo x | "$A" write --tag "$tag"; echo "written $?"; done
      echo '{"metadata": {}, "entries": [{"uuid": "1", "creationDate": "2020-01-01T00:00:00Z", "timeZone": "UTC", "text": "x", "tags": ["two words", "a/b"]}]}' >day.json
      "$A" import dayone day.json $P </dev/null >/dev/null
      "$A" tag last --remove 'two words' --remove a/b $P </dev/null
      "$A" tag --json $P </dev/null
      """#)
    #expect(run.text.hasPrefix("written 64\nwritten 64\nwritten 64\n"), "\(run.text)")
    #expect(run.err.contains("No tags."), "\(run.err)")
    #expect(run.text.hasSuffix("[\n\n]\n"), "\(run.text)")
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
    #expect(run.text.contains("1 came with other words"), "\(run.text)")
    #expect(run.text.contains("left out:\n- entry 1, line"), "\(run.text)")
    #expect(run.text.contains("zone 64") && run.err.contains("Amercia/New_York"))
  }

  /// A lock that is torn hides no pack that came with the program.
  @Test func aTornLockOfPacksHidesNothingElse() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      P="$HOME/.local/share/alongside/installed"; mkdir -p "$P"; echo '{"schema": "along' >"$P/alongside.lock"
      mkdir -p "$HOME/bin" "$HOME/share/alongside/packs"; cp -r "$PACKS" "$HOME/share/alongside/packs/"
      cp "$A" "$HOME/bin/alongside"; "$HOME/bin/alongside" packs list </dev/null; echo "code $?"
      """#)
    #expect(run.text.hasPrefix("core ") && run.text.hasSuffix("code 1\n"), "\(run.text)")
    #expect(run.err.contains("alongside.lock"), "\(run.err)")
  }

  /// A stream that is closed never gives its number, and what is printed, to a file of ours.
  @Test(arguments: [">&-", "2>&-", ">&- 2>&-"])
  func closedStreamsHarmNoFile(closed: String) async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      P="--passphrase-file $HOME/pw"; echo words | "$A" write >/dev/null
      "$A" backup "$HOME/open.age" --yes $P </dev/null \#(closed)
      "$A" backup "$HOME/un.tar" --unattended </dev/null \#(closed)
      for file in open.age un.tar; do "$A" verify "$HOME/$file" $P </dev/null; echo "$file $?"; done
      "$A" list $P <&- >/dev/null; echo "list $?"; "$A" verify $P </dev/null; echo "journal $?"
      """#)
    for line in ["open.age 0", "un.tar 0", "list 0", "journal 0"] {
      #expect(run.text.contains(line), "\(line): \(run.text) \(run.err)")
    }
  }
}
