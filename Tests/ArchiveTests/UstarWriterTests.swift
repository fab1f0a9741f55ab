import Archive
import TestSupport
import Testing

/// What we write is what every tar program reads.
@Suite struct UstarWriterTests {
  private static let long =
    String(repeating: "folder/", count: 20) + String(repeating: "n", count: 96)
  private static let samples = [
    TarFile("journal.jsonl", "{\"id\":1}\n"),
    TarFile("entries/2026/11/first.md", String(repeating: "a", count: 512)),
    TarFile("entries/empty.md", ""),
    TarFile("entries/é – ☕.md", String(repeating: "é", count: 700)),
    TarFile(String(repeating: "p", count: 100), "a name that fills its field"),
    TarFile(String(repeating: "d", count: 155) + "/" + String(repeating: "n", count: 100), "all"),
    TarFile(long, "divided"),
  ]

  private static func archive(_ files: [TarFile], modified: Int64? = nil) throws -> [UInt8] {
    var writer = modified.map { UstarWriter(modified: $0) } ?? UstarWriter()
    return try files.flatMap { try writer.member($0.path, $0.bytes) } + writer.end()
  }

  @Test func stockTarListsIt() async throws {
    let scratch = try Scratch()
    let file = try scratch.write(try Self.archive(Self.samples), to: "a.tar")
    let listed = try await Tool.run(
      "tar", ["--utc", "--numeric-owner", "--quoting-style=literal", "-tvf", file],
      environment: ["LC_ALL": "C.UTF-8"])
    #expect(listed.code == 0, "\(listed.err)")
    #expect(listed.err == "")
    let lines = listed.text.split(separator: "\n")
    #expect(lines.count == Self.samples.count)
    for (line, sample) in zip(lines, Self.samples) {
      #expect(line.hasPrefix("-rw------- 0/0 "), "\(line)")
      #expect(line.hasSuffix(" \(sample.bytes.count) 2000-01-01 00:00 \(sample.path)"), "\(line)")
    }
  }

  @Test func stockTarExtractsIt() async throws {
    let scratch = try Scratch()
    let outer = try Scratch()
    let file = try outer.write(try Self.archive(Self.samples), to: "a.tar")
    let done = try await Tool.run("tar", ["-C", scratch.path, "-xf", file])
    #expect(done.code == 0, "\(done.err)")
    let found = try scratch.everyFile().map { TarFile(path: $0.path, bytes: $0.bytes) }
    #expect(Set(found) == Set(Self.samples))
  }

  @Test func weReadItBack() throws {
    let archive = try Self.archive(Self.samples)
    #expect(archive.count % 512 == 0)
    #expect(try TarSample.everything(TarSample.reader(archive)) == Self.samples)
  }

  @Test func itIsTheSameEveryTime() throws {
    #expect(try Self.archive(Self.samples) == Self.archive(Self.samples))
    let plain = try Self.archive(Self.samples)
    #expect(try Self.archive(Self.samples, modified: 946_684_800) == plain)
    #expect(try Self.archive(Self.samples, modified: 0) != plain)
  }

  @Test func aStreamedFileIsTheSameAsAWholeOne() throws {
    var streamed = UstarWriter()
    var whole = UstarWriter()
    let bytes = [UInt8](repeating: 7, count: 1000)
    let header = try streamed.header("big", byteCount: 1000)
    let parts = header + bytes + UstarWriter.padding(after: 1000)
    #expect(try whole.member("big", bytes) == parts)
    #expect(UstarWriter.padding(after: 0) == [])
    #expect(UstarWriter.padding(after: 512) == [])
    #expect(UstarWriter.padding(after: 513).count == 511)
  }

  @Test func sizesUpToTheFormatsEnd() throws {
    var writer = UstarWriter()
    let header = try writer.header("big", byteCount: (1 << 33) - 1)
    #expect(Array(header[124..<136]) == Array("77777777777".utf8) + [0])
    let limit = (1 << 33) - 1
    #expect(throws: ArchiveError.memberTooLarge(path: "bigger", limit: limit)) {
      try writer.header("bigger", byteCount: 1 << 33)
    }
    #expect(throws: ArchiveError.memberTooLarge(path: "less", limit: limit)) {
      try writer.header("less", byteCount: -1)
    }
  }

  @Test(arguments: [Int64(-1), 1 << 33, .max, .min]) func aTimeThatDoesNotFit(time: Int64) {
    var writer = UstarWriter(modified: time)
    #expect(
      throws: ArchiveError.damagedMember(path: "a", reason: "its time does not fit the format")
    ) { try writer.header("a", byteCount: 0) }
  }

  @Test(arguments: [
    ("", "it is empty"), ("/etc/a", "it begins at the top of the disk"),
    ("a//b", "one of its parts is empty"), ("a/", "one of its parts is empty"),
    ("a/../b", "it leads out of its folder"), ("./a", "one of its parts is \".\""),
    ("a\\b", "it holds a backslash"),
    (String(repeating: "n", count: 101), "it is too long for a tar archive"),
    ("a/" + String(repeating: "n", count: 101), "it is too long for a tar archive"),
    (String(repeating: "d", count: 156) + "/n", "it is too long for a tar archive"),
  ]) func aPathThatBreaksARule(path: String, rule: String) {
    var writer = UstarWriter()
    let shown = path.count > 60 ? path.prefix(60) + "…" : path
    #expect(throws: ArchiveError.path(shown, rule: rule)) { try writer.member(path, []) }
  }

  @Test func aPathIsWrittenOnce() throws {
    var writer = UstarWriter()
    _ = try writer.member("entries/one.md", [])
    #expect(throws: ArchiveError.samePath("entries/one.md")) {
      try writer.member("entries/one.md", [])
    }
    #expect(throws: ArchiveError.samePath("entries/One.md")) {
      try writer.header("entries/One.md", byteCount: 5)
    }
  }
}
