import Age
import TestSupport
import Testing
import Vault

/// From a sealed page to an entry, once, whatever happens on the way.
@Suite struct TakingInTests {
  @Test func pagesComeInByMoment() throws {
    let fixture = try JournalFixture()
    try fixture.write(["third", "fourth"], from: JournalFixture.now + 10_000)
    try fixture.write(["first", "second"])
    var journal = try fixture.open()
    #expect(try journal.takeIn(summary: JournalFixture.summary) == 4)
    #expect(try JournalFixture.texts(journal).texts == ["first", "second", "third", "fourth"])
    #expect(try Waiting.count(at: fixture.place).pages == 0)
    #expect(try journal.takeIn(summary: JournalFixture.summary) == 0)
  }

  @Test func aPageCopiedBackAddsNothing() throws {
    let fixture = try JournalFixture()
    let closed = try ClosedJournal(at: fixture.place)
    let page = Page(id: .fresh(), written: 1, payload: Array("once".utf8))
    let path = try closed.keep(page)
    let name = String(path.split(separator: "/").last ?? "")
    let copy = try fixture.scratch.read(fixture.path("inbox/\(name)"))
    try fixture.takeIn()
    for again in [name, "other.age"] {
      _ = try fixture.scratch.write(copy, to: fixture.path("inbox/\(again)"))
    }
    try closed.keep(page)
    let journal = try fixture.takeIn()
    #expect(try JournalFixture.texts(journal).texts == ["once"])
    #expect(try Waiting.count(at: fixture.place).pages == 0)
  }

  @Test func whatIsNoPageIsSetAsideAndStopsNothing() async throws {
    let fixture = try JournalFixture()
    let inbox = fixture.place.folder + "/inbox"
    let passphrase = ScryptRecipient(try Passphrase([1]), logN: 10)
    let strangers: [String: [UInt8]] = [
      "a-foreign.age": try Sealing.seal([1], to: [X25519Identity().recipient]),
      "b-words.age": try Sealing.seal([1], to: [passphrase]),
      "c-garbage.age": Array("not an age file".utf8),
      "d-empty.age": [],
      "e-note.txt": Array("hello".utf8),
    ]
    for (name, bytes) in strangers {
      _ = try fixture.scratch.write(bytes, to: fixture.path("inbox/\(name)"))
    }
    for command in [
      ["ln", "-s", "/etc/hostname", "\(inbox)/f-link.age"], ["mkfifo", "\(inbox)/g-fifo.age"],
      ["mkdir", "\(inbox)/h-folder.age"],
      ["truncate", "-s", "40M", "\(inbox)/i-large.age"],
    ] {
      _ = try await Tool.run(command[0], Array(command.dropFirst()))
    }
    try fixture.write(["hope"])
    let journal = try fixture.takeIn()
    #expect(try JournalFixture.texts(journal).texts == ["hope"])
    let aside = journal.notices.compactMap { notice -> [Unopened]? in
      if case .aside(let items) = notice { items } else { nil }
    }.joined()
    #expect(
      aside.map { "\($0.name) \($0.reason)" } == [
        "a-foreign.age foreign", "b-words.age foreign", "c-garbage.age garbage",
        "d-empty.age garbage", "e-note.txt garbage", "f-link.age notAFile", "g-fifo.age notAFile",
        "h-folder.age notAFile", "i-large.age notAFile",
      ])
    #expect(try fixture.open().notices == [])
    let kept = try await Tool.run("ls", ["\(inbox)/aside"])
    #expect(kept.text.split(separator: "\n").count == 9)
  }

  /// Pages that the runtime cannot read are kept aside as well.
  @Test func aPageThatIsNoEntryIsSetAside() throws {
    let fixture = try JournalFixture()
    try fixture.write(["good", "bad"])
    var journal = try fixture.open()
    let count = try journal.takeIn { page in
      page.payload == Array("bad".utf8) ? nil : JournalFixture.summary(page)
    }
    #expect(count == 1)
    #expect(try JournalFixture.texts(journal).texts == ["good"])
  }

  @Test func aFinishedInterviewDropsItsDraft() throws {
    let fixture = try JournalFixture()
    let closed = try ClosedJournal(at: fixture.place)
    let interview: ItemID
    do {
      let hold = try closed.beginDraft()
      interview = hold.interview
      try closed.save(Draft(interview: interview, saved: 1, payload: [1, 2]), in: hold)
      try closed.save(Draft(interview: interview, saved: 2, payload: [3]), in: hold)
      // While it is asked, nobody else sees it.
      let drafts = try fixture.open().drafts()
      #expect(drafts.free.isEmpty && drafts.unopened.isEmpty)
    }
    let drafts = try fixture.open().drafts().free
    #expect(drafts.map(\.draft) == [Draft(interview: interview, saved: 2, payload: [3])])
    withExtendedLifetime(drafts) {}
    try fixture.write(["done"])
    var journal = try fixture.open()
    _ = try journal.takeIn { _ in PageSummary(card: [], interview: interview) }
    #expect(try Waiting.count(at: fixture.place).drafts == 1, "held by this test")
  }

  /// Rows land in order over many leaves, whatever order they came in.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func manyPagesInAnyOrder(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let fixture = try JournalFixture()
    let closed = try ClosedJournal(at: fixture.place)
    var expected: [(Int64, String)] = []
    for batch in [1, 300, 257, 40, 512] {
      for _ in 0..<batch {
        let written = Int64.random(in: 0..<1_000_000, using: &random)
        let text = "text \(expected.count)"
        expected.append((written, text))
        try closed.keep(Page(id: .fresh(), written: written, payload: Array(text.utf8)))
      }
      try fixture.takeIn()
    }
    let journal = try fixture.open()
    let found = try journal.rows { _ in .take }
    #expect(found.damage.isEmpty, "seed \(seed)")
    #expect(found.found.map(\.written) == expected.map(\.0).sorted(by: >), "seed \(seed)")
    #expect(try Set(JournalFixture.texts(journal).texts) == Set(expected.map(\.1)))
    let verdict = try journal.verify { _ in }
    #expect(verdict.damage == [], "seed \(seed)")
    #expect(verdict.entries == expected.count)
    for row in found.found.prefix(20) {
      #expect(try journal.row(prefix: String(row.entry.description.prefix(8))) == row)
    }
  }
}
