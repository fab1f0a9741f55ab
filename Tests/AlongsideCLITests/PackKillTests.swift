import TestSupport
import Testing

/// Changes of the installed packs that are killed with `kill -9` before each of their steps: the old
/// version is in use or the new one, whole, and the same command then succeeds.
@Suite struct PackKillTests {
  /// `fresh` puts back what `ready` left: no pack for an install, revision 2 over 1 for the others.
  private static let lines = #"""
    P="$HOME/.local/share/alongside/installed"
    pack() {
      mkdir -p "$HOME/circle/prompts"
      printf 'schema: alongside.pack/1\nid: org.example.circle\nversion: 0.%s.0\nrevision: %s\n' \
        $1 $1 >"$HOME/circle/pack.yaml"
      printf 'name: Circle\nlicence: CC0-1.0\ndefault_locale: en\n' >>"$HOME/circle/pack.yaml"
      printf 'schema: alongside.prompt/1\nid: end\ntitle: The end\nsource: Us\nsteps:\n' \
        >"$HOME/circle/prompts/end.yaml"
      printf '  - {id: good, ask: "What was good, the %s. time?"}\n' $1 >>"$HOME/circle/prompts/end.yaml"
      "$A" packs build "$HOME/circle" --to "$HOME/$1.tar" </dev/null
    }
    install() { "$A" packs install "$HOME/$1.tar" --unsigned --yes </dev/null; }
    ready() {
      { pack 1; pack 2; mkdir -p "$P"; [ $before = none ] || install 1; [ $before != 2 ] || install 2
      } >"$HOME/said" 2>&1 || cat "$HOME/said"
      cp -r "$HOME/.local" "$HOME/base"
    }
    fresh() { chmod -R u+w "$HOME/.local"; rm -rf "$HOME/.local"; cp -r "$HOME/base" "$HOME/.local"; }
    # The revision in use, by the list and by the question that it asks; or what is wrong.
    state() {
      "$A" packs list --json </dev/null >"$HOME/list" 2>"$HOME/said" || echo "list $?"
      cat "$HOME/said"
      is=$(sed -n '/circle/,/}/s/.*"revision" : \([0-9]*\).*/\1/p' "$HOME/list")
      [ "$is" ] || { echo none; return; }
      "$A" prompts show end 2>&1 </dev/null | grep -q "the $is. time" && echo "$is" || echo "not asked"
    }
    steps() {
      for call in mkdir write fsync rename unlink rmdir; do
        n=1
        while fresh
          strace -f -qq -o /dev/null -e trace=$call -e inject=$call:signal=KILL:when=$n \
            "$A" packs $line </dev/null >"$HOME/out" 2>&1; code=$?
          [ $code = 137 ]
        do
          case $(state) in
            $before) old=$((old + 1));;
            $after) new=$((new + 1));;
            *) echo "BAD at $call $n: $(state)";;
          esac
          [ "$(state)" = $after ] || "$A" packs $line </dev/null >"$HOME/out" 2>&1
          [ "$(state)" = $after ] || echo "BAD after $call $n: $(cat "$HOME/out")"
          n=$((n + 1))
        done
        [ $code = 0 ] || echo "BAD: $code with strace, $call $n: $(cat "$HOME/out")"
      done
    }
    """#

  /// A change, what is in use before it, and what after.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let line: String
    let before: String
    let after: String
  }

  @Test(arguments: [
    Case(
      testDescription: "install", line: "install $HOME/1.tar --unsigned --yes", before: "none",
      after: "1"),
    Case(
      testDescription: "update", line: "update $HOME/2.tar --unsigned --yes", before: "1",
      after: "2"),
    Case(
      testDescription: "rollback", line: "rollback org.example.circle --to 1", before: "2",
      after: "1"),
    Case(
      testDescription: "remove", line: "remove org.example.circle --yes", before: "2",
      after: "none"),
  ])
  func theOldVersionOrTheNew(change: Case) async throws {
    let home = try ProgramHome()
    let run = try await home.shell(
      """
      \(Self.lines)
      before=\(change.before) after=\(change.after) line="\(change.line)"; old=0; new=0
      ready; fresh; [ "$(state)" = $before ] || echo "BAD beginning: $(state)"
      "$A" packs $line </dev/null >"$HOME/out" 2>&1 || echo "BAD undisturbed: $(cat "$HOME/out")"
      [ "$(state)" = $after ] || echo "BAD end: $(state)"
      steps; echo "$old old, $new new"
      # One more change sweeps what those that were cut off left behind.
      echo "left: $(find "$P" -name '*.part' | wc -l)"
      """)
    print("\(change): \(run.text.split(separator: "\n").joined(separator: ", "))")
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(run.text.contains(" old, ") && !run.text.contains("0 old, "), "\(run.text)")
    #expect(!run.text.contains(" 0 new") && run.text.contains("left: 0"), "\(run.text)")
  }
}
