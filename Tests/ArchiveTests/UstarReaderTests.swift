import Archive
import TestSupport
import Testing

/// What stock tar programs write in the plain format is read.
@Suite struct UstarReaderTests {
  private static let files = [
    TarFile("one.md", "one\n"), TarFile("entries/two.md", String(repeating: "2", count: 70_000)),
    TarFile("entries/deep/empty", ""),
  ]

  private static func stock(_ arguments: [String]) async throws -> [UInt8] {
    let scratch = try Scratch()
    _ = try await Tool.run("mkdir", ["-p", scratch.file("entries/deep")])
    for file in files { _ = try scratch.write(file.bytes, to: file.path) }
    let made = try await Tool.run(
      "tar", ["--format=ustar", "-C", scratch.path, "-cf", "-"] + arguments)
    #expect(made.code == 0, "\(made.err)")
    return made.out
  }

  @Test func filesOfStockTar() async throws {
    let bytes = try await Self.stock(Self.files.map(\.path))
    #expect(try TarSample.everything(TarSample.reader(bytes)) == Self.files)
  }

  @Test func foldersArePassedOver() async throws {
    let bytes = try await Self.stock(["one.md", "entries"])
    #expect(Set(try TarSample.everything(TarSample.reader(bytes))) == Set(Self.files))
  }

  @Test func filesOfPython() async throws {
    let script = """
      import io, sys, tarfile
      out = tarfile.open(fileobj=sys.stdout.buffer, mode="w|", format=tarfile.USTAR_FORMAT)
      for name, text in [("a/b.txt", b"words"), ("c" * 90 + "/" + "d" * 90, b"")]:
          info = tarfile.TarInfo(name)
          info.size = len(text)
          out.addfile(info, io.BytesIO(text))
      out.close()
      """
    let made = try await Tool.run("python3", ["-c", script])
    #expect(made.code == 0, "\(made.err)")
    let name = String(repeating: "c", count: 90) + "/" + String(repeating: "d", count: 90)
    #expect(
      try TarSample.everything(TarSample.reader(made.out)) == [
        TarFile("a/b.txt", "words"), TarFile(name, ""),
      ])
  }

  @Test(arguments: ["--format=gnu", "--format=pax"]) func otherFormatsAreNamed(
    format: String
  ) async throws {
    let scratch = try Scratch()
    let name = String(repeating: "long", count: 40)
    _ = try scratch.write([1], to: name)
    let made = try await Tool.run("tar", [format, "-C", scratch.path, "-cf", "-", name])
    let error = try #require(throws: ArchiveError.self) {
      try TarSample.everything(TarSample.reader(made.out))
    }
    switch error {
    case .notThisKind: #expect(format == "--format=gnu")
    case .otherKind(_, let kind): #expect(kind == "an extension of the pax format")
    default: Issue.record("\(error)")
    }
  }

  @Test func aLinkOfStockTarIsRefused() async throws {
    let scratch = try Scratch()
    _ = try await Tool.run("ln", ["-s", "/etc/passwd", scratch.file("link")])
    let made = try await Tool.run(
      "tar", ["--format=ustar", "-C", scratch.path, "-cf", "-", "link"])
    #expect(throws: ArchiveError.otherKind(path: "link", kind: "a symbolic link")) {
      try TarSample.everything(TarSample.reader(made.out))
    }
  }

  @Test(arguments: [1, 7, 511, 512, 513, 65_536]) func anyPieces(piece: Int) async throws {
    let bytes = try await Self.stock(Self.files.map(\.path))
    #expect(try TarSample.everything(TarSample.reader(bytes, piece: piece)) == Self.files)
  }

  @Test func contentNotReadIsPassedOver() async throws {
    let bytes = try await Self.stock(Self.files.map(\.path))
    var reader = TarSample.reader(bytes, piece: 1000)
    var sizes: [Int] = []
    while let member = try reader.next() { sizes.append(member.byteCount) }
    #expect(sizes == Self.files.map(\.bytes.count))
    #expect(try reader.next() == nil)
  }

  @Test func aFileOverItsLimitCanBePassedOver() async throws {
    let bytes = try await Self.stock(["entries/two.md", "one.md"])
    var reader = TarSample.reader(bytes)
    #expect(try reader.next()?.byteCount == 70_000)
    #expect(throws: ArchiveError.memberTooLarge(path: "entries/two.md", limit: 69_999)) {
      try reader.content(limit: 69_999)
    }
    #expect(try reader.next()?.path == "one.md")
    #expect(try reader.content(limit: 4) == Array("one\n".utf8))
    #expect(try reader.next() == nil)
  }

  @Test func contentIsHandedOverOnce() async throws {
    var reader = TarSample.reader(try await Self.stock(["one.md"]))
    #expect(throws: ArchiveError.noMemberOpen) { try reader.content(limit: 9) }
    _ = try reader.next()
    _ = try reader.content(limit: 9)
    #expect(throws: ArchiveError.noMemberOpen) { try reader.content(limit: 9) }
    #expect(try reader.next() == nil)
    #expect(throws: ArchiveError.noMemberOpen) { try reader.content(limit: 9) }
  }

  @Test func contentStreams() async throws {
    var reader = TarSample.reader(try await Self.stock(["entries/two.md"]), piece: 4096)
    _ = try reader.next()
    var pieces = 0
    var bytes: [UInt8] = []
    try reader.readContent {
      pieces += 1
      bytes += $0
    }
    #expect(pieces > 10)
    #expect(bytes == Self.files[1].bytes)
    #expect(try reader.next() == nil)
  }

  @Test func anErrorStays() throws {
    struct Refusal: Error {}
    var reader = TarSample.reader(try TarSample.archive("words"))
    _ = try reader.next()
    #expect(throws: Refusal.self) { try reader.readContent { _ in throw Refusal() } }
    #expect(throws: Refusal.self) { try reader.next() }
    #expect(throws: Refusal.self) { try reader.content(limit: 0) }
  }
}
