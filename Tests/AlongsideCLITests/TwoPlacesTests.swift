import Practice
import TestSupport
import Testing

/// A journal kept in two places, put back older, held by others, and backups that came to harm.
@Suite struct TwoPlacesTests {
  let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  private func run(_ line: String) async throws -> Tool.Result {
    try await home.shell("\(ProgramHome.lines)\n\(line)")
  }

  /// `id N` is the id of the Nth newest entry; `there` is a second home with the same journal.
  private static let places = #"""
    entries 3 Day >"$HOME/first"; "$A" import jrnl "$HOME/first" $P </dev/null >/dev/null 2>&1
    id() {
      "$A" list --json --skip $(($1 - 1)) --limit 1 $P </dev/null | sed -n 's/.*"id" : "\(.*\)",/\1/p'
    }
    here=$HOME; there="$HOME/there"; mkdir "$there"; cp -r "$HOME/.local" "$there/"
    """#

  @Test(arguments: ["", "--unattended"])
  func wordingsFromTwoPlacesStandSideBySide(kind: String) async throws {
    let run = try await run(
      #"""
      \#(Self.places)
      one=$(id 1); two=$(id 2)
      echo 'words from here' | "$A" revise $one $P; "$A" erase $two --yes $P </dev/null
      HOME=$there
      echo 'words from there' | "$A" revise $one $P; echo 'words for the erased' | "$A" revise $two $P
      "$A" backup "$here/carried" \#(kind) $P </dev/null
      HOME=$here
      echo 'written after' | "$A" write >/dev/null
      "$A" restore "$here/carried" --merge --dry-run --json $P </dev/null >"$HOME/would"; cat "$HOME/would"
      for time in first second; do "$A" restore "$here/carried" --merge $P </dev/null; echo "$time $?"; done
      echo "texts $("$A" history $one --json $P </dev/null | grep -cE '"text" : "(words from|Some words)')"
      "$A" history $one $P </dev/null
      echo "listed $("$A" list --json $P </dev/null | grep -c "\"id\" : \"$one\"")"
      echo "here $("$A" search '"from here"' $P </dev/null | grep -c 'from here')"
      echo "there $("$A" search '"from there"' $P </dev/null | grep -c 'from there')"
      "$A" tag $one --add new $P </dev/null; echo "tagged $?"
      "$A" export --format json --to "$here/out" --yes $P </dev/null; echo "exported $?"
      printf 'from here\nfrom there\n' | "$A" check --words $P
      echo "checked $("$A" check $one --json $P </dev/null | grep -c '"passage" : "from')"
      "$A" show $one --json $P </dev/null >/dev/null
      "$A" show $two $P </dev/null; echo "shown $?"
      "$A" verify $P </dev/null
      """#)
    #expect(run.text.contains("\"reworded\" : [\n    \""), "\(run.text)")
    #expect(run.err.contains("1 entry here got further wordings"), "\(run.err)")
    #expect(run.err.contains("1 entry that you had erased here stayed away"), "\(run.err)")
    for line in [
      "first 0", "second 0", "texts 3", "listed 1", "here 1", "there 1", "tagged 1", "exported 0",
      "checked 2", "shown 1", "whole",
    ] {
      #expect(run.text.contains(line), "\(line): \(run.text) \(run.err)")
    }
    #expect(run.text.contains("One of 2 wordings that stand side by side"))
    #expect(run.text.contains("from here") && run.text.contains("from there"))
    #expect(!run.text.contains("words for the erased"))
    #expect(run.err.contains("that you had erased here stayed away"))
    #expect(run.err.contains("both wordings stand; a tag"))
    #expect(run.err.contains("1 entry stands in two wordings, side by side"))
    #expect(run.err.contains("was changed in two places; both wordings stand side by side"))
  }

  /// A wording that is brought back joins two that stand side by side, also where it is one of them.
  @Test(arguments: [(1, "words there"), (3, "words here")])
  func aWordingBroughtBackJoinsTwo(number: Int, unlike: String) async throws {
    let run = try await run(
      #"""
      echo 'words before' | "$A" write; "$A" list $P </dev/null >/dev/null
      here=$HOME; there="$HOME/there"; mkdir "$there"; cp -r "$HOME/.local" "$there/"
      echo 'words here' | "$A" revise last $P
      HOME=$there; echo 'words there' | "$A" revise last $P; "$A" backup "$here/carried" $P </dev/null
      HOME=$here; "$A" restore "$here/carried" --merge $P </dev/null
      "$A" history last --restore \#(number) $P </dev/null; echo "back $?"
      echo "side by side $("$A" history last $P </dev/null | grep -c 'side by side')"
      echo "wordings $("$A" history last --json $P </dev/null | grep -c '"text"')"
      "$A" verify $P </dev/null
      """#)
    for line in ["back 0", "side by side 0", "wordings 4", "whole"] {
      #expect(run.text.contains(line), "\(line): \(run.text) \(run.err)")
    }
    #expect(run.err.contains("takes the place of the 2"), "\(run.err)")
    #expect(try home.entries().compactMap(\.text).first?.contains(unlike) == false)
  }

  @Test func anOlderCopyPutBackIsNoticedAndCanBeAccepted() async throws {
    let run = try await run(
      #"""
      echo before | "$A" write; "$A" list $P </dev/null >/dev/null; cp -r "$J/journal" "$HOME/older"
      echo after | "$A" write; "$A" list $P </dev/null >/dev/null
      rm -r "$J/journal"; mv "$HOME/older" "$J/journal"
      "$A" show last $P </dev/null; echo "plain $?"
      "$A" rekey --yes $P </dev/null; echo "rekey $?"
      "$A" show last $P --accept-older </dev/null; echo "accepted $?"
      "$A" show last $P </dev/null; echo "then $?"; "$A" verify $P </dev/null
      """#)
    for line in ["plain 14", "rekey 14", "accepted 0", "then 0", "put back on purpose"] {
      #expect(run.text.contains(line), "\(line): \(run.text) \(run.err)")
    }
    #expect(run.err.contains("--accept-older"))
    #expect(try home.entries().compactMap(\.text) == ["before"])
  }

  /// New keys need the journal for themselves; what cannot be done whole is not begun.
  @Test func aJournalThatOthersUseKeepsItsKeysAndItsEntries() async throws {
    let run = try await run(
      #"""
      echo one | "$A" write; echo two | "$A" write; "$A" list $P </dev/null >/dev/null
      before=$(sha256sum <"$J/journal/journal.db")
      exec 9>"$J/journal/lock"; flock -s 9
      "$A" rekey --yes $P </dev/null 9>&-; echo "rekey $?"
      [ "$before" = "$(sha256sum <"$J/journal/journal.db")" ] && echo same
      "$A" erase last --everywhere --yes $P </dev/null 9>&-; echo "everywhere $?"
      """#)
    #expect(run.text.contains("rekey 11\nsame\n"), "\(run.text) \(run.err)")
    #expect(run.text.contains("everywhere 11"))
    #expect(try home.entries().count == 2, "an entry was erased by a command that says in use")
  }

  @Test func aNewerFormatIsLeftAlone() async throws {
    let run = try await run(
      #"""
      echo one | "$A" write; "$A" list $P </dev/null >/dev/null
      sqlite3 "$J/journal/journal.db" 'PRAGMA user_version = 99'
      before=$(sha256sum <"$J/journal/journal.db")
      for words in list verify 'rekey --yes' 'erase last --yes' 'salvage --yes' "backup $HOME/new"; do
        "$A" $words $P </dev/null; echo "$words: $?"
      done
      "$A" backup "$HOME/new.tar" --unattended; echo "unattended: $?"
      ls "$HOME"/new*
      [ "$before" = "$(sha256sum <"$J/journal/journal.db")" ] && echo same
      """#)
    let codes = run.text.split(separator: "\n").filter { $0.contains(": ") }
    #expect(codes.count == 7 && codes.allSatisfy { $0.hasSuffix(": 15") }, "\(run.text) \(run.err)")
    #expect(run.text.hasSuffix("same\n") && !run.text.contains("new.tar\n"), "\(run.text)")
  }

  @Test func aBackupOfAnotherJournalIsNotJoined() async throws {
    let other = try ProgramHome()
    let run = try await run(
      #"""
      echo mine | "$A" write; "$A" list $P </dev/null >/dev/null
      HOME=\#(other.scratch.path)
      echo theirs | "$A" write; "$A" backup "$HOME/open" $P </dev/null
      "$A" backup "$HOME/sealed" --unattended
      HOME=\#(home.scratch.path)
      for kind in open sealed; do
        "$A" restore \#(other.scratch.path)/$kind --merge $P </dev/null; echo "$kind $?"
      done
      """#)
    #expect(
      run.text.contains("open 65") && run.text.contains("sealed 65"), "\(run.text) \(run.err)")
    #expect(try home.entries().compactMap(\.text) == ["mine"])
  }

  /// One entry whose date cannot be, among ten thousand: the others come in, and it is named.
  @Test func oneBrokenEntryAmongTenThousandIsNamed() async throws {
    let run = try await run(
      #"""
      python3 - >"$HOME/many.json" <<'END'
      import json
      day = lambda i: '2019-13-45' if i == 4321 else f'{2000 + i // 336}-{i // 28 % 12 + 1:02}-{i % 28 + 1:02}'
      print(json.dumps({'tags': {}, 'entries': [
        {'title': f'Entry {i}', 'body': 'Words.', 'date': day(i), 'time': '09:00', 'tags': [],
         'starred': False} for i in range(10000)]}))
      END
      "$A" import jrnl "$HOME/many.json" $P --json </dev/null >"$HOME/said"; echo "code $?"
      cat "$HOME/said"
      """#)
    #expect(run.text.contains("code 0"), "\(run.text) \(run.err)")
    #expect(run.text.contains("\"added\" : 9999"), "\(run.text)")
    #expect(run.text.contains("4322"), "the broken one is not named: \(run.text)")
    #expect(try home.entries().count == 9999)
  }
}

/// Backups that were cut short or changed on the way: never a wrong success.
@Suite struct HarmedBackupTests {
  /// `whole` is the digest of the restored journal; `try FILE` brings a harmed one back.
  static let harm = #"""
    RANDOM=$SEED; target=two; cp "$HOME/$file" "$HOME/kept"; size=$(stat -c %s "$HOME/kept")
    line='"$A" restore "$HOME/$file" --journal two $P'; both
    attempt() {
      rm -rf "$J/two" "$HOME/.local/state"; eval "$line" </dev/null >"$HOME/out" 2>&1; code=$?
      [ $code = 0 ] || { [ ! -e "$J/two" ] || echo "BAD $1: $code, and a journal"; }
      left=$(find "$J" -name '*.part'); [ -z "$left" ] || echo "BAD $1: left $left"
    }
    """#

  private static let files = ["open.age", "un.tar"]

  @Test(arguments: files)
  func aBackupCutShortMakesNothing(file: String) async throws {
    let run = try await harmed(
      file,
      #"""
      for length in 0 100 512 $((size / 2)) $((size - 4000)) $((size - 600)) $((size - 17)) $((size - 1)) \
        $((RANDOM % size)) $((RANDOM * 9 % size))
      do
        head -c $length "$HOME/kept" >"$HOME/$file"; attempt "$length of $size"
        [ $code = 65 ] || echo "BAD $length of $size: code $code: $(cat "$HOME/out")"
      done
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(run.text.contains("finished"), "\(run.err)")
  }

  @Test(arguments: files)
  func aChangedByteIsNeverAWrongSuccess(file: String) async throws {
    let run = try await harmed(
      file,
      #"""
      for at in 3 60 120 $((size - 1)) $(for i in $(seq ${ALONGSIDE_FLIPS:-8}); do
        echo $(((RANDOM * 32768 + RANDOM) % size)); done)
      do
        python3 - "$HOME/kept" "$HOME/$file" $at <<'END'
      import sys
      bytes = bytearray(open(sys.argv[1], 'rb').read()); bytes[int(sys.argv[3])] ^= 1
      open(sys.argv[2], 'wb').write(bytes)
      END
        attempt "byte $at"
        case $code in
          0) is=$(content two); [ "$is" = "$new" ] || echo "BAD byte $at: $is, not $new";;
          12 | 13 | 15 | 65) ;;
          *) echo "BAD byte $at: code $code: $(cat "$HOME/out")";;
        esac
      done
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(run.text.contains("finished"), "\(run.err)")
  }

  private func harmed(_ file: String, _ line: String) async throws -> Tool.Result {
    let home = try ProgramHome()
    try await home.ready()
    let seed = Int.random(in: 1...32000)
    print("harm to \(file): seed \(seed)")
    return try await home.shell(
      """
      SEED=\(seed); file=\(file)
      \(ProgramHome.lines)
      \(Self.harm)
      \(line)
      echo finished
      """)
  }
}
