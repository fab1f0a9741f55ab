import Age
import Disk
import TestSupport
import Testing
import Vault

/// Another process changes the keys at the worst moment: no page is judged by those of before.
@Suite struct PresentKeysTests {
  private let fixture: JournalFixture

  init() throws {
    fixture = try JournalFixture()
    try fixture.write(["base"])
    try fixture.takeIn()
  }

  private static func rekey(_ journal: inout OpenJournal, _ change: SlotChange? = nil) throws {
    try journal.rekey(change, now: JournalFixture.now + 5000, summary: JournalFixture.summary)
  }

  private func names(_ folder: String) -> [String] { fixture.scratch.names(fixture.path(folder)) }

  /// A process that opened the journal, and looks into the inbox only when the keys are others.
  @Test func aPageForNewerKeysIsTakenIn() throws {
    var slow = try fixture.open()
    var quick = try fixture.open()
    try Self.rekey(&quick)
    try fixture.write(["acknowledged"], from: JournalFixture.now + 9000)
    #expect(try slow.takeIn(summary: JournalFixture.summary) == 1)
    #expect(try JournalFixture.texts(slow).texts == ["base", "acknowledged"])
    #expect(names("inbox") == [])
  }

  /// A change of keys that waits for its turn while another one is made.
  @Test func aChangeOfKeysThatWaitedTakesUpTheOther() async throws {
    let open = try fixture.open()
    let later = try await laterCopy()
    var lock = try FileLock(fixture.place.folder + "/lock", .shared, waiting: false)
    let change = Task.detached {
      var journal = open
      while true {
        do {
          try Self.rekey(&journal)
          return journal
        } catch VaultError.inUse {
          // On a machine that is busy enough the lock below is held for longer than the patience.
        }
      }
    }
    try await Task.sleep(for: .milliseconds(300))
    let run = try await Tool.run(
      "sh",
      [
        "-c",
        "cd \(later) && cp capture inbox/*.age \(fixture.place.folder) && cd \(fixture.place.folder)"
          + " && mv *.age inbox && mv \(later)/journal.db .",
      ])
    #expect(run.code == 0, "\(run.err)")
    withExtendedLifetime(lock) {}
    lock = nil
    let journal = try await change.value
    #expect(try JournalFixture.texts(journal).texts == ["base", "acknowledged"])
    #expect(names("inbox") == [])
    #expect(try JournalFixture.texts(fixture.open()).texts == ["base", "acknowledged"])
  }

  /// The journal as another process makes it: new keys, and a page written for them.
  private func laterCopy() async throws -> String {
    let home = fixture.scratch.file("home")
    let copy = fixture.scratch.file("later")
    _ = try await Tool.run("cp", ["-a", home, copy])
    let place = JournalPlace(home: copy, name: fixture.place.name, state: copy)
    var journal = try OpenJournal.open(
      at: place, with: UnlockWords([(.passphrase, Passphrase(JournalFixture.words))]),
      now: JournalFixture.now + 2000)
    try Self.rekey(&journal)
    try ClosedJournal(at: place).keep(
      Page(id: .fresh(), written: JournalFixture.now + 9000, payload: Array("acknowledged".utf8)))
    return place.folder
  }

  @Test func whoseWordsAreNoLongerAWayInJudgesNothing() throws {
    var slow = try fixture.open()
    var quick = try fixture.open()
    let closed = try ClosedJournal(at: fixture.place)
    try closed.save(
      Draft(interview: .fresh(), saved: 1, payload: [1]), in: closed.beginDraft())
    try Self.rekey(
      &quick, SlotChange(.passphrase, words: Passphrase(Array("others".utf8)), logN: 10))
    try fixture.write(["acknowledged"], from: JournalFixture.now + 9000)
    let waiting = names("inbox")
    #expect(throws: VaultError.keysChanged) { try slow.takeIn(summary: JournalFixture.summary) }
    #expect(throws: VaultError.keysChanged) { try slow.waitingPages() }
    #expect(throws: VaultError.keysChanged) { try slow.drafts() }
    #expect(throws: VaultError.keysChanged) { try slow.unopened() }
    #expect(throws: VaultError.keysChanged) { try slow.backupIdentity() }
    #expect(throws: VaultError.keysChanged) { try Self.rekey(&slow) }
    #expect(names("inbox") == waiting)
    #expect(slow.notices == [])
  }

  /// Somebody copied the newer file over the older one: the name leads to the same file as before.
  @Test func anotherEpochInTheSameFileIsNoticed() async throws {
    var slow = try fixture.open()
    let later = try await laterCopy()
    let run = try await Tool.run(
      "sh",
      [
        "-c",
        "cp \(later)/journal.db \(later)/capture \(fixture.place.folder)"
          + " && cp \(later)/inbox/*.age \(fixture.place.folder)/inbox",
      ])
    #expect(run.code == 0, "\(run.err)")
    #expect(try slow.takeIn(summary: JournalFixture.summary) == 1)
    #expect(names("inbox") == [])
  }

  /// What an earlier version put aside with keys of before, or could not read then.
  @Test func whatIsAsideIsLookedAtAgain() throws {
    try fixture.write(["acknowledged"], from: JournalFixture.now + 9000)
    let name = names("inbox")[0]
    let bytes = try fixture.scratch.read(fixture.path("inbox/\(name)"))
    try fixture.scratch.remove(fixture.path("inbox/\(name)"))
    _ = try fixture.scratch.write([1], to: fixture.path("inbox/junk.age"))
    #expect(try fixture.takeIn().notices.count == 1)
    _ = try fixture.scratch.write(bytes, to: fixture.path("inbox/aside/\(name)"))
    #expect(try fixture.open().verify { _ in }.waiting == 1)
    let journal = try fixture.takeIn()
    #expect(try JournalFixture.texts(journal).texts == ["base", "acknowledged"])
    #expect(journal.notices == [], "what is still no page was told when it was put aside")
    #expect(names("inbox/aside") == ["junk.age"])
    #expect(
      try journal.verify { _ in }.aside
        == [Unopened(path: "inbox/aside/junk.age", reason: .garbage)])
  }

  /// A damaged page is put aside; however often the keys change, a whole copy of it still opens.
  @Test func aKeyStaysWhileSomethingAsideNeedsIt() throws {
    try fixture.write(["acknowledged"], from: JournalFixture.now + 9000)
    let name = names("inbox")[0]
    let whole = try fixture.scratch.read(fixture.path("inbox/\(name)"))
    var damaged = whole
    damaged[damaged.count - 5] ^= 1
    _ = try fixture.scratch.write(damaged, to: fixture.path("inbox/\(name)"))
    var journal = try fixture.takeIn()
    #expect(
      journal.notices == [.aside([Unopened(path: "inbox/\(name)", reason: .damaged)])])
    for _ in 0..<3 { try Self.rekey(&journal) }
    let aside = Unopened(path: "inbox/aside/\(name)", reason: .damaged)
    #expect(try journal.verify { _ in }.unopened == [aside])
    #expect(try journal.unopened() == [aside])
    _ = try fixture.scratch.write(whole, to: fixture.path("inbox/aside/\(name)"))
    #expect(try JournalFixture.texts(fixture.takeIn()).texts == ["base", "acknowledged"])
    #expect(names("inbox/aside") == [])
  }

  /// A draft that is being asked may be on its way to the disk, sealed to a key of before.
  @Test func aKeyStaysWhileADraftIsBeingAsked() throws {
    let closed = try ClosedJournal(at: fixture.place)
    let hold = try closed.beginDraft()
    try closed.save(Draft(interview: hold.interview, saved: 1, payload: [7]), in: hold)
    let path = fixture.path("drafts/\(hold.interview).age")
    let bytes = try fixture.scratch.read(path)
    try fixture.scratch.remove(path)
    var journal = try fixture.open()
    for _ in 0..<3 { try Self.rekey(&journal) }
    _ = try fixture.scratch.write(bytes, to: path)
    #expect(try journal.verify { _ in }.drafts == 1)
    withExtendedLifetime(hold) {}
  }

  /// A writer that was stopped between sealing a page and putting it in its place, while the keys were
  /// changed twice: the page is sealed once more before it is acknowledged.
  @Test func aPageOnItsWayOverTwoChangesOfKeysIsRead() async throws {
    let run = try await fixture.shell(
      """
      strace -qq -o /dev/null -e trace=fsync -e inject=fsync:signal=STOP:when=1 \
        "$A" write <<<acknowledged & writer=$!
      for i in $(seq 600); do
        sleep 0.05; child=$(pgrep -P $writer) || continue
        # A traced program also stops at its start; here it has begun to write the page.
        ls -A "$J/inbox" | grep -q . && grep -q '^State:.[Tt]' /proc/$child/status && break
      done
      ls -A "$J/inbox"
      "$A" rekey --yes $P && "$A" rekey --yes $P; echo "rekey $?"
      kill -CONT $child; wait $writer; echo "write $?"
      """)
    #expect(run.text.contains(".part\nrekey 0\n"), "\(run.text) \(run.err)")
    #expect(run.text.contains("write 0\n"), "\(run.text) \(run.err)")
    let journal = try fixture.takeIn()
    #expect(journal.notices == [])
    #expect(try JournalFixture.texts(journal).texts.count == 2)
  }
  /// The same, and the second sealing is refused: the person is told so and tries again, so the first
  /// page must not stay.
  @Test func aPageThatCannotBeSealedOnceMoreDoesNotStay() async throws {
    let run = try await fixture.shell(
      """
      strace -qq -o /dev/null -e trace=fsync,rename -e inject=fsync:signal=STOP:when=1 \
        -e inject=rename:error=EIO:when=2 "$A" write <<<refused & writer=$!
      for i in $(seq 600); do
        sleep 0.05; child=$(pgrep -P $writer) || continue
        ls -A "$J/inbox" | grep -q . && grep -q '^State:.[Tt]' /proc/$child/status && break
      done
      "$A" rekey --yes $P; echo "rekey $?"
      kill -CONT $child; wait $writer; echo "write $?"
      """)
    #expect(run.text.contains("rekey 0\nwrite 1\n"), "\(run.text) \(run.err)")
    #expect(names("inbox").filter { !$0.hasPrefix(".") } == [])
    #expect(try JournalFixture.texts(fixture.takeIn()).texts == ["base"])
  }

  /// Whatever refuses to write a page: one that is not acknowledged does not stay.
  @Test(arguments: ["fsync", "rename"])
  func aPageThatIsNotAcknowledgedDoesNotStay(call: String) async throws {
    let run = try await fixture.shell(
      """
      refused=0
      for n in $(seq 8); do
        strace -f -qq -o /dev/null -e trace=\(call) -e inject=\(call):error=EIO:when=$n \
          "$A" write <<<refused >/dev/null 2>&1 && { rm "$J"/inbox/*; continue; }
        refused=$((refused + 1)); ls "$J/inbox" | sed "s/^/BAD $n /"
      done
      echo "refused $refused"
      """)
    #expect(!run.text.contains("BAD"), "\(run.text) \(run.err)")
    #expect(!run.text.contains("refused 0"), "\(run.text)")
  }

  /// A change of keys could not write `capture`, or somebody copied an old one back: a page on its way is
  /// sealed to an earlier key than the present one.
  @Test func theKeyThatCaptureNamesStays() throws {
    let closed = try ClosedJournal(at: fixture.place)
    let capture = try fixture.scratch.read(fixture.path("capture"))
    var journal = try fixture.open()
    try Self.rekey(&journal)
    _ = try fixture.scratch.write(capture, to: fixture.path("capture"))
    try closed.keep(
      Page(id: .fresh(), written: JournalFixture.now + 9000, payload: Array("late".utf8)))
    let name = names("inbox")[0]
    let page = try fixture.scratch.read(fixture.path("inbox/\(name)"))
    try fixture.scratch.remove(fixture.path("inbox/\(name)"))
    try Self.rekey(&journal)
    _ = try fixture.scratch.write(page, to: fixture.path("inbox/\(name)"))
    #expect(try JournalFixture.texts(fixture.takeIn()).texts == ["base", "late"])
  }
}
