import TestSupport
import Testing

extension ProgramHome {
  /// What the shell lines of these tests share.
  ///
  /// `ready` makes a journal of twenty entries and, with `backups`, both kinds of backup of one that
  /// has a hundred and twenty more; `fresh` puts the twenty back. `content NAME` is a digest of every entry in a journal
  /// that is whole, without what differs each time; `none`; or what is wrong with it.
  static let lines = #"""
    P="--passphrase-file $HOME/pw"; J="$HOME/.local/share/alongside/journals"
    entries() {
      for i in $(seq $1); do
        printf '[20%02d-03-05 09:%02d] %s %s.\nSome words about the way home, %s.\n\n' \
          $((10 + i / 60)) $((i % 60)) $2 $i $i
      done
    }
    ready() {
      entries 20 First >"$HOME/first"; entries 120 Later >"$HOME/more"; echo 'new words' >"$HOME/words"
      "$A" import jrnl "$HOME/first" $P; cp -r "$HOME/.local" "$HOME/base"
      [ "$1" = backups ] || return
      "$A" import jrnl "$HOME/more" $P
      "$A" backup "$HOME/open.age" $P; "$A" backup "$HOME/un.tar" --unattended
      fresh
    } </dev/null >/dev/null 2>&1
    fresh() { rm -rf "$HOME/.local"; cp -r "$HOME/base" "$HOME/.local"; was=$(inode); }
    inode() { stat -c %i "$J/journal/journal.db"; }
    content() {
      [ -e "$J/$1" ] || { echo none; return; }
      "$A" verify --journal $1 $P </dev/null >"$HOME/said" 2>&1 \
        || { echo "verify $?" $(cat "$HOME/said"); return; }
      "$A" list --json --journal $1 $P </dev/null >"$HOME/list" 2>"$HOME/said" \
        || { echo "list $?" $(cat "$HOME/said"); return; }
      sed -E '/"(revision|parents)"|^ *"[a-z2-7]{13}"$/d; s/("revised" : )".*"/\1"then"/' "$HOME/list" \
        | sha256sum | cut -c1-12
    }
    both() {
      fresh; old=$(content $target); fresh
      eval "$line" <"$HOME/words" >"$HOME/out" 2>&1 || echo "BAD undisturbed: $? $(cat "$HOME/out")"
      new=$(content $target)
    }
    """#

  /// Makes the journal and, where they are used, the backups.
  func ready(withBackups: Bool = true) async throws {
    _ = try await shell("\(Self.lines)\nready \(withBackups ? "backups" : "")")
  }
}

/// A command that changes a journal, for tests that cut it off.
struct Change: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// The journal that it makes or changes.
  var target = "journal"
  let line: String
  var usesBackups: Bool { line.contains("restore") }

  static let all = [
    Change(testDescription: "rekey", line: #""$A" rekey --yes $P"#),
    Change(testDescription: "salvage", line: #""$A" salvage --yes $P"#),
    Change(testDescription: "erase", line: #""$A" erase last --yes $P"#),
    Change(testDescription: "everywhere", line: #""$A" erase last --everywhere --yes $P"#),
    Change(testDescription: "revise", line: #""$A" revise last $P"#),
    Change(testDescription: "import", line: #""$A" import jrnl "$HOME/more" $P"#),
    Change(testDescription: "merge", line: #""$A" restore "$HOME/open.age" --merge $P"#),
    Change(
      testDescription: "restore", target: "two",
      line: #""$A" restore "$HOME/open.age" --journal two $P"#),
    Change(
      testDescription: "unattended", target: "two",
      line: #""$A" restore "$HOME/un.tar" --journal two $P"#),
  ]
}

/// Changes that are killed with `kill -9`: the journal is the old one or the new one, never neither.
///
/// `ALONGSIDE_KILL_EVERY=1` kills at every step instead of at some (a quarter of an hour),
/// `ALONGSIDE_KILL_ROUNDS` says how many moments are tried, and `ALONGSIDE_KILL_SEED` repeats a run.
@Suite struct ChangeKillTests {
  /// Kills before the nth rename, sync, write and so on, and after a part of the usual time.
  static let kills = #"""
    old=0; new=0; every=${ALONGSIDE_KILL_EVERY:-18}; RANDOM=$SEED
    # Long changes rename on both sides of the step that counts; short ones only once.
    case $line in *rekey* | *salvage* | *two*) few=$(((every + 8) / 9));; *) few=1;; esac
    judge() {
      is=$(content $target)
      # New keys alone are seen by the file: it is another one.
      if [ "$is" = "$before" ] && { [ $before != $after ] || [ $(inode) = $was ]; }
      then old=$((old + 1))
      elif [ "$is" = "$after" ]; then new=$((new + 1))
      else echo "BAD at $1: $is"; fi
      [ $target = journal ] || "$A" verify --journal journal $P </dev/null >/dev/null 2>&1 \
        || echo "BAD at $1: the journal beside it"
    }
    steps() {
      for call in rename link fsync fdatasync unlink rmdir pwrite64; do
        case $call in rename | link) by=$few;; pwrite64) by=$((every * 3));; *) by=$every;; esac
        n=$((1 + RANDOM % by))
        while fresh
          eval "strace -f -qq -o /dev/null -e trace=$call -e inject=$call:signal=KILL:when=$n $line" \
            <"$HOME/words" >"$HOME/out" 2>&1; code=$?
          [ $code = 137 ]
        do judge "$call $n"; n=$((n + by)); done
        [ $code = 0 ] || echo "BAD: $code with strace, $call $n: $(cat "$HOME/out")"
      done
    }
    moments() {
      fresh; start=$(date +%s%N); eval "$line" <"$HOME/words" >/dev/null 2>&1
      took=$((($(date +%s%N) - start) / 1000000))
      for i in $(seq ${ALONGSIDE_KILL_ROUNDS:-2}); do
        fresh; at=$((took * (30 + RANDOM % 80) / 100))
        eval "timeout -s KILL $(printf %d.%03d $((at / 1000)) $((at % 1000))) $line" \
          <"$HOME/words" >/dev/null 2>&1
        judge "$at of $took ms"
      done
    }
    """#

  @Test(arguments: Change.all)
  func theJournalIsTheOldOneOrTheNew(change: Change) async throws {
    let home = try ProgramHome()
    try await home.ready(withBackups: change.usesBackups)
    let run = try await home.shell(
      """
      SEED=${ALONGSIDE_KILL_SEED:-\(Int.random(in: 1...32000))}; echo "seed $SEED"
      \(ProgramHome.lines)
      target=\(change.target); line='\(change.line)'
      \(Self.kills)
      both; before=$old; after=$new; old=0
      new=0; steps; echo "steps: $old old, $new new"; seen=$((old * new))
      old=0; new=0; moments; echo "moments: $old old, $new new"
      echo "left: $(find "$HOME/.local" -name '*.part' | wc -l)"
      # Whatever was cut off, the same command then succeeds, or was done already.
      [ "$(content $target)" = "$after" ] || { eval "$line" <"$HOME/words" >"$HOME/out" 2>&1; echo "then $?"
        [ "$(content $target)" = "$after" ] || echo "BAD afterwards"; }
      [ $seen != 0 ] || echo "not both were seen"
      """)
    print("\(change.testDescription): \(run.text.split(separator: "\n").joined(separator: ", "))")
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("not both were seen"), "the steps miss one of the two outcomes")
    #expect(!run.text.contains("then 1"), "\(run.text)")
    #expect(run.text.contains("moments: "), "\(run.err)")
  }

  /// A rekey that was killed leaves a whole new journal under another name, which the same words
  /// open: it must not outlive the erasing of what is in it.
  @Test func whatAKilledRekeyLeftIsGoneOnceAnEntryIsErased() async throws {
    let home = try ProgramHome()
    try await home.ready(withBackups: false)
    let run = try await home.shell(
      #"""
      \#(ProgramHome.lines)
      parts() { find "$J" -name '*.part' -size +8k | wc -l; }
      for n in $(seq 20); do
        fresh
        strace -f -qq -o /dev/null -e trace=rename -e inject=rename:signal=KILL:when=$n \
          "$A" rekey --yes $P </dev/null >/dev/null 2>&1 || true
        [ $(parts) = 0 ] || break
      done
      echo "left $(parts)"
      "$A" erase last --everywhere --yes $P </dev/null >/dev/null 2>&1
      echo "then $(parts)"
      """#)
    #expect(run.text.contains("left 1"), "\(run.text) \(run.err)")
    #expect(run.text.contains("then 0"), "the erased entry can still be opened")
  }

  /// A restore that was killed leaves a folder beside the journals; the next one takes it away.
  @Test func whatAKilledRestoreLeftDoesNotPileUp() async throws {
    let home = try ProgramHome()
    try await home.ready()
    let run = try await home.shell(
      #"""
      \#(ProgramHome.lines)
      for i in 1 2 3; do
        strace -f -qq -o /dev/null -e trace=rename -e inject=rename:signal=KILL:when=2 \
          "$A" restore "$HOME/open.age" --journal two $P </dev/null >/dev/null 2>&1
      done
      "$A" restore "$HOME/open.age" --journal two $P </dev/null >/dev/null 2>&1; echo "code $?"
      echo "left $(find "$J" -maxdepth 1 -name '*.part' | wc -l)"
      """#)
    #expect(run.text.contains("code 0"), "\(run.text) \(run.err)")
    #expect(run.text.contains("left 0"), "\(run.text)")
  }
}
