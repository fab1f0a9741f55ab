import Age
import TestSupport
import Testing
import Vault

/// Nobody who can write the folder gets later pages sealed to a key of his own.
@Suite struct CaptureTests {
  let fixture: JournalFixture

  init() throws {
    fixture = try JournalFixture()
    try fixture.open()
  }

  private func lines() throws -> [String] {
    String(decoding: try fixture.scratch.read(fixture.path("capture")), as: UTF8.self)
      .split(separator: "\n").map(String.init)
  }

  private func replace(_ lines: [String]) throws {
    let text = lines.map { $0 + "\n" }.joined()
    _ = try fixture.scratch.write(Array(text.utf8), to: fixture.path("capture"))
  }

  @Test func anotherKeyIsRefusedAndMended() throws {
    let id = try lines()[0]
    let mine = try lines()
    try replace([id, X25519Identity().recipient.description])
    #expect(throws: VaultError.damaged(.captureChanged)) {
      try ClosedJournal(at: fixture.place)
    }
    let notices = try fixture.open().notices
    #expect(notices == [.captureMended(since: JournalFixture.now + 1000)])
    #expect(try lines() == mine)
    try fixture.write(["hope"])
  }

  @Test func anotherJournalsIdIsRefusedAndMended() throws {
    let other = try JournalFixture(name: "other")
    let stranger = try other.scratch.read(other.path("capture"))
    _ = try fixture.scratch.write(stranger, to: fixture.path("capture"))
    #expect(throws: VaultError.damaged(.captureChanged)) {
      try ClosedJournal(at: fixture.place)
    }
    try fixture.open()
    try fixture.write(["hope"])
    #expect(try JournalFixture.texts(fixture.takeIn()).texts == ["hope"])
  }

  @Test func itIsComparedAgainAtEachSeal() throws {
    let closed = try ClosedJournal(at: fixture.place)
    try replace([lines()[0], X25519Identity().recipient.description])
    #expect(throws: VaultError.damaged(.captureChanged)) {
      try closed.keep(Page(id: .fresh(), written: 0, payload: []))
    }
  }

  @Test(arguments: [[], ["x"], ["", ""], ["abc", "age1xyz"]])
  func aBrokenFileIsDamageAndIsMended(lines: [String]) throws {
    try replace(lines)
    #expect(throws: VaultError.damaged(.captureFile)) { try ClosedJournal(at: fixture.place) }
    try fixture.open()
    try fixture.write(["hope"])
  }

  @Test func onANewMachineWritingSaysSo() async throws {
    _ = try await Tool.run("rm", ["-r", fixture.scratch.file("state")])
    #expect(try ClosedJournal(at: fixture.place).comparison == .firstTimeHere)
    // Only an opening makes the copy.
    #expect(try ClosedJournal(at: fixture.place).comparison == .firstTimeHere)
    try fixture.open()
    #expect(try ClosedJournal(at: fixture.place).comparison == .agrees)
  }

  @Test func aJournalMadeWhereAnotherWasCanBeWritten() async throws {
    _ = try await Tool.run("rm", ["-r", fixture.place.folder])
    let again = try JournalFixture(in: fixture.scratch)
    try again.write(["hope"])
    #expect(try JournalFixture.texts(again.takeIn()).texts == ["hope"])
  }
}
