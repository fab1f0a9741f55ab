import FoundationEssentials
import PackFormat
import Packs
import Practice
import Testing
import YAML

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite struct PackFolderTests {
  /// A folder for one test, gone afterwards.
  final class Place {
    let path: String

    init(_ files: [String: String]) throws {
      path = FileManager.default.temporaryDirectory.path + "/pack-\(UUID().uuidString)"
      for folder in ["prompts", "values", "signposts", "templates", "locales", "tests"] {
        try FileManager.default.createDirectory(
          atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
      }
      for (name, text) in files { try write(text, name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, _ name: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }

    func read() -> PackFolder { PackFolder(path: path) }

    /// File, line, column and code of each finding.
    func findings() -> [String] {
      read().findings.map { "\($0.file):\($0.line):\($0.column) \($0.code)" }
    }
  }

  private func good() throws -> Place {
    try Place([
      "pack.yaml": Sample.manifest, "prompts/b.yaml": Sample.prompt,
      "prompts/a.yaml": Sample.steps("  - {id: a, ask: \"{item}?\", for_each: {list: srn}}\n"),
      "values/srn.yaml": Sample.values, "signposts/uk.yaml": Sample.signposts,
    ])
  }

  @Test func aGoodPackIsReadWhole() throws {
    let folder = try good().read()
    #expect(folder.findings == [])
    let pack = try #require(folder.pack)
    #expect(pack.prompts.map(\.fullID) == ["core/short", "core/whole"])
    #expect(pack.prompts.map(\.revision) == [3, 3])
    #expect(pack.values.map(\.fullID) == ["core/srn"] && pack.signposts.count == 1)
  }

  @Test func aBrokenFileCostsOnlyItself() throws {
    let place = try good()
    try place.write("schema: alongside.prompt/1\nid: x\n\tbad", "prompts/c.yaml")
    try place.write("schema: alongside.values/1\n", "values/other.yaml")
    let folder = place.read()
    #expect(folder.pack?.prompts.count == 2 && folder.pack?.values.count == 1)
    #expect(Set(folder.findings.map(\.file)) == ["prompts/c.yaml", "values/other.yaml"])
  }

  @Test func aSlipInTheManifestKeepsThePack() throws {
    let place = try good()
    try place.write(Sample.manifest + "\nmantainer: us\n", "pack.yaml")
    #expect(place.read().pack?.prompts.count == 2)
    #expect(place.findings() == ["pack.yaml:17:1 unknown-key"])
  }

  @Test func withoutAManifestTheRestIsStillChecked() throws {
    let place = try good()
    try FileManager.default.removeItem(atPath: place.path + "/pack.yaml")
    try place.write("schema: alongside.promt/1\n", "prompts/c.yaml")
    #expect(place.read().pack == nil)
    #expect(
      place.findings() == ["pack.yaml:1:1 no-manifest", "prompts/c.yaml:1:9 unknown-schema"])
  }

  @Test func listsMustBeInThePack() throws {
    let place = try good()
    let steps =
      "  - {id: a, ask: Q, for_each: {list: srm}}\n  - {id: b, ask: Q, for_each: {list: core/x}}\n"
    try place.write(Sample.steps(steps), "prompts/a.yaml")
    #expect(
      place.findings() == ["prompts/a.yaml:5:38 unknown-list", "prompts/a.yaml:6:38 unknown-list"])
    #expect(place.read().findings.first?.hint == "Did you mean \"srn\"?")
  }

  @Test func everyKindOfFileIsRead() throws {
    let place = try good()
    try place.write(Sample.session, "templates/a.yaml")
    try place.write(Sample.locale, "locales/cy.yaml")
    try place.write(Sample.tests, "tests/b.yaml")
    try place.write(
      Sample.steps("  - {id: a, ask: \"Who is the {peer}?\"}\n", id: "words"), "prompts/c.yaml")
    #expect(place.findings() == [])
    let pack = try #require(place.read().pack)
    #expect(pack.sessions.map(\.fullID) == ["core/fortnightly"])
    #expect(pack.locales.map(\.locale) == ["cy"] && pack.tests.map(\.prompt) == ["whole"])
    #expect(pack.manifest.vocabulary == ["peer": "person", "team-2": "the night team"])
  }

  @Test func testsNameWhatIsThere() throws {
    let place = try good()
    try place.write(
      Sample.tests.replacing("mood: hard", with: "mod: hard").replacing("[story]", with: "[a, b]"),
      "tests/a.yaml")
    try place.write(Sample.tests.replacing("whole", with: "whoel"), "tests/b.yaml")
    try place.write("schema: alongside.prompt/1\n", "prompts/broken.yaml")
    try place.write(Sample.tests.replacing("whole", with: "broken"), "tests/c.yaml")
    let found = place.read().findings.filter { $0.file.hasPrefix("tests/") }
    #expect(
      found.map { "\($0.file):\($0.line):\($0.column) \($0.code)" } == [
        "tests/a.yaml:6:13 unknown-step", "tests/a.yaml:6:16 unknown-step",
        "tests/a.yaml:7:34 unknown-step", "tests/b.yaml:2:9 unknown-prompt",
      ])
    #expect(found.dropLast().last?.hint == "Did you mean \"mood\"?")
    #expect(found.last?.hint == "Did you mean \"whole\"?")
  }

  @Test func pretendAnswersFitAndNoCaseSaysBoth() throws {
    let place = try good()
    try place.write(Sample.tests.replacing("mood: hard", with: "mood: hadr"), "tests/a.yaml")
    try place.write(
      Sample.tests.replacing("hides: []", with: "hides: [story, tender-one]"), "tests/b.yaml")
    #expect(place.read().findings.map(\.code) == ["unknown-option"])
    let found = PackFolder(path: place.path, linting: true).findings
      .filter { $0.file.hasPrefix("tests/") }
    #expect(
      found.map { "\($0.file):\($0.line):\($0.column) \($0.code)" }.sorted() == [
        "tests/a.yaml:7:40 unknown-option", "tests/b.yaml:7:91 never-true",
      ])
    #expect(found.first { $0.code == "unknown-option" }?.hint?.text.contains("hard") == true)
  }

  @Test func idsAreUniqueInAPack() throws {
    let place = try good()
    try place.write(Sample.prompt, "prompts/c.yaml")
    #expect(place.findings() == ["prompts/c.yaml:1:1 duplicate-id"])
    #expect(place.read().pack?.prompts.count == 2)
  }

  @Test func onlyPlainFilesAreRead() throws {
    let place = try good()
    symlink("a.yaml", place.path + "/prompts/link.yaml")
    symlink("/nowhere", place.path + "/prompts/loose.yaml")
    mkfifo(place.path + "/prompts/pipe.yaml", 0o600)
    mkdir(place.path + "/prompts/folder.yaml", 0o700)
    try place.write("x", "prompts/notes.yml")
    try place.write("x", "prompts/.hidden.yaml")
    #expect(
      place.findings() == [
        "prompts/folder.yaml:1:1 not-a-file", "prompts/link.yaml:1:1 not-a-file",
        "prompts/loose.yaml:1:1 not-a-file", "prompts/notes.yml:1:1 file-name",
        "prompts/pipe.yaml:1:1 not-a-file",
      ])
    #expect(place.read().pack?.prompts.count == 2)
  }

  @Test func foldersAreNoLinks() throws {
    let place = try good()
    try FileManager.default.moveItem(atPath: place.path + "/values", toPath: place.path + "/else")
    symlink("else", place.path + "/values")
    #expect(place.findings().contains("values:1:1 not-a-file"))
  }

  @Test func sizesAreCapped() throws {
    let place = try good()
    try place.write(String(repeating: "#", count: YAMLReading.sizeLimit + 10), "prompts/c.yaml")
    #expect(place.findings() == ["prompts/c.yaml:1:1 too-large"])
  }

  @Test func filesAreCounted() throws {
    let place = try good()
    for index in 0...PackFolder.mostFiles { try place.write("x", "signposts/\(index).txt") }
    #expect(place.findings().contains("pack.yaml:1:1 too-many-files"))
  }

  @Test func aMissingFolderIsSaid() {
    #expect(PackFolder(path: "/nowhere/at/all").findings.map(\.code) == ["unreadable"])
  }
}
