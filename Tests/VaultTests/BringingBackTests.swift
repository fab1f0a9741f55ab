import TestSupport
import Testing
@testable import Vault

/// A backup made and brought back while the program is cut off, or the system refuses, at every step.
@Suite struct BringingBackTests {
  private let fixture: JournalFixture

  /// One entry in a backup, and the folder of its journal kept as `whole`.
  init() async throws {
    fixture = try JournalFixture()
    let run = try await fixture.shell(
      #"""
      echo "in the backup" | "$A" write && "$A" list $P && "$A" backup "$HOME/b" --yes $P
      cp -r "$J" "$HOME/whole" && cp -r "$XDG_STATE_HOME" "$HOME/whole.state"
      """#)
    #expect(run.code == 0, "\(run.err)")
  }

  private static let steps = #"""
    # Runs a command again and again, each time killed one step later, and judges what is there.
    killed() {
      for call in rename unlink fsync; do
        n=1
        while prepare
          strace -f -qq -o /dev/null -e trace=$call -e inject=$call:signal=KILL:when=$n "$A" "$@" \
            >/dev/null 2>&1; [ $? = 137 ]
        do judge "$call $n"; n=$((n + 1)); done
        echo "$call $((n - 1))"
      done
    }
    """#

  /// The machine saw the journal before: a new line of history must never meet the old anchor.
  @Test func aRestoreThatIsCutOffIsNeverTakenForAStrangersJournal() async throws {
    let run = try await fixture.shell(
      #"""
      \#(Self.steps)
      prepare() { rm -rf "$J"; }
      judge() {
        [ -e "$J/journal.db" ] || "$A" restore "$HOME/b" --journal mine $P >/dev/null 2>&1 \
          || echo "BAD restore $? at $1"
        "$A" list $P 2>&1 | grep -q "a page" || echo "BAD list at $1: $("$A" list $P 2>&1)"
      }
      killed restore "$HOME/b" --journal mine $P
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(run.text.contains("rename ") && !run.text.contains("rename 0"), "\(run.text)")
  }

  @Test func anAnchorThatCannotBeRemovedStopsARestore() async throws {
    let run = try await fixture.shell(
      #"""
      rm -rf "$J"; anchor=$(echo "$XDG_STATE_HOME"/alongside/*/anchor)
      refused EACCES unlink "$anchor" restore "$HOME/b" --journal mine $P; echo "restore $?"
      ls -A "$(dirname "$J")"; "$A" restore "$HOME/b" --journal mine $P && "$A" list $P; echo "list $?"
      """#)
    #expect(run.text.contains("restore 1\n"), "\(run.text) \(run.err)")
    #expect(run.text.contains("list 0"), "\(run.text) \(run.err)")
  }

  /// The main file is lost: whatever cuts the restore off, a page that waited comes in, and no second copy
  /// of it is left anywhere.
  @Test func pagesBesideALostFileComeInWhateverCutsItOff() async throws {
    let run = try await fixture.shell(
      #"""
      \#(Self.steps)
      prepare() {
        rm -rf "$J"* "$(dirname "$J")"/.*.part "$XDG_STATE_HOME"
        cp -r "$HOME/whole" "$J"; cp -r "$HOME/whole.state" "$XDG_STATE_HOME"
        echo "written later" | "$A" write >/dev/null 2>&1; rm "$J/journal.db"
      }
      judge() {
        [ -e "$J/journal.db" ] || "$A" restore "$HOME/b" --journal mine $P >/dev/null 2>&1 \
          || echo "BAD restore $? at $1"
        [ "$("$A" list $P 2>/dev/null | wc -l)" = 2 ] || echo "BAD list at $1: $("$A" list $P 2>&1)"
        "$A" erase last --yes $P >/dev/null 2>&1 || echo "BAD erase at $1"
        [ -z "$(find "$(dirname "$J")" -name '*.age')" ] || echo "BAD a copy is left at $1"
      }
      killed restore "$HOME/b" --journal mine $P
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("rename 0"), "\(run.text)")
  }

  /// The backup has a draft: whatever cuts the restore into a folder without its main file off, the draft
  /// opens after the next try.
  @Test(arguments: ["", "--unattended"])
  func aDraftComesBackWhateverCutsTheRestoreOff(kind: String) async throws {
    let closed = try ClosedJournal(at: fixture.place)
    let hold = try closed.beginDraft()
    try closed.save(Draft(interview: hold.interview, saved: 1, payload: [7]), in: hold)
    let run = try await fixture.shell(
      #"""
      \#(Self.steps)
      "$A" backup "$HOME/d" --yes \#(kind.isEmpty ? "$P" : kind) || echo "BAD backup $?"
      prepare() {
        rm -rf "$J"* "$(dirname "$J")"/.*.part "$XDG_STATE_HOME"
        cp -r "$HOME/whole" "$J"; cp -r "$HOME/whole.state" "$XDG_STATE_HOME"; rm "$J/journal.db"
      }
      judge() {
        [ -e "$J/journal.db" ] || "$A" restore "$HOME/d" --journal mine $P >/dev/null 2>&1 \
          || echo "BAD restore $? at $1"
        "$A" verify --json $P 2>/dev/null | tr -d ' ' | grep -q '"drafts":1' \
          || echo "BAD at $1: $("$A" verify --json $P 2>&1)"
      }
      killed restore "$HOME/d" --journal mine $P
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("rename 0"), "\(run.text)")
    withExtendedLifetime(hold) {}
  }

  /// The keys were changed after the backup: whatever cuts the restore off, no page is sealed to a key that
  /// the restored journal does not have.
  @Test func nothingIsSealedToAKeyThatIsGoneWhateverCutsTheRestoreOff() async throws {
    let run = try await fixture.shell(
      #"""
      \#(Self.steps)
      "$A" rekey --yes $P || echo "BAD rekey $?"
      rm "$J/journal.db"; cp -r "$J" "$HOME/later"; cp -r "$XDG_STATE_HOME" "$HOME/later.state"
      prepare() {
        rm -rf "$J"* "$(dirname "$J")"/.*.part "$XDG_STATE_HOME"
        cp -r "$HOME/later" "$J"; cp -r "$HOME/later.state" "$XDG_STATE_HOME"
      }
      judge() {
        want=1
        if [ -e "$J/journal.db" ] && echo late | "$A" write >/dev/null 2>&1; then want=2; fi
        [ -e "$J/journal.db" ] || "$A" restore "$HOME/b" --journal mine $P >/dev/null 2>&1 \
          || echo "BAD restore $? at $1"
        [ "$("$A" list $P 2>/dev/null | wc -l)" = $want ] || echo "BAD list at $1: $("$A" list $P 2>&1)"
      }
      killed restore "$HOME/b" --journal mine $P
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("rename 0"), "\(run.text)")
  }

  /// A draft in the folder that the restored journal does not open is moved out of the way and kept.
  @Test func aStrangersDraftDoesNotHideARestoredOne() async throws {
    let closed = try ClosedJournal(at: fixture.place)
    let hold = try closed.beginDraft()
    try closed.save(Draft(interview: hold.interview, saved: 1, payload: [7]), in: hold)
    let path = fixture.path("drafts/\(hold.interview).age")
    let other = try JournalFixture()
    let stranger = try ClosedJournal(at: other.place)
    let theirHold = try #require(try DraftHold(hold.interview, at: other.place))
    try stranger.save(
      Draft(interview: hold.interview, saved: 2, payload: [8]), in: theirHold)
    let theirs = try other.scratch.read(other.path("drafts/\(hold.interview).age"))
    _ = try await fixture.shell(#""$A" backup "$HOME/d" --yes $P; rm "$J/journal.db""#)
    _ = try fixture.scratch.write(theirs, to: path)
    let run = try await fixture.shell(#""$A" restore "$HOME/d" --journal mine $P"#)
    #expect(run.code == 0, "\(run.err)")
    #expect(try fixture.open().verify { _ in }.drafts == 1)
    let aside = fixture.scratch.names(fixture.path("inbox/aside"))
    #expect(aside.count == 1)
    #expect(try fixture.scratch.read(fixture.path("inbox/aside/\(aside[0])")) == theirs)
    withExtendedLifetime(hold) {}
  }

  /// The folder belongs to another journal: it is moved out of the way, and named for as long as it exists.
  @Test func aFolderOfAnotherJournalIsMovedAndNamed() async throws {
    let run = try await fixture.shell(
      #"""
      rm -rf "$J"; "$A" init --kit none $P 2>/dev/null; echo theirs | "$A" write; rm "$J/journal.db"
      "$A" restore "$HOME/b" --journal mine $P 2>&1; echo "restore $?"
      "$A" list $P; "$A" erase last --yes $P 2>&1
      """#)
    let folders = fixture.scratch.names("home/journals")
    #expect(folders.count == 2, "\(folders) \(run.text) \(run.err)")
    let text = run.text.replacing("\n", with: "")
    #expect(text.split(separator: "mine.before-").count == 3, "\(text)")
  }

  /// A backup is there with its small files, or nothing is.
  @Test func aBackupThatIsCutOffCanBeMadeAgain() async throws {
    let run = try await fixture.shell(
      #"""
      \#(Self.steps)
      prepare() { rm -f "$HOME"/c*; }
      judge() {
        [ ! -e "$HOME/c" ] || [ -e "$HOME/c.passphrase.age" ] || echo "BAD alone at $1"
        [ -e "$HOME/c" ] || "$A" backup "$HOME/c" --yes $P >/dev/null 2>&1 || echo "BAD $? at $1"
        "$A" verify "$HOME/c" $P >/dev/null 2>&1 || echo "BAD verify $? at $1"
      }
      killed backup "$HOME/c" --yes $P
      refused=0
      for n in $(seq 10); do
        prepare
        if strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:error=EIO:when=$n \
          "$A" backup "$HOME/c" --yes $P >/dev/null 2>&1
        then "$A" verify "$HOME/c" $P >/dev/null 2>&1 || echo "BAD verify $? at $n"
        else
          refused=$((refused + 1))
          [ -z "$(ls "$HOME"/c* 2>/dev/null)" ] || echo "BAD left at $n: $(ls "$HOME"/c*)"
        fi
      done
      echo "refused $refused"
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("refused 0"), "\(run.text)")
  }

  /// FILE was moved away and the small files stayed: a run that fails removes only what it made.
  @Test func aBackupThatFailsLeavesTheSmallFilesOfAnother() async throws {
    let run = try await fixture.shell(
      #"""
      mv "$HOME/b" "$HOME/moved"; refused=0
      for n in $(seq 10); do
        rm -f "$HOME/b"
        strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:error=EIO:when=$n \
          "$A" backup "$HOME/b" --yes $P >/dev/null 2>&1 && continue
        refused=$((refused + 1))
        [ ! -e "$HOME/b" ] || echo "BAD left at $n"
        [ -e "$HOME/b.passphrase.age" ] || echo "BAD removed at $n"
      done
      rm -f "$HOME/b"; mv "$HOME/moved" "$HOME/b"
      "$A" verify "$HOME/b" $P; echo "refused $refused, verify $?"
      """#)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("refused 0"), "\(run.text)")
    #expect(run.text.contains("verify 0"), "\(run.text) \(run.err)")
  }

  @Test func aDamagedSmallFileIsThoughtOf() async throws {
    let path = "b.passphrase.age"
    var bytes = try fixture.scratch.read(path)
    bytes[bytes.count - 5] ^= 1
    _ = try fixture.scratch.write(bytes, to: path)
    let run = try await fixture.shell(#""$A" verify "$HOME/b" $P"#)
    #expect(run.code == 12 || run.code == 65, "\(run.err)")
    if run.code == 12 { #expect(run.err.contains("small file")) }
  }
}
