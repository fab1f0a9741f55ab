import TestSupport
import Testing

/// What was erased is nowhere in the journal's file: not as SQLite keeps it, and not in a copy that it
/// left behind when it moved something from page to page.
@Suite struct ResidueTests {
  /// `stale` names the entries of which the file holds a second copy of some bytes; `count` says how
  /// often bytes that were noted before stand in the file.
  private static let lines = #"""
    cat >"$HOME/look.py" <<'END'
    import base64, sqlite3, sys
    path, what, notes = sys.argv[1:4]
    data = open(path, 'rb').read()
    if what == 'stale':
        rows = sqlite3.connect(f'file:{path}?mode=ro', uri=True).execute('SELECT entry, box FROM record')
        with open(notes, 'w') as out:
            for entry, box in rows:
                for start in range(40, len(box) - 48, 48):
                    if data.count(box[start:start + 48]) > 1:
                        name = base64.b32encode((entry % (1 << 64)).to_bytes(8, 'big')).decode()
                        print(name.rstrip('=').lower())
                        out.write(box[start:start + 48].hex() + '\n')
                        break
    else:
        print(sum(data.count(bytes.fromhex(line)) for line in open(notes).read().split()))
    END
    look() { python3 "$HOME/look.py" "$J/journal/journal.db" $1 "$HOME/notes"; }
    """#

  /// Imports of entries of many lengths, between which pages split, leave copies behind: the entries of
  /// which there are some are erased.
  @Test func copiesThatWereLeftBehindGoAsWell() async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      #"""
      \#(ProgramHome.lines)
      \#(Self.lines)
      batch() {
        python3 -c 'import random, sys; random.seed(int(sys.argv[1]))
      for i in range(60):
        words = " ".join(random.choice(["rain", "river", "home", "walk"]) for _ in range(random.randrange(5, 700)))
        print(f"[2020-01-{i % 28 + 1:02} 09:{i:02}] Batch {sys.argv[1]} {i}.\n{words}\n")' $1
      }
      for number in $(seq 24); do
        batch $number >"$HOME/batch"; "$A" import jrnl "$HOME/batch" $P </dev/null >/dev/null 2>&1
        look stale >"$HOME/stale"; [ $(wc -l <"$HOME/stale") -lt 3 ] || break
      done
      echo "stale $(wc -l <"$HOME/stale") after $number"; echo "before $(look count)"
      for id in $(cat "$HOME/stale"); do "$A" erase $id --yes $P </dev/null >/dev/null 2>&1 || echo BAD; done
      echo "left $(look count)"; ls "$J/journal"
      "$A" verify $P </dev/null
      """#)
    print(run.text.split(separator: "\n").joined(separator: ", "))
    #expect(!run.text.contains("stale 0 "), "nothing to look for: \(run.text) \(run.err)")
    #expect(!run.text.contains("before 0\n") && !run.text.contains("BAD"), "\(run.text)")
    #expect(run.text.contains("left 0\n"), "\(run.text)")
    #expect(!run.text.contains("untidy") && run.text.contains("Everything is whole"), "\(run.text)")
  }
}
