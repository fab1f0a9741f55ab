import AlongsideRuntime
import Disk
import Foundation
import TestSupport
import Testing

/// `settings.yaml`: kept for one person, and never in anybody's way.
@Suite struct SettingsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func mode(_ name: String) throws -> Int {
    let found = try FileManager.default.attributesOfItem(atPath: scratch.file(name))
    return try #require(found[.posixPermissions] as? Int)
  }

  private func text() throws -> String {
    String(decoding: try scratch.read("settings.yaml"), as: UTF8.self)
  }

  @Test func whatIsKeptIsFoundAgain() throws {
    #expect(Settings.look(in: scratch.path) == .absent)
    try Settings(nation: "Northern Ireland").keep(in: scratch.path)
    #expect(Settings.look(in: scratch.path) == .found(Settings(nation: "Northern Ireland")))
    #expect(try mode("settings.yaml") == 0o600)
    #expect(scratch.names("") == ["settings.yaml"])
    try Settings(nation: "A: #b").keep(in: scratch.path)
    #expect(Settings.look(in: scratch.path) == .found(Settings(nation: "A: #b")))
    try Settings().keep(in: scratch.path)
    #expect(Settings.look(in: scratch.path) == .found(Settings()))
  }

  @Test func aHomeIsMadeWhereThereIsNone() throws {
    try Settings(nation: "Wales").keep(in: scratch.file("a/b"))
    #expect(Settings.look(in: scratch.file("a/b")) == .found(Settings(nation: "Wales")))
    #expect(try mode("a/b") == 0o700)
  }

  @Test func otherLinesStay() throws {
    _ = try scratch.write(
      Array("# mine\ncolour: [red, blue]\nnation: Wales\nsize:\n  big: 1\n".utf8),
      to: "settings.yaml")
    try Settings(nation: "Scotland").keep(in: scratch.path)
    #expect(try text() == "# mine\ncolour: [red, blue]\nsize:\n  big: 1\nnation: Scotland\n")
    try Settings().keep(in: scratch.path)
    #expect(try text() == "# mine\ncolour: [red, blue]\nsize:\n  big: 1\n")
  }

  @Test(arguments: [
    "nation: [a\n", "- Scotland\n", "Scotland", "nation: {a: b}\n", "nation: &x Wales\n",
    "nation: Wales\nnation: Wales\n", "\u{0}\u{1}", "{nation: Wales}\nx",
  ])
  func damageCountsAsNothingAndIsReplaced(text damage: String) throws {
    _ = try scratch.write(Array(damage.utf8), to: "settings.yaml")
    #expect(Settings.look(in: scratch.path) == .unusable)
    try Settings(nation: "Wales").keep(in: scratch.path)
    #expect(Settings.look(in: scratch.path) == .found(Settings(nation: "Wales")))
  }

  @Test(arguments: ["{nation: England}\n", "nation: |\n  England\n", "nation: England"])
  func otherWaysToWriteItAreReadAndReplaced(text: String) throws {
    _ = try scratch.write(Array(text.utf8), to: "settings.yaml")
    try Settings(nation: "Wales").keep(in: scratch.path)
    #expect(Settings.look(in: scratch.path) == .found(Settings(nation: "Wales")))
    #expect(try self.text().hasSuffix("nation: Wales\n"))
  }

  @Test func aFileThatIsFarTooLargeOrNoFileIsLeftAlone() throws {
    _ = try scratch.write(Array(repeating: 0x20, count: 1 << 17), to: "settings.yaml")
    #expect(Settings.look(in: scratch.path) == .unusable)
    try scratch.remove("settings.yaml")
    #expect(mkfifo(scratch.file("settings.yaml"), 0o600) == 0)
    #expect(Settings.look(in: scratch.path) == .unusable)
    try scratch.remove("settings.yaml")
    try FileManager.default.createDirectory(
      atPath: scratch.file("settings.yaml"), withIntermediateDirectories: false)
    #expect(Settings.look(in: scratch.path) == .unusable)
    #expect(throws: DiskTrouble.self) { try Settings(nation: "Wales").keep(in: scratch.path) }
  }

  @Test func aReadOnlyFileIsReplaced() throws {
    _ = try scratch.write(Array("nation: Wales\n".utf8), to: "settings.yaml")
    chmod(scratch.file("settings.yaml"), 0o444)
    try Settings(nation: "Scotland").keep(in: scratch.path)
    #expect(Settings.look(in: scratch.path) == .found(Settings(nation: "Scotland")))
    #expect(try mode("settings.yaml") == 0o600)
  }

  @Test func aLinkIsFollowedAndNeverWrittenThrough() throws {
    let elsewhere = try scratch.write(Array("nation: Wales\n".utf8), to: "elsewhere.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("settings.yaml"), withDestinationPath: elsewhere)
    #expect(Settings.look(in: scratch.path) == .found(Settings(nation: "Wales")))
    try Settings(nation: "Scotland").keep(in: scratch.path)
    #expect(try scratch.read("elsewhere.yaml") == Array("nation: Wales\n".utf8))
    #expect(Settings.look(in: scratch.path) == .found(Settings(nation: "Scotland")))
    try scratch.remove("settings.yaml")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.file("settings.yaml"), withDestinationPath: "nowhere")
    #expect(Settings.look(in: scratch.path) == .absent)
  }
}
