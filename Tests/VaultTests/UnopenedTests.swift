import Age
import TestSupport
import Testing
import Vault

/// Files that the system refuses to read, and drafts that are damaged: named, and left where they are.
@Suite struct UnopenedTests {
  private let fixture: JournalFixture

  /// One entry, written and taken in by the program, so that it can read it back.
  init() async throws {
    fixture = try JournalFixture()
    let run = try await fixture.shell(#"echo base | "$A" write && "$A" list $P"#)
    #expect(run.code == 0, "\(run.err)")
  }

  /// Writes a page with the program and returns the name of its file.
  private func page() async throws -> String {
    let run = try await fixture.shell(#"echo acknowledged | "$A" write"#)
    #expect(run.code == 0, "\(run.err)")
    return try #require(names("inbox").first { $0.hasSuffix(".age") })
  }

  private func names(_ folder: String) -> [String] { fixture.scratch.names(fixture.path(folder)) }

  /// One refused call proves nothing about a page.
  @Test(arguments: [
    ("EACCES", "openat"), ("EIO", "openat"), ("ENOMEM", "openat"), ("ELOOP", "openat"),
    ("EIO", "read"), ("EIO", "newfstatat"), ("EIO", "fstat,newfstatat"),
  ])
  func aPageThatCannotBeReadStays(error: String, call: String) async throws {
    let name = try await page()
    let run = try await fixture.shell(
      """
      page="$J/inbox/\(name)"
      refused \(error) \(call) "$page" list $P; echo "list $?"
      refused \(error) \(call) "$page" verify $P; echo "verify $?"
      refused \(error) \(call) "$page" backup "$HOME/b" --yes $P; echo "backup $?"
      refused \(error) \(call) "$page" backup "$HOME/u" --unattended; echo "copy $?"
      """)
    let said = run.err.replacing("\n", with: " ")
    #expect(run.text.contains("list 0"), "\(run.text) \(said)")
    #expect(said.contains("- inbox/\(name): cannot be read: "), "\(said)")
    #expect(run.text.contains("Not everything could be read."), "\(run.text)")
    #expect(run.text.contains("verify 1"), "\(run.text)")
    #expect(run.text.contains("backup 1"), "\(run.text)")
    #expect(run.text.contains("copy 1"), "\(run.text)")
    #expect(said.contains("Not in it: - inbox/\(name)"), "\(said)")
    #expect(names("inbox").contains(name), "it was moved")
    let after = try await fixture.shell(#"rm "$HOME"/[bu]*; "$A" show last $P; "$A" verify $P"#)
    #expect(after.text.contains("acknowledged") && after.code == 0, "\(after.text) \(after.err)")
  }

  /// A page that is in the journal and whose file cannot be removed keeps no change of keys from being made.
  @Test func aFileThatCannotBeRemovedStopsNoChangeOfKeys() async throws {
    let name = try await page()
    let run = try await fixture.shell(
      """
      for i in 1 2 3; do
        refused EPERM unlink "$J/inbox/\(name)" rekey --yes $P || echo "BAD $?"
      done
      """)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(run.err.contains("Operation not permitted"), "\(run.err)")
    #expect(names("inbox") == [name])
    let after = try await fixture.shell(#""$A" list $P"#)
    #expect(after.text.split(separator: "\n").count == 2, "\(after.text) \(after.err)")
    #expect(names("inbox") == [])
  }

  /// One passing error while a backup without a passphrase is brought back: it is refused, or all of it is
  /// there.
  @Test func aPassingErrorLosesNothingOfABackup() async throws {
    _ = try await page()
    _ = try draft()
    let run = try await fixture.shell(
      """
      "$A" backup "$HOME/u" --unattended || echo "BAD backup $?"
      two="$(dirname "$J")/two"; refused=0; whole=0
      strace -f -qq -o "$HOME/calls" -e trace=openat "$A" restore "$HOME/u" --journal two $P
      # Before that the program does not know yet what it was asked for.
      first=$(grep -n "$HOME/u" "$HOME/calls" | head -1 | cut -d: -f1)
      for n in $(seq $first $(grep -c openat "$HOME/calls")); do
        rm -rf "$two"
        strace -f -qq -o /dev/null -e trace=openat -e inject=openat:error=EIO:when=$n \
          "$A" restore "$HOME/u" --journal two $P >/dev/null 2>&1 \
          || { refused=$((refused + 1)); continue; }
        whole=$((whole + 1))
        "$A" verify --json --journal two $P 2>/dev/null | tr -d ' \\n' | grep -q '"drafts":1' \
          && [ "$("$A" list --journal two $P 2>/dev/null | wc -l)" = 2 ] || echo "BAD at $n"
      done
      echo "refused $refused whole $whole"
      """)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("refused 0") && !run.text.contains("whole 0"), "\(run.text)")
  }

  /// Whatever cannot be read may need any key that the journal had.
  @Test func changesOfKeysKeepWhatAnUnreadPageNeeds() async throws {
    let name = try await page()
    let run = try await fixture.shell(
      """
      for i in 1 2 3; do
        refused EIO openat "$J/inbox/\(name)" rekey --yes $P || echo "BAD $?"
      done
      """)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    let after = try await fixture.shell(#""$A" show last $P"#)
    #expect(after.text.contains("acknowledged"), "\(after.text) \(after.err)")
  }

  /// A folder that another account made.
  @Test(arguments: ["inbox", "inbox/aside", "drafts"])
  func aFolderThatCannotBeListedIsNamed(folder: String) async throws {
    _ = try fixture.scratch.write([1], to: fixture.path("inbox/junk.age"))
    try fixture.takeIn()
    let run = try await fixture.shell(
      """
      refused EACCES openat "$J/\(folder)" verify $P; echo "verify $?"
      refused EACCES openat "$J/\(folder)" list $P >/dev/null || echo "BAD $?"
      refused EACCES openat "$J/\(folder)" rekey --yes $P || echo "BAD $?"
      """)
    #expect(run.text.contains("verify 1"), "\(run.text) \(run.err)")
    #expect(run.err.contains("\(folder): cannot be read: Permission denied"), "\(run.err)")
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
  }

  /// What became of a draft's file.
  enum Harm: String, CaseIterable {
    case flipped, cut, empty, garbage, foreign, link, another

    var reason: Unopened.Reason {
      switch self {
      case .flipped, .cut, .empty: .damaged
      case .garbage, .another: .garbage
      case .foreign: .foreign
      case .link: .notAFile
      }
    }
  }

  private func harm(_ harm: Harm, _ path: String) async throws {
    var bytes = try fixture.scratch.read(path)
    switch harm {
    case .flipped: bytes[bytes.count - 20] ^= 1
    case .cut: bytes.removeLast(20)
    case .empty: bytes = []
    case .garbage: bytes = (0..<400).map { _ in .random(in: 0...255) }
    case .foreign: bytes = try Sealing.seal([1], to: [X25519Identity().recipient])
    case .link:
      let file = fixture.scratch.file(path)
      _ = try await Tool.run("ln", ["-sf", "/etc/passwd", file])
      return
    case .another:
      let closed = try ClosedJournal(at: fixture.place)
      let hold = try closed.beginDraft()
      try closed.save(Draft(interview: hold.interview, saved: 1, payload: [1]), in: hold)
      bytes = try fixture.scratch.read(fixture.path("drafts/\(hold.interview).age"))
      try hold.drop()
    }
    _ = try fixture.scratch.write(bytes, to: path)
  }

  /// A draft, put aside and let go of by its process.
  private func draft() throws -> ItemID {
    let closed = try ClosedJournal(at: fixture.place)
    let hold = try closed.beginDraft()
    try closed.save(Draft(interview: hold.interview, saved: 1, payload: [7]), in: hold)
    return hold.interview
  }

  @Test(arguments: Harm.allCases)
  func aDraftThatDoesNotOpenIsNamed(harm: Harm) async throws {
    let whole = try draft()
    let path = "drafts/\(try draft()).age"
    try await self.harm(harm, fixture.path(path))
    let unopened = [Unopened(path: path, reason: harm.reason)]
    var journal = try fixture.open()
    #expect(try journal.drafts().unopened == unopened)
    #expect(try journal.drafts().free.map(\.draft.interview) == [whole])
    #expect(try journal.unopened() == unopened)
    let verdict = try journal.verify { _ in }
    #expect(verdict.unopened == unopened)
    #expect(verdict.drafts == 1)
    try journal.rekey(now: JournalFixture.now + 5000, summary: JournalFixture.summary)
    #expect(journal.notices == [.unopened(unopened)])
    #expect(fixture.scratch.names(fixture.path("drafts")).contains(String(path.dropFirst(7))))
  }

  /// A damaged draft that is mended opens after any number of changes of keys.
  @Test func aKeyStaysWhileADamagedDraftNeedsIt() async throws {
    let path = fixture.path("drafts/\(try draft()).age")
    let whole = try fixture.scratch.read(path)
    try await harm(.flipped, path)
    var journal = try fixture.open()
    for _ in 0..<3 {
      try journal.rekey(now: JournalFixture.now + 5000, summary: JournalFixture.summary)
    }
    _ = try fixture.scratch.write(whole, to: path)
    #expect(try journal.drafts().free.map(\.draft.payload) == [[7]])
  }

  @Test func everyCommandThatCountsOnADraftNamesIt() async throws {
    let name = "drafts/\(try draft()).age"
    try await harm(.flipped, fixture.path(name))
    let run = try await fixture.shell(
      """
      "$A" verify $P; echo "verify $?"
      "$A" backup "$HOME/b" --yes $P 2>&1; echo "backup $?"
      "$A" backup "$HOME/u" --unattended 2>&1; echo "copy $?"
      "$A" verify "$HOME/u" $P 2>&1; echo "verify copy $?"
      "$A" restore "$HOME/u" --journal two $P 2>&1; echo "restore $?"
      script -qec "$A reflect --resume $P" /dev/null </dev/null; echo "resume $?"
      """)
    let text = run.text.replacing("\r", with: "").replacing("\n", with: " ")
    #expect(text.contains("verify 13"), "\(text) \(run.err)")
    #expect(text.contains("backup 13"), "\(text)")
    #expect(text.contains("Not in it: - \(name): sealed to this journal, and damaged"), "\(text)")
    #expect(text.contains("verify copy 65") && text.contains("restore 65"), "\(text)")
    #expect(text.contains("is whole: \(name): sealed"), "\(text)")
    #expect(text.contains("resume 13"), "\(text)")
    #expect(!text.contains("nothing is put aside") && !text.contains("Everything is whole"))
    #expect(!fixture.scratch.exists("home/journals/two"))
  }
}
