import Archive
import TestSupport
import Testing

/// Every kind of zip file that is refused, with the reason that is given.
@Suite struct ZipHostileTests {
  private static let words = "z.writestr(\"a.txt\", b\"words \" * 500)"

  private static func damaged(_ reason: String) -> ArchiveError {
    .damagedMember(path: "a.txt", reason: reason)
  }

  private func expect(
    _ error: ArchiveError, _ bytes: [UInt8], at place: SourceLocation = #_sourceLocation
  ) {
    #expect(throws: error, sourceLocation: place) { try ZipSample.everything(bytes) }
  }

  /// Writes one number into a file's own header and into the list of files.
  private func put(
    _ value: Int, width: Int, at offset: Int, in bytes: inout [UInt8]
  ) throws {
    try ZipSample.put(value, width: width, at: offset, of: .local, in: &bytes)
    try ZipSample.put(value, width: width, at: offset + 2, of: .listed, in: &bytes)
  }

  @Test(arguments: [true, false]) func contentThatWasChanged(deflated: Bool) async throws {
    var bytes = try await ZipSample.made(
      "z.writestr(\"a.txt\", bytes(range(256)) * 20)", deflated: deflated)
    // A stored byte, or the low bits of a literal: either way other content of the same size.
    bytes[deflated ? 60 : 100] ^= 0x10
    #expect(throws: ArchiveError.self) { try ZipSample.everything(bytes) }
    if !deflated { expect(Self.damaged("its content does not match its checksum"), bytes) }
  }

  @Test func aChecksumThatWasChanged() async throws {
    var bytes = try await ZipSample.made(Self.words)
    try put(0x1234_5678, width: 4, at: 14, in: &bytes)
    expect(Self.damaged("its content does not match its checksum"), bytes)
  }

  @Test(arguments: [(true, 2999), (true, 3001), (true, 0), (false, 2999), (false, 3001)])
  func aSizeThatIsNotTrue(deflated: Bool, size: Int) async throws {
    var bytes = try await ZipSample.made(Self.words, deflated: deflated)
    try put(size, width: 4, at: 22, in: &bytes)
    expect(Self.damaged("its content is not of the size that was declared"), bytes)
  }

  @Test(arguments: [true, false]) func aPackedSizeTooLarge(deflated: Bool) async throws {
    var bytes = try await ZipSample.made(Self.words, deflated: deflated)
    try put(1 << 20, width: 4, at: 18, in: &bytes)
    expect(Self.damaged("its content lies over another file's"), bytes)
  }

  @Test func aPackedSizeTooSmall() async throws {
    var bytes = try await ZipSample.made(Self.words)
    try put(10, width: 4, at: 18, in: &bytes)
    expect(Self.damaged("its content cannot be unpacked"), bytes)
  }

  @Test func bytesAfterThePackedContent() async throws {
    // A file written to a stream leaves room after its content, for its sizes.
    let bytes = try await ZipSample.made(
      Self.words + "\nz.getinfo(\"a.txt\").compress_size += 10", seekable: false)
    expect(Self.damaged("its content cannot be unpacked"), bytes)
  }

  @Test func aBombThatTellsItsSize() async throws {
    let bytes = try await ZipSample.made("z.writestr(\"a.txt\", bytes(1 << 25))")
    #expect(bytes.count < 1 << 16)
    #expect(throws: ArchiveError.tooLarge(limit: 1 << 24)) { try ZipSample.reader(bytes) }
    let reader = try ZipSample.reader(bytes, contentLimit: 1 << 25)
    let member = try #require(reader.members.first)
    #expect(throws: ArchiveError.memberTooLarge(path: "a.txt", limit: 1 << 20)) {
      try reader.content(of: member, limit: 1 << 20)
    }
  }

  @Test func aBombThatHidesItsSize() async throws {
    var bytes = try await ZipSample.made("z.writestr(\"a.txt\", bytes(1 << 26))")
    try put(100, width: 4, at: 22, in: &bytes)
    expect(Self.damaged("its content is not of the size that was declared"), bytes)
  }

  @Test func aSizeNoPackingReaches() async throws {
    var bytes = try await ZipSample.made(Self.words)
    try put(1 << 23, width: 4, at: 22, in: &bytes)
    expect(Self.damaged("its content is not of the size that was declared"), bytes)
  }

  @Test func manyFilesTogether() async throws {
    let bytes = try await ZipSample.made("for n in range(20): z.writestr(str(n), bytes(1 << 20))")
    #expect(throws: ArchiveError.tooLarge(limit: 1 << 24)) { try ZipSample.reader(bytes) }
    #expect(throws: ArchiveError.tooManyMembers(limit: 19)) {
      try ZipSample.reader(bytes, memberLimit: 19)
    }
    #expect(throws: ArchiveError.tooLarge(limit: bytes.count - 1)) {
      try ZipSample.reader(bytes, archiveLimit: bytes.count - 1)
    }
  }

  @Test func filesThatShareContent() async throws {
    var bytes = try await ZipSample.made(
      "z.writestr(\"a.txt\", b\"1\")\nz.writestr(\"b.txt\", b\"1\")", deflated: false)
    // The first file in the list now claims to begin where the second does.
    try ZipSample.put(36, width: 4, at: 42, of: .listed, in: &bytes)
    let error = try #require(throws: ArchiveError.self) { try ZipSample.reader(bytes) }
    #expect(error.description.hasSuffix("its content lies over another file's"))
  }

  @Test func oneNameTwice() async throws {
    let bytes = try await ZipSample.made(Self.words + "\n" + Self.words)
    expect(.samePath("a.txt"), bytes)
  }

  @Test(arguments: [1, 0x40, 0x2000]) func lockedFiles(flag: Int) async throws {
    var bytes = try await ZipSample.made(Self.words)
    try put(flag, width: 2, at: 6, in: &bytes)
    expect(.locked(path: "a.txt"), bytes)
  }

  @Test(arguments: [1, 9, 12, 14, 93, 99]) func otherPacking(method: Int) async throws {
    var bytes = try await ZipSample.made(Self.words)
    try put(method, width: 2, at: 8, in: &bytes)
    expect(.packedOtherwise(path: "a.txt"), bytes)
  }

  @Test(arguments: [6, 8, 14, 18, 22, 30]) func aHeaderThatDisagrees(offset: Int) async throws {
    var bytes = try await ZipSample.made(Self.words)
    try ZipSample.put(0xA5, width: 1, at: offset, of: .local, in: &bytes)
    expect(Self.damaged("its header and the list of files say different things"), bytes)
  }

  @Test func theLargeKind() async throws {
    let error = ArchiveError.notThisKind(
      "this zip file is of the large kind (zip64), which is not read")
    let sample = try await ZipSample.made(Self.words)
    for (offset, width) in [(10, 2), (12, 4), (16, 4)] {
      var bytes = sample
      try ZipSample.put(0xFFFF_FFFF, width: width, at: offset, of: .end, in: &bytes)
      expect(error, bytes)
    }
    for (offset, width) in [(20, 4), (24, 4), (34, 2), (42, 4)] {
      var bytes = sample
      try ZipSample.put(0xFFFF_FFFF, width: width, at: offset, of: .listed, in: &bytes)
      expect(error, bytes)
    }
    let many = try await ZipSample.made(
      "for n in range(65536): z.writestr(str(n), b\"\")", deflated: false)
    #expect(throws: error) { try ZipSample.reader(many, archiveLimit: .max) }
  }

  @Test(arguments: ["", "PK", "words that are no zip file, and go on for a while"])
  func noZipFile(text: String) {
    expect(.notThisKind("this is not a zip file, or its end is missing"), Array(text.utf8))
  }

  @Test func oneOfSeveralParts() async throws {
    var bytes = try await ZipSample.made(Self.words)
    try ZipSample.put(1, width: 2, at: 4, of: .end, in: &bytes)
    let error = ArchiveError.notThisKind(
      "this zip file is one part of several; only whole ones are read")
    expect(error, bytes)
  }

  @Test func bytesAroundIt() async throws {
    let bytes = try await ZipSample.made(Self.words)
    expect(.damaged("its list of files is not where its end says"), [0] + bytes)
    expect(.notThisKind("this is not a zip file, or its end is missing"), bytes + [0])
  }

  @Test func aListThatDoesNotAddUp() async throws {
    let sample = try await ZipSample.made(Self.words)
    for (count, reason) in [
      (0, "its list of files is longer than its end says"), (2, "its list of files cannot be read"),
    ] {
      var bytes = sample
      try ZipSample.put(count, width: 2, at: 8, of: .end, in: &bytes)
      try ZipSample.put(count, width: 2, at: 10, of: .end, in: &bytes)
      expect(.damaged(reason), bytes)
    }
    var bytes = sample
    try ZipSample.put(2000, width: 2, at: 28, of: .listed, in: &bytes)
    expect(.damaged("its list of files is cut short"), bytes)
  }

  @Test func cutShortAnywhere() async throws {
    let bytes = try await ZipSample.made(Self.words)
    for length in 0..<bytes.count {
      #expect(throws: ArchiveError.self) { try ZipSample.everything(Array(bytes.prefix(length))) }
    }
  }
}
