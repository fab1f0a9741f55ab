import Age
import Disk
import Foundation
import TestSupport
import Testing

@testable import Vault

/// Places and files as nobody would expect them; docs/threat-model.md says what was decided.
@Suite struct OddCasesTests {
  private let fixture: JournalFixture
  private let files = FileManager.default

  init() throws {
    fixture = try JournalFixture()
    try fixture.write(["rain"])
  }

  /// The file of the page that waits.
  private func pageFile() throws -> String {
    let name = try #require(fixture.scratch.names(fixture.path("inbox")).first)
    return fixture.path("inbox/\(name)")
  }

  private func unopened(_ journal: OpenJournal) -> [Unopened] {
    journal.notices.flatMap { notice -> [Unopened] in
      switch notice {
      case .aside(let files), .unopened(let files): files
      default: []
      }
    }
  }

  @Test(arguments: ["inbox", "drafts"]) func aLinkInPlaceOfAFolderIsRefused(name: String) throws {
    let elsewhere = fixture.scratch.file("elsewhere")
    try files.moveItem(atPath: fixture.scratch.file(fixture.path(name)), toPath: elsewhere)
    _ = try fixture.scratch.write(Array("a letter".utf8), to: "elsewhere/letter.txt")
    try files.createSymbolicLink(
      atPath: fixture.scratch.file(fixture.path(name)), withDestinationPath: elsewhere)
    let before = fixture.scratch.names("elsewhere")
    #expect(throws: VaultError.self) { try ClosedJournal(at: fixture.place) }
    let journal = try fixture.takeIn()
    #expect(fixture.scratch.names("elsewhere") == before)
    if name == "inbox" {
      #expect(unopened(journal).map(\.path) == ["inbox"])
      #expect(try JournalFixture.texts(journal).texts.isEmpty)
    }
  }

  @Test func aFolderCalledCaptureStopsNobody() throws {
    try fixture.scratch.remove(fixture.path("capture"))
    try files.createDirectory(
      atPath: fixture.scratch.file(fixture.path("capture")), withIntermediateDirectories: true)
    _ = try fixture.scratch.write([1], to: fixture.path("capture/mine"))
    #expect(try JournalFixture.texts(fixture.takeIn()).texts == ["rain"])
    try fixture.write(["sun"])
    let moved = fixture.scratch.names("home/journals/mine").filter { $0.hasPrefix("capture.") }
    #expect(moved.count == 1)
    #expect(fixture.scratch.names(fixture.path(moved[0])) == ["mine"])
  }

  @Test(arguments: ["a\nb", "a\\nb", "a\\", "\n", "é\u{301}\n\\"])
  func aHomeWithALineEndIsRemembered(name: String) throws {
    let place = JournalPlace(
      home: fixture.scratch.file(name), name: "mine", state: fixture.scratch.file("s\(name)"))
    try NewJournal.make(
      at: place, passphrase: Passphrase(JournalFixture.words), recovery: nil, now: 0, logN: 10)
    let journal = try Capture(at: place).journal
    #expect(Known(of: journal, in: place)?.folder == FileFacts.resolved(place.folder))
    #expect(try ClosedJournal(at: place).comparison == .agrees)
  }

  @Test func whatCannotBeReadIsNoFirstTime() throws {
    let journal = try fixture.takeIn()
    let state = fixture.place.state(of: journal.id)
    for name in ["known", "anchor"] {
      try files.removeItem(atPath: "\(state)/\(name)")
      try files.createDirectory(atPath: "\(state)/\(name)", withIntermediateDirectories: true)
    }
    let reason = "it is not a plain file"
    #expect(
      try ClosedJournal(at: fixture.place).comparison
        == .unreadable(path: "\(state)/known", reason: reason))
    let notices = try fixture.open().notices
    #expect(notices.contains(.notCompared(path: "\(state)/anchor", reason: reason)))
    #expect(!notices.contains(.firstTimeHere))
  }

  /// A page that lost its end before its header was over may be ours; a stranger's file is not.
  @Test(arguments: [0, 10, 30, 100]) func aCutHeaderIsDamage(length: Int) throws {
    let file = try pageFile()
    let bytes = try fixture.scratch.read(file)
    _ = try fixture.scratch.write(Array(bytes[..<length]), to: file)
    _ = try fixture.scratch.write(Array("a letter".utf8), to: fixture.path("inbox/letter.txt"))
    let found = unopened(try fixture.takeIn())
    let page = file.replacing("home/journals/mine/", with: "")
    let reasons = Dictionary(uniqueKeysWithValues: found.map { ($0.path, $0.reason) })
    #expect(reasons == [page: .damaged, "inbox/letter.txt": .garbage])
  }

  /// Strangers are judged by their headers, whatever is behind them.
  @Test func whatIsAsideIsJudgedByItsHeader() async throws {
    let other = try JournalFixture(name: "other", in: try Scratch())
    try other.write([String(repeating: "long ", count: 40_000)])
    let name = try #require(other.scratch.names(other.path("inbox")).first)
    let bytes = try other.scratch.read(other.path("inbox/\(name)"))
    _ = try fixture.scratch.write(bytes, to: fixture.path("inbox/\(name)"))
    _ = try fixture.scratch.write(
      [UInt8](repeating: 7, count: 200_000), to: fixture.path("inbox/noise"))
    let found = unopened(try fixture.takeIn())
    let reasons = Dictionary(uniqueKeysWithValues: found.map { ($0.path, $0.reason) })
    #expect(reasons == ["inbox/\(name)": .foreign, "inbox/noise": .garbage])
    // A long page of this journal is judged by its header as well, and then read whole.
    try fixture.write([String(repeating: "mine ", count: 40_000)])
    #expect(try JournalFixture.texts(fixture.takeIn()).texts.count == 2)
  }

  @Test func aPageWhoseFileStaysIsInTheJournal() throws {
    // A folder of the draft's lock keeps the page from being settled.
    let interview = ItemID.fresh()
    _ = try fixture.scratch.write([1], to: fixture.path("drafts/\(interview).age"))
    try files.createDirectory(
      atPath: fixture.scratch.file(fixture.path("drafts/\(interview).lock")),
      withIntermediateDirectories: true)
    let file = try pageFile()
    var journal = try fixture.open()
    let count = try journal.takeIn { page in PageSummary(card: page.payload, interview: interview) }
    #expect(count == 1 && fixture.scratch.exists(file))
    let told = journal.notices.contains {
      if case .notRemoved(let path, _) = $0 { file.hasSuffix(path) } else { false }
    }
    #expect(told)
  }
}
