import Practice
import TestSupport
import Testing

/// Processes that are killed, that run together, and that meet a full disk or a closed folder.
@Suite(.serialized) struct KillTests {
  let home: ProgramHome

  init() throws {
    home = try ProgramHome()
  }

  /// Four writers, 250 pages each, every one at risk of `kill -9` at a random moment, while a fifth
  /// process opens the journal again and again.
  ///
  /// What was said to be kept is there, once.
  @Test func everyPageThatWasKeptIsReadBackOnce() async throws {
    let writer = """
      RANDOM=$N
      for i in $(seq 250); do
        text="writer $N page $i"
        if printf '%s\\n' "$text" \\
          | timeout -s KILL 0.$(printf %03d $((RANDOM % 500))) "$A" write >/dev/null 2>&1
        then echo "$text"; fi
      done
      """
    let opener = """
      for i in $(seq 40); do "$A" list --limit 1 --passphrase-file "$HOME/pw" </dev/null; done
      """
    let home = home
    let kept = try await withThrowingTaskGroup(of: String.self) { group in
      for number in 1...4 {
        group.addTask { try await home.shell("N=\(number); \(writer)").text }
      }
      group.addTask {
        _ = try await home.shell(opener)
        return ""
      }
      return try await group.reduce(into: []) { all, text in
        all += text.split(separator: "\n").map(String.init)
      }
    }
    let read = try home.entries().compactMap(\.text)
    #expect(Set(read).count == read.count, "a page stands twice")
    #expect(Set(kept).isSubset(of: read), "a page that was kept is gone")
    #expect(!kept.isEmpty && kept.count < 1000, "\(kept.count) of 1000 were kept")
    print("kept \(kept.count) of 1000, read back \(read.count)")
  }

  @Test func aFullDiskLosesNothing() async throws {
    let run = try await home.shell(
      """
      cat > "$HOME/full.sh" <<'END'
      mount -t tmpfs -o size=600k tmpfs "$HOME/disk" || exit 99
      cp -r "$HOME/.local" "$HOME/disk/"
      export HOME="$HOME/disk"
      count=0
      while :; do
        printf 'page %s\\n' $count | "$A" write >/dev/null 2>"$HOME/../said" || { code=$?; break; }
        count=$((count + 1))
      done
      echo "code $code"; echo "kept $count"
      rm -f "$HOME/../out"; cp -r "$HOME/.local" "$HOME/../out"
      END
      mkdir "$HOME/disk" && unshare -rm sh "$HOME/full.sh"; cat "$HOME/said"
      """)
    let lines = run.text.split(separator: "\n").map(String.init)
    #expect(lines.first == "code 1", "\(run.text) \(run.err)")
    // The sentence may be wrapped anywhere.
    #expect(run.text.replacing("\n", with: " ").contains("No space left on device"))
    let kept = try #require(lines.first { $0.hasPrefix("kept ") }.flatMap { Int($0.dropFirst(5)) })
    #expect(kept > 10)
    _ = try await home.shell("rm -r $HOME/.local && mv $HOME/out $HOME/.local")
    #expect(try home.entries().count == kept)
  }

  /// At the terminal a full disk ends nothing: answers stay until there is room.
  @Test func aFullDiskAtTheTerminalKeepsTheAnswers() async throws {
    _ = try await home.shell(
      """
      mkdir "$HOME/disk"; cat > "$HOME/full.sh" <<'END'
      mount -t tmpfs -o size=400k tmpfs "$HOME/disk" || exit 99
      cp -r "$HOME/.local" "$HOME/disk/"
      outer=$HOME; export HOME="$HOME/disk"
      dd if=/dev/zero of="$HOME/fill" bs=1k 2>/dev/null
      (while [ ! -e "$outer/room" ]; do sleep 0.05; done; rm "$HOME/fill"; touch "$outer/made") &
      "$A" reflect core/daily-three --packs "$PACKS"; code=$?
      cp -r "$HOME/.local" "$outer/out"; exit $code
      END
      """)
    let screen = try await TmuxScreen(
      "unshare -rm sh $HOME/full.sh", environment: home.environment)
    try await screen.see("1 of 4")
    try await screen.type("words on a full disk")
    try await screen.type(".")
    try await screen.see("could not be put aside yet")
    try await screen.type("/save")
    try await screen.see("It could not be put aside")
    try await screen.type("/stop")
    try await screen.see("Keep this")
    try await screen.type("keep")
    try await screen.see("It could not be sealed")
    _ = try await home.shell(
      "touch $HOME/room; while [ ! -e $HOME/made ]; do sleep 0.05; done")
    try await screen.type("keep")
    try await screen.see("Kept, and sealed.")
    try await screen.type("later")
    try await screen.type("no")
    try await screen.see("ENDED 0")
    try await screen.close()
    _ = try await home.shell("rm -r $HOME/.local && mv $HOME/out $HOME/.local")
    #expect(
      try home.entries().first?.answers.first?.value == .words("words on a full disk"))
  }

  @Test func aFolderThatCannotBeWrittenIsReadAndNotAsked() async throws {
    _ = try await home.shell(
      "echo before | $A write; $A list --passphrase-file $HOME/pw </dev/null")
    _ = try await home.shell("echo waiting | $A write")
    let run = try await home.shell(
      """
      cat > "$HOME/closed.sh" <<'END'
      mount --bind "$HOME/.local/share" "$HOME/.local/share" || exit 99
      mount -o remount,bind,ro "$HOME/.local/share" || exit 99
      echo never | "$A" write; echo "write $?"
      "$A" list --passphrase-file "$HOME/pw" </dev/null; echo "list $?"
      "$A" show last --passphrase-file "$HOME/pw" </dev/null; echo "show $?"
      END
      unshare -rm sh "$HOME/closed.sh" 2>&1
      """)
    #expect(run.text.contains("write 1"), "\(run.text)")
    #expect(run.text.contains("nothing can be written in"))
    #expect(run.text.contains("list 0"))
    #expect(run.text.contains("waiting"), "a page that waits is read where it lies")
    #expect(run.text.contains("show 0"))
    #expect(try home.entries().compactMap(\.text) == ["before", "waiting"])
  }

  /// A change that was cut off has to be played back before anything can be read; where the folder
  /// cannot be written, that happens in a copy in memory, which leaves nothing behind.
  @Test func aChangeCutOffIsPlayedBackWhereNothingCanBeWritten() async throws {
    _ = try await home.shell(
      "echo before | $A write; $A list --passphrase-file $HOME/pw </dev/null")
    let run = try await home.shell(
      """
      cat > "$HOME/cut.py" <<'END'
      import os, sqlite3, sys
      c = sqlite3.connect(sys.argv[1], isolation_level=None)
      c.execute('PRAGMA cache_size = 2')
      c.execute('BEGIN IMMEDIATE')
      c.execute('UPDATE record SET box = zeroblob(length(box))')
      for i in range(200):
          c.execute('INSERT INTO head VALUES (?, zeroblob(20000))', (1000 + i,))
      os._exit(9)
      END
      cat > "$HOME/closed.sh" <<'END'
      mount --bind "$HOME/.local/share" "$HOME/.local/share" || exit 99
      mount -o remount,bind,ro "$HOME/.local/share" || exit 99
      "$A" show last --passphrase-file "$HOME/pw" </dev/null; echo "show $?"
      END
      J="$HOME/.local/share/alongside/journals/journal/journal.db"
      python3 "$HOME/cut.py" "$J"; ls "$J-journal"
      mkdir -m 700 "$HOME/run"; export XDG_RUNTIME_DIR="$HOME/run"
      unshare -rm sh "$HOME/closed.sh" 2>&1; ls "$HOME/run" | wc -l
      """)
    #expect(run.text.contains("journal.db-journal"), "\(run.text) \(run.err)")
    #expect(run.text.contains("before"), "\(run.text)")
    #expect(run.text.contains("show 0"))
    #expect(run.text.hasSuffix("\n0\n"), "a copy was left in memory")
    #expect(try home.entries().compactMap(\.text) == ["before"])
  }

  @Test func aJournalHeldAloneIsInUse() async throws {
    let run = try await home.shell(
      """
      exec 9>"$HOME/.local/share/alongside/journals/journal/lock"; flock -x 9
      "$A" list --passphrase-file "$HOME/pw" </dev/null 9>&-; echo "code $?"
      echo still | "$A" write 9>&-; echo "code $?"
      """)
    #expect(run.text.contains("code 11"), "\(run.text) \(run.err)")
    #expect(run.text.hasSuffix("code 0\n"), "writing needs no lock")
  }
}
