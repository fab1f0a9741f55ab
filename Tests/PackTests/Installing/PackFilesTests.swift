import Archive
import FoundationEssentials
import PackFormat
import Packs
import Practice
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

@Suite struct PackFilesTests {
  private func folder(_ files: [String: String]) throws -> Scratch {
    let scratch = try Scratch()
    for (path, text) in files {
      if let slash = path.lastIndex(of: "/") {
        try FileManager.default.createDirectory(
          atPath: scratch.file(String(path[..<slash])), withIntermediateDirectories: true)
      }
      _ = try scratch.write(Array(text.utf8), to: path)
    }
    return scratch
  }

  private func said(_ files: PackFiles) -> [String] {
    files.findings.map { "\($0.file) \($0.code) \($0.severity)" }
  }

  @Test func whatBelongsIsTaken() throws {
    let scratch = try folder([
      "pack.yaml": "a", "README.md": "b", "LICENCE.txt": "c", "changes.md": "d",
      "prompts/a.yaml": "e", "templates/a.yaml": "f", "sessions/a.yaml": "g", "values/a.yaml": "h",
      "signposts/a.yaml": "i", "locales/cy.yaml": "j", "locales/gd/strings.yaml": "k",
      "tests/a.yaml": "l", ".git/x": "m", ".hidden": "n", "prompts/.x.yaml": "o",
      "schemas/pack-1.json": "p",
    ])
    let files = PackFiles(folder: scratch.path)
    #expect(said(files) == [])
    #expect(
      files.files.map(\.path) == [
        "LICENCE.txt", "README.md", "changes.md", "locales/cy.yaml", "locales/gd/strings.yaml",
        "pack.yaml", "prompts/a.yaml", "sessions/a.yaml", "signposts/a.yaml", "templates/a.yaml",
        "tests/a.yaml", "values/a.yaml",
      ])
  }

  @Test func whatDoesNotBelongStaysOut() throws {
    let scratch = try folder([
      "pack.yaml": "a", "run.sh": "b", "bin/x": "c", "prompts/a.yml": "d", "prompts/A.yaml": "e",
      "CHANGES.md": "f", "readme.md": "g", "README.md": "h", "prompts/deep/a.yaml": "i",
    ])
    symlink("pack.yaml", scratch.file("prompts/link.yaml"))
    mkfifo(scratch.file("prompts/pipe.yaml"), 0o600)
    let files = PackFiles(folder: scratch.path)
    #expect(
      said(files) == [
        "CHANGES.md file-name warning", "bin file-name warning", "prompts/A.yaml bad-path error",
        "prompts/a.yml file-name warning", "prompts/deep file-name warning",
        "prompts/link.yaml not-a-file error", "prompts/pipe.yaml not-a-file error",
        "run.sh file-name warning", "readme.md same-name error",
      ])
    #expect(files.files.map(\.path) == ["README.md", "pack.yaml", "readme.md"])
    let words = files.findings.map(\.message)
    #expect(words[1] == "This is no part of a pack, so it is not read.")
    #expect(
      words[2]
        == "A pack cannot have a file of this name: it may only hold a to z, 0 to 9, dots, hyphens"
        + " and underscores.")
    #expect(words.last == "This name differs from \"README.md\" in capitals only.")
  }

  /// What a desktop or an editor leaves behind stops nobody; a prompt with a name that it cannot
  /// have does, and is told a better one.
  @Test func namesThatSomeoneMeant() throws {
    let scratch = try folder([
      "pack.yaml": "a", "prompts/Thumbs.db": "b", "prompts/evening.yaml~": "c",
      "prompts/First Questions.yml": "d", "prompts/My Day.yaml": "e", "prompts/late.yml": "f",
      "Notes for the panel.docx": "g",
    ])
    let files = PackFiles(folder: scratch.path)
    #expect(
      said(files) == [
        "Notes for the panel.docx file-name warning", "prompts/First Questions.yml bad-path error",
        "prompts/My Day.yaml bad-path error", "prompts/Thumbs.db file-name warning",
        "prompts/evening.yaml~ file-name warning", "prompts/late.yml file-name warning",
      ])
    let hints = files.findings.compactMap(\.hint?.text)
    #expect(hints[1].contains("\"first-questions.yaml\"") && hints[2].contains("\"my-day.yaml\""))
    #expect(hints[5] == "If it belongs to the pack, call it \"late.yaml\".")
  }

  @Test func sizesAndCountsAreCapped() throws {
    let large = String(repeating: "#", count: 10 << 20)
    let scratch = try folder(["pack.yaml": "a", "prompts/a.yaml": large])
    let files = PackFiles(folder: scratch.path)
    #expect(said(files) == ["prompts/a.yaml too-large error"])
    #expect(
      files.findings.first?.message
        == "This file is larger than 256 KiB, the most that a file of a pack may have.")
    let half = String(repeating: "#", count: 250 << 10)
    let many = try folder(
      Dictionary(uniqueKeysWithValues: (0..<30).map { ("prompts/\($0).yaml", half) }))
    #expect(said(PackFiles(folder: many.path)) == ["pack.yaml too-large error"])
  }

  @Test func tenThousandFiles() throws {
    let scratch = try folder(
      Dictionary(uniqueKeysWithValues: (0..<10_000).map { ("prompts/\($0).yaml", "") }))
    let files = PackFiles(folder: scratch.path)
    #expect(said(files) == ["pack.yaml too-many-files error"])
    #expect(files.findings.first?.message == "This pack has more than 2000 files.")
    #expect(files.files.count == 2000)
  }

  @Test func filesInMemoryAreReadLikeAFolder() throws {
    let folder = PackFolder(files: PackSample.texts().mapValues { Array($0.utf8) })
    #expect(folder.findings == [])
    #expect(folder.pack?.prompts.map(\.id) == ["evening", "morning"])
  }

  @Test func sessionsAreTemplates() throws {
    let session = """
      schema: alongside.session/1
      id: pair
      title: Together
      kind: co-reflection
      parties: {one: One, two: Two}
      steps:
        - {id: a, ask: How was it?, who: each, reveal: together}
      """
    for name in ["sessions", "templates"] {
      var texts = PackSample.texts()
      texts["\(name)/pair.yaml"] = session
      let folder = PackFolder(files: texts.mapValues { Array($0.utf8) })
      #expect(folder.findings == [])
      #expect(folder.pack?.sessions.map(\.id) == ["pair"])
    }
  }
}
