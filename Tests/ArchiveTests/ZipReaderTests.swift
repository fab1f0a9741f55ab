import Archive
import TestSupport
import Testing

/// What other programs pack into a zip file is read.
@Suite struct ZipReaderTests {
  private static let journal = """
    z.writestr("Journal.json", '{"entries": []}\\n' * 2000)
    z.writestr("photos/", b"")
    z.writestr("photos/0123abcd.jpeg", bytes(range(256)) * 300)
    z.writestr("empty.txt", b"")
    z.writestr("Tagebuch – ä.json", b"{}")
    """
  private static let files = [
    TarFile("Journal.json", String(repeating: "{\"entries\": []}\n", count: 2000)),
    TarFile(path: "photos/0123abcd.jpeg", bytes: (0..<300).flatMap { _ in 0...UInt8.max }),
    TarFile("empty.txt", ""), TarFile("Tagebuch – ä.json", "{}"),
  ]

  @Test(arguments: [true, false], [true, false]) func filesOfPython(
    deflated: Bool, seekable: Bool
  ) async throws {
    let bytes = try await ZipSample.made(Self.journal, deflated: deflated, seekable: seekable)
    // Python marks what it wrote to a stream: the sizes stand after the content.
    #expect((bytes[6] & 8 == 8) == !seekable)
    #expect(try ZipSample.everything(bytes) == Self.files)
    #expect(try ZipSample.reader(bytes).members.allSatisfy(\.hasSafePath))
  }

  @Test func aFolderPackedWhole() async throws {
    let scratch = try Scratch()
    _ = try await Tool.run("mkdir", [scratch.file("photos")])
    let photo = [UInt8](repeating: 9, count: 5000)
    _ = try scratch.write(photo, to: "photos/a.jpeg")
    let made = try await Tool.run(
      "python3", ["-m", "zipfile", "-c", scratch.file("all.zip"), scratch.file("photos")])
    #expect(made.code == 0, "\(made.err)")
    let bytes = try scratch.read("all.zip")
    #expect(
      try ZipSample.everything(bytes) == [TarFile(path: "photos/a.jpeg", bytes: photo)])
  }

  @Test func aZipFileOfNothing() async throws {
    #expect(try ZipSample.everything(try await ZipSample.made("pass")) == [])
  }

  @Test func aNoteAtTheEnd() async throws {
    let bytes = try await ZipSample.made(
      "z.writestr(\"a\", b\"words\")\nz.comment = b\"PK\\x05\\x06\" + b\"-\" * 30000")
    #expect(try ZipSample.everything(bytes) == [TarFile("a", "words")])
  }

  @Test func sizesAreKnownBeforeReading() async throws {
    let members = try ZipSample.reader(try await ZipSample.made(Self.journal)).members
    #expect(members.map(\.byteCount) == Self.files.map(\.bytes.count))
  }

  @Test func oneFileOverItsLimit() async throws {
    let reader = try ZipSample.reader(try await ZipSample.made(Self.journal))
    let first = try #require(reader.members.first)
    #expect(throws: ArchiveError.memberTooLarge(path: "Journal.json", limit: 31_999)) {
      try reader.content(of: first, limit: 31_999)
    }
    #expect(try reader.content(of: first, limit: 32_000).count == 32_000)
  }

  @Test func unsafePathsAreListedAsSuch() async throws {
    let bytes = try await ZipSample.made(
      """
      for name in ["../../x", "/etc/passwd", "a/./b", "ok.json", "a\\\\b", "a\\u202eb"]:
          z.writestr(name, b"1")
      """)
    let members = try ZipSample.reader(bytes).members
    #expect(members.count == 6)
    #expect(members.filter(\.hasSafePath).map(\.path) == ["ok.json"])
    #expect(members.first?.path == "../../x")
  }

  @Test func aMemberOfAnotherZipFile() async throws {
    let other = try ZipSample.reader(try await ZipSample.made(Self.journal))
    let reader = try ZipSample.reader(try await ZipSample.made("z.writestr(\"a\", b\"1\")"))
    for member in other.members {
      #expect(throws: ArchiveError.self) { try reader.content(of: member, limit: .max) }
    }
  }
}
