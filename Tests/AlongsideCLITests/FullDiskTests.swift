import TestSupport
import Testing

/// A command that meets a full disk, with how many kilobytes are left to it each time.
struct Shortage: Sendable, CustomTestStringConvertible {
  let change: Change
  /// The failure of each hits another point; `ALONGSIDE_ROOM="4 8 12 16"` tries others.
  let room: [Int]

  var testDescription: String { change.testDescription }

  /// An entry is named by its id here: a second `erase last` would erase another one.
  static let all: [Shortage] =
    Change.all.compactMap { change in
      switch change.testDescription {
      case "rekey", "salvage": Shortage(change: change, room: [4, 180])
      case "revise": Shortage(change: change, room: [20])
      case "import", "merge": Shortage(change: change, room: [80])
      case "restore": Shortage(change: change, room: [8, 200])
      case "unattended": Shortage(change: change, room: [100, 260])
      default: nil
      }
    }
    + [
      Shortage(
        change: Change(testDescription: "erase", line: #""$A" erase $ID --yes $P"#), room: [4, 20]),
      Shortage(
        change: Change(
          testDescription: "everywhere", line: #""$A" erase $ID --everywhere --yes $P"#),
        room: [8, 180]),
      Shortage(
        change: Change(testDescription: "backup", line: #""$A" backup "$HOME/x.age" $P"#),
        room: [4, 20]),
      Shortage(
        change: Change(testDescription: "copy", line: #""$A" backup "$HOME/x.tar" --unattended"#),
        room: [4, 160]),
    ]
}

/// A disk that is full in the middle of a change: a plain sentence, the old journal whole, no half
/// of anything; and with room, the same command succeeds.
@Suite struct FullDiskTests {
  /// Runs inside a mount namespace of its own.
  static let tries = #"""
    mount -t tmpfs -o size=3m tmpfs "$HOME/disk" || exit 99
    cp -r "$HOME/base" "$HOME/pw" "$HOME/words" "$HOME/more" "$HOME/disk/"
    cp "$HOME"/open.age* "$HOME/un.tar" "$HOME/disk/" 2>/dev/null
    outer=$HOME; HOME="$HOME/disk"; P="--passphrase-file $HOME/pw"
    J="$HOME/.local/share/alongside/journals"
    ID=$(fresh; "$A" list --json --limit 1 $P </dev/null | sed -n 's/.*"id" : "\(.*\)",/\1/p')
    leftovers() { find "$HOME" -name '*.part' -o -name '*-journal' -o -name 'x.*'; }
    both; rm -f "$HOME"/x.*
    for room in ${ALONGSIDE_ROOM:-$ROOM}; do
      rm -f "$HOME/fill"; fresh
      free=$(($(df --output=avail -k "$HOME" | tail -1) - room))
      dd if=/dev/zero of="$HOME/fill" bs=1k count=$free 2>/dev/null
      eval "$line" <"$HOME/words" >"$outer/out" 2>&1; code=$?
      says=$(tr '\n' ' ' <"$outer/out")
      [ $code != 0 ] || [ "$(content $target)" != "$new" ] || { echo "enough: $room"; continue; }
      [ $code = 1 ] || { echo "BAD with $room: code $code: $says"; continue; }
      case $says in *'No space left on device'* | *'is full'*) ;; *) echo "BAD words with $room: $says";; esac
      left=$(leftovers); [ -z "$left" ] || echo "BAD left with $room: $left"
      "$A" verify --journal journal $P </dev/null >/dev/null 2>&1 || echo "BAD verify with $room: $?"
      rm "$HOME/fill"; is=$(content $target)
      if [ "$is" = "$old" ]; then
        eval "$line" <"$HOME/words" >"$outer/out" 2>&1 || echo "BAD again after $room: $(cat "$outer/out")"
      else
        case $says in *rased*) echo "erased with $room: $says";; *) echo "BAD with $room: done, and not said: $says";; esac
      fi
      is=$(content $target); [ "$is" = "$new" ] || echo "BAD after $room: $is, not $new"
      rm -f "$HOME"/x.*
    done
    echo finished
    """#

  /// A terminal that goes away while the disk is full: the reserve makes room for the last words.
  @Test(arguments: ["hang up", "close"])
  func theLastWordsAreSealedOnAFullDisk(way: String) async throws {
    let home = try ProgramHome()
    let script = #"""
      mount -t tmpfs -o size=4m tmpfs "$HOME/disk" || exit 99
      cp -r "$HOME/.local" "$HOME/pw" "$HOME/talk.py" "$HOME/disk/"; export HOME="$HOME/disk"
      python3 -B "$HOME/talk.py" "$WAY" "$A" write
      ls "$HOME/.local/share/alongside/journals/journal" | grep reserve && echo "reserve is there"
      rm "$HOME/fill"
      python3 -B "$HOME/talk.py" read "$A" reflect --resume --passphrase-file "$HOME/pw"
      """#
    _ = try home.scratch.write(Array(script.utf8), to: "last.sh")
    _ = try home.scratch.write(Array(Self.talk.utf8), to: "talk.py")
    let run = try await home.shell(
      "mkdir \"$HOME/disk\"; export WAY='\(way)'; unshare -rm bash \"$HOME/last.sh\"")
    #expect(run.text == "full\nfound\n", "\(run.text) \(run.err)")
  }

  /// Talks to a program on a terminal of its own: types, fills the disk, types on and goes away; or
  /// reads until the last words are there.
  private static let talk = #"""
    import os, pty, select, signal, sys
    way, program, disk = sys.argv[1], sys.argv[2:], os.environ["HOME"]
    pid, fd = pty.fork()
    if pid == 0:
        os.execv(program[0], program)
    out = b""
    def until(words):
        global out
        while words not in out:
            assert select.select([fd], [], [], 60)[0], out
            out += os.read(fd, 65536)
    if way == "read":
        until(b"the last words")
        print("found")
        os.write(fd, b"\x03")
        sys.exit()
    until(b"> ")
    out = b""
    os.write(fd, b"a first line\r")
    until(b"> ")
    with open(disk + "/fill", "wb", buffering=0) as fill:
        try:
            while True:
                fill.write(b"x" * 1024)
        except OSError:
            print("full")
    os.write(fd, b"the last words")
    until(b"the last words")
    if way == "close":
        os.close(fd)
    else:
        os.kill(pid, signal.SIGHUP)
    os.waitpid(pid, 0)
    """#

  /// A page that cannot be taken in for want of room is there, and what cannot be done is said.
  @Test func aWaitingPageIsNotToldAsMissing() async throws {
    let home = try ProgramHome()
    let script = #"""
      mount -t tmpfs -o size=3m tmpfs "$HOME/disk" || exit 99
      cp -r "$HOME/.local" "$HOME/pw" "$HOME/disk/"; HOME="$HOME/disk"; P="--passphrase-file $HOME/pw"
      echo first | "$A" write >/dev/null; "$A" list $P </dev/null >/dev/null
      echo second | "$A" write >/dev/null
      dd if=/dev/zero of="$HOME/fill" bs=1k 2>/dev/null
      "$A" history last $P </dev/null; echo "history $?"
      for line in "tag last --add x" "erase last --yes"; do "$A" $line $P </dev/null; echo "$line $?"; done
      rm "$HOME/fill"; "$A" tag last --add x $P </dev/null; "$A" list $P </dev/null
      """#
    _ = try home.scratch.write(Array(script.utf8), to: "waiting.sh")
    let run = try await home.shell("mkdir \"$HOME/disk\"; unshare -rm bash \"$HOME/waiting.sh\"")
    for line in ["second\nhistory 0", "tag last --add x 1", "erase last --yes 1", "a page #x"] {
      #expect(run.text.contains(line), "\(line): \(run.text) \(run.err)")
    }
    #expect(run.err.contains("is kept, but could not be taken"), "\(run.err)")
    #expect(!run.err.contains("there is no entry"))
  }

  @Test(arguments: Shortage.all)
  func aFullDiskLeavesTheOldJournal(shortage: Shortage) async throws {
    let home = try ProgramHome()
    try await home.ready(withBackups: shortage.change.usesBackups)
    let script = """
      \(ProgramHome.lines)
      target=\(shortage.change.target); line='\(shortage.change.line)'
      ROOM="\(shortage.room.map(String.init).joined(separator: " "))"
      \(Self.tries)
      """
    _ = try home.scratch.write(Array(script.utf8), to: "full.sh")
    let run = try await home.shell(
      "mkdir \"$HOME/disk\"; unshare -rm bash \"$HOME/full.sh\"; echo \"code $?\"")
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(run.text.contains("finished"), "\(run.text) \(run.err)")
  }
}
