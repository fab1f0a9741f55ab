import Archive
import Testing

/// Every kind of archive that is refused, with the reason that is given.
@Suite struct UstarHostileTests {
  @Test(arguments: [
    ("../x", "it leads out of its folder"), ("a/../../x", "it leads out of its folder"),
    ("..", "it leads out of its folder"), ("/etc/passwd", "it begins at the top of the disk"),
    ("a//b", "one of its parts is empty"), ("a/", "one of its parts is empty"),
    ("./a", "one of its parts is \".\""), ("a\\..\\b", "it holds a backslash"),
    ("", "it is empty"),
  ]) func paths(path: String, rule: String) throws {
    try expect(.path(path, rule: rule), TarSample.named(Array(path.utf8)))
  }

  @Test(
    arguments: [
      0x01, 0x0A, 0x1B, 0x7F, 0x9B, 0xAD, 0x61C, 0x200B, 0x200F, 0x2028, 0x202E, 0x2066, 0xFEFF,
      0xE0041,
    ] as [UInt32]) func charactersThatDoNotShow(code: UInt32) throws
  {
    let scalar = try #require(Unicode.Scalar(code))
    let rule = "it holds characters that do not show"
    try expect(.path("a\u{FFFD}b", rule: rule), TarSample.named(Array("a\(scalar)b".utf8)))
  }

  @Test func joinersInsideWordsAreKept() throws {
    let path = "\u{645}\u{6CC}\u{200C}\u{62E}.md"
    let files = try TarSample.everything(TarSample.reader(TarSample.named(Array(path.utf8))))
    #expect(files.map(\.path) == [path])
  }

  @Test(
    arguments: [
      [0x61, 0xFF], [0xC0, 0xAE, 0xC0, 0xAE], [0xED, 0xA0, 0x80], [0x61, 0xE2, 0x82],
    ] as [[UInt8]]) func bytesThatAreNoText(name: [UInt8]) throws
  {
    let shown = String(decoding: name, as: UTF8.self)
    try expect(.path(shown, rule: "it is not UTF-8 text"), TarSample.named(name))
  }

  @Test func aPathThroughThePrefix() throws {
    let out = ArchiveError.path("../x", rule: "it leads out of its folder")
    try expect(out, TarSample.named(Array("x".utf8), prefix: Array("..".utf8)))
    let top = ArchiveError.path("/x/y", rule: "it begins at the top of the disk")
    try expect(top, TarSample.named(Array("y".utf8), prefix: Array("/x".utf8)))
  }

  @Test(
    arguments: [
      ("1", "a hard link"), ("2", "a symbolic link"), ("3", "a device"), ("4", "a device"),
      ("6", "a named pipe"), ("x", "an extension of the pax format"),
      ("g", "an extension of the pax format"), ("L", "an extension of one tar program"),
      ("K", "an extension of one tar program"), ("S", "an extension of one tar program"),
      ("7", "of a kind that is not known here"), ("␀", "of a kind that is not known here"),
    ] as [(Character, String)]) func kinds(kind: Character, words: String) throws
  {
    try expect(.otherKind(path: "n", kind: words), TarSample.named([0x6E], kind: kind))
  }

  @Test func aLongPathIsShortened() throws {
    let name = [UInt8](repeating: 0x6E, count: 99)
    let shown = String(repeating: "n", count: 60) + "…"
    let error = ArchiveError.otherKind(path: shown, kind: "a symbolic link")
    try expect(error, TarSample.named(name, kind: "2"))
  }

  @Test(arguments: [
    "0000000000 ␀", "           ␀", "0000000008␀␀", "-0000000001␀",
    "+0000000001␀", "0x000000001␀", "1" + String(repeating: "␀", count: 11),
    "000000000011", "0000000000a␀",
  ]) func sizesThatAreNotElevenOctalDigits(size: String) throws {
    let archive = try TarSample.archive { TarSample.put(TarSample.bytes(size), at: 124, in: &$0) }
    let reason = "its size is not written in octal digits"
    expect(.damagedMember(path: "a.txt", reason: reason), archive)
  }

  @Test func aSizeInTheWayOfOneTarProgram() throws {
    let size: [UInt8] = [0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    let archive = try TarSample.archive { TarSample.put(size, at: 124, in: &$0) }
    let reason = "its size is not written in octal digits"
    expect(.damagedMember(path: "a.txt", reason: reason), archive)
  }

  @Test(arguments: ["ustar  ␀", "ustar␀01", "ustar␀␀␀", "USTAR␀00"])
  func otherFormats(magic: String) throws {
    let archive = try TarSample.archive { TarSample.put(TarSample.bytes(magic), at: 257, in: &$0) }
    expect(.notThisKind("the archive is not a plain tar archive (ustar)"), archive)
  }

  @Test func aHeaderThatWasChanged() throws {
    var archive = try TarSample.archive("words")
    archive[100] ^= 1
    let reason = "its header does not match its checksum"
    expect(.damagedMember(path: "a.txt", reason: reason), archive)
  }

  @Test(arguments: [50, 400, 505]) func bytesHiddenInAHeader(place: Int) throws {
    let archive = try TarSample.archive {
      if place == 400 { TarSample.put([0x70], at: 345, in: &$0) }
      $0[place] = 1
    }
    let shown = place == 400 ? "p/a.txt" : "a.txt"
    let reason = "its header holds bytes that do not belong there"
    expect(.damagedMember(path: shown, reason: reason), archive)
  }

  @Test func aFolderWithASize() throws {
    let archive = try TarSample.archive("x") { $0[156] = UInt8(ascii: "5") }
    let reason = "it is a folder and yet has a size"
    expect(.damagedMember(path: "a.txt", reason: reason), archive)
  }

  @Test(arguments: [("a.txt", "a.txt"), ("a.txt", "A.TXT"), ("\u{E9}", "e\u{301}")])
  func onePathTwice(first: String, second: String) throws {
    let archive =
      try TarSample.header(first) + TarSample.header(second) + UstarWriter().end()
    expect(.samePath(second), archive)
  }

  @Test func aFolderAndAFileOfOnePath() throws {
    let folder = try TarSample.header("a") { $0[156] = UInt8(ascii: "5") }
    try expect(.samePath("a"), folder + TarSample.header("a") + UstarWriter().end())
  }

  @Test func cutShortAnywhere() throws {
    let archive = try TarSample.archive("words")
    for length in 0..<archive.count { expect(.cutShort, Array(archive.prefix(length))) }
  }

  @Test func bytesAfterTheEnd() throws {
    let archive = try TarSample.archive("words")
    #expect(
      try TarSample.everything(TarSample.reader(archive + [UInt8](repeating: 0, count: 9000)))
        == [TarFile("a.txt", "words")])
    expect(.damaged("it goes on after its end"), archive + [0, 0, 1])
    try expect(.damaged("it goes on after its end"), archive + TarSample.archive("more"))
  }

  @Test func oneEmptyBlockBetweenFiles() throws {
    let empty = [UInt8](repeating: 0, count: 512)
    let archive = try TarSample.header("a") + empty + TarSample.archive("more")
    expect(.damaged("it has an empty header between two files"), archive)
  }

  @Test func bytesInThePadding() throws {
    var archive = try TarSample.archive("words")
    archive[1023] = 1
    expect(.damaged("it has bytes between two files"), archive)
  }

  @Test func limits() throws {
    let archive = try TarSample.header("a") + TarSample.header("b") + UstarWriter().end()
    expect(.tooManyMembers(limit: 1), archive, memberLimit: 1)
    expect(.tooLarge(limit: archive.count - 1), archive, byteLimit: archive.count - 1)
    let exact = TarSample.reader(archive, memberLimit: 2, byteLimit: archive.count)
    #expect(try TarSample.everything(exact).count == 2)
  }

  @Test func aSizeFarPastTheLimitIsRefusedUnread() throws {
    let archive = try TarSample.header("a", byteCount: (1 << 33) - 1) + UstarWriter().end()
    var reader = TarSample.reader(archive, byteLimit: 1 << 20)
    #expect(throws: ArchiveError.tooLarge(limit: 1 << 20)) { try reader.next() }
  }

  @Test func zerosWithoutEnd() {
    var reader = UstarReader(memberLimit: 1, byteLimit: 1 << 20) { count in
      [UInt8](repeating: 0, count: count)[...]
    }
    #expect(throws: ArchiveError.tooLarge(limit: 1 << 20)) { try reader.next() }
  }

  private func expect(
    _ error: ArchiveError, _ archive: @autoclosure () throws -> [UInt8], memberLimit: Int = 100,
    byteLimit: Int = 1 << 20, at place: SourceLocation = #_sourceLocation
  ) rethrows {
    let reader = TarSample.reader(
      try archive(), memberLimit: memberLimit, byteLimit: byteLimit)
    #expect(throws: error, sourceLocation: place) { try TarSample.everything(reader) }
  }
}
