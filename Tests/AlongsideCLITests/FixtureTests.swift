import AlongsideRuntime
import Foundation
import Practice
import TestSupport
import Testing
import Vault

/// Journals that earlier versions made, kept as they were: every version after opens them.
@Suite struct FixtureTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures").path

  /// Copies a fixture to where it can be opened, with the folders that git does not keep.
  static func place(_ name: String, in scratch: Scratch) throws -> JournalPlace {
    let above = scratch.file("home/journals")
    try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "\(folder)/\(name)/journal", toPath: "\(above)/journal")
    for inner in ["inbox", "drafts"] {
      try FileManager.default.createDirectory(
        atPath: "\(above)/journal/\(inner)", withIntermediateDirectories: true)
    }
    return JournalPlace(home: scratch.file("home"), name: "journal", state: scratch.file("state"))
  }

  static func open(_ place: JournalPlace, kit: [UInt8]? = nil) throws -> Reader {
    let moment = Moment(utcMilliseconds: 1_800_000_000_000, offset: 0, zone: "UTC")
    let words = kit ?? Array("gentle river walk today".utf8)
    return try Reader(at: place, with: Words.unlocking(words), clock: Clock { moment })
  }

  @Test(arguments: ["format-1", "format-2"])
  func everythingInItIsReadAndCarriedOn(name: String) throws {
    let scratch = try Scratch()
    let place = try Self.place(name, in: scratch)
    var reader = try Self.open(place)
    let entries = try reader.everything()
    #expect(entries.damage.isEmpty)
    #expect(entries.found.map(\.title) == ["First day", nil, Self.three, nil])
    #expect(entries.found[0].tags == ["hope", "café"])
    #expect(entries.found[0].text == "The café was quiet. Hope, mostly.")
    #expect(entries.found[2].answers.map(\.state) == [.answered, .skipped, .answered, .skipped])
    #expect(entries.found[3].text == "A page that waits.")
    #expect(try reader.verify().damage.isEmpty)
    if name == "format-2" {
      #expect(try reader.wordings(of: entries.found[2].id).found.count == 2)
      #expect(try reader.retention()?.months == 24)
    }
    // What it could not do when it was made, it can do now.
    let now = Moment(utcMilliseconds: 1_800_000_001_000, offset: 0, zone: "UTC")
    try reader.revise(entries.found[0].id, now: now) { $0.text = "New words." }
    try reader.erase(entries.found[1].id, now: now)
    try reader.rekey(now: now)
    let after = try Self.open(place).everything()
    #expect(after.found.map(\.text) == ["New words.", nil, "A page that waits."])
    #expect(try Self.open(place).verify().damage.isEmpty)
  }

  /// An old copy put back after the new version had its turn, and accepted.
  @Test func anOlderCopyOfAnOldFormatIsTakenUp() throws {
    let scratch = try Scratch()
    let place = try Self.place("format-1", in: scratch)
    let before = try scratch.read("home/journals/journal/journal.db")
    _ = try Self.open(place)
    _ = try scratch.write(before, to: "home/journals/journal/journal.db")
    #expect(throws: VaultError.self) { try Self.open(place) }
    let moment = Moment(utcMilliseconds: 1_800_000_000_000, offset: 0, zone: "UTC")
    let words = try Words.unlocking(Array("gentle river walk today".utf8))
    let reader = try Reader(
      at: place, with: words, clock: Clock { moment }, acceptingOlder: true)
    #expect(try reader.everything().found.count == 3)
    #expect(try reader.verify().damage.isEmpty)
    #expect(try Self.open(place).verify().damage.isEmpty)
  }

  private static let three = "Three questions for today, and one more"

  @Test(arguments: ["format-1", "format-2"])
  func itsKitOpensIt(name: String) throws {
    let scratch = try Scratch()
    let place = try Self.place(name, in: scratch)
    let page = try Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(name)/kit"))
    let words = try #require(Kit.words(in: Array(page)))
    #expect(try Self.open(place, kit: words).everything().found.count == 4)
  }

  /// In a folder that cannot be written it is read as it is, in its own format.
  @Test(arguments: ["format-1", "format-2"])
  func itIsReadWhereNothingCanBeWritten(name: String) async throws {
    let scratch = try Scratch()
    let place = try Self.place(name, in: scratch)
    // For root every folder can be written; a mount that is read-only cannot.
    let folder = scratch.file("home")
    let run = try await Tool.run(
      "unshare",
      [
        "-rm", "sh", "-c",
        "mount --bind \(folder) \(folder) && mount -o remount,bind,ro \(folder) && exec \(ProgramHome.program) list --home \(folder) --passphrase-file \(scratch.file("pw"))",
      ],
      environment: [
        "HOME": try {
          _ = try scratch.write(Array("gentle river walk today".utf8), to: "pw");
          return scratch.path
        }()
      ])
    #expect(run.code == 0, "\(run.err)")
    #expect(run.text.contains("First day"))
    _ = place
  }
}
