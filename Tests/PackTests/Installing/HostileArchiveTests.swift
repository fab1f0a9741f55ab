import Archive
import Packs
import TestSupport
import Testing

/// Archives that are refused, each with the words that a person reads.
@Suite struct HostileArchiveTests {
  static let again =
    "Nothing of it was used. Ask whoever made it to build it again with <build>."

  private func refused(
    _ message: String, _ archive: [UInt8], at place: SourceLocation = #_sourceLocation
  ) throws {
    try refused(message, Self.again, archive, at: place)
  }

  private func refused(
    _ message: String, _ hint: String, _ archive: [UInt8],
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let trouble = try #require(throws: PackTrouble.self, sourceLocation: place) {
      try OfferedPack(archive: archive, name: "basics.tar")
    }
    #expect(trouble.message == message, sourceLocation: place)
    #expect(trouble.hint.text == hint, sourceLocation: place)
    #expect(trouble.reason == .archive, sourceLocation: place)
  }

  static let letters = "it may only hold a to z, 0 to 9, dots, hyphens and underscores"

  @Test(arguments: [
    ("../x", "../x", "it leads out of its folder"),
    ("prompts/../../x", "prompts/../../x", "it leads out of its folder"),
    ("/abs", "/abs", "it begins at the top of the disk"),
    ("a//b", "a//b", "one of its parts is empty"),
    ("a\\b", "a\\b", "it holds a backslash"),
    ("a\u{1B}[31m", "a\u{FFFD}[31m", "it holds characters that do not show"),
    ("a./b", "a./b", "one of its parts ends in a dot"),
    ("a /b", "a /b", "one of its parts ends in a space"),
    ("prompts/A.yaml", "prompts/A.yaml", letters),
    ("cafe\u{301}.md", "cafe\u{301}.md", letters),
    ("./pack.yaml", "./pack.yaml", "one of its parts is \".\""),
    (".hidden", ".hidden", "one of its parts begins with a dot"),
  ]) func paths(name: String, shown: String, rule: String) throws {
    try refused(
      "The archive has the path \"\(shown)\": \(rule).",
      HandmadeTar.archive(HandmadeTar.member(name, "x")))
  }

  @Test func aPathWithAZeroByte() throws {
    try refused(
      "\"a\" in the archive is damaged: its header holds bytes that do not belong there.",
      HandmadeTar.archive(HandmadeTar.member("a\u{0}b.md", "x")))
  }

  @Test func aPathThatIsTooLong() throws {
    var writer = UstarWriter()
    let path =
      "prompts/" + String(repeating: "a", count: 100) + "/" + String(repeating: "b", count: 80)
    let archive = try writer.member(path, [1]) + writer.end()
    try refused(
      "The archive has the path \"\(path.prefix(60))…\": it has more than 180 bytes.", archive)
  }

  @Test(
    arguments: [
      ("1", "a hard link"), ("2", "a symbolic link"), ("3", "a device"), ("4", "a device"),
      ("6", "a named pipe"), ("x", "an extension of the pax format"),
      ("g", "an extension of the pax format"), ("S", "an extension of one tar program"),
      ("L", "an extension of one tar program"), ("7", "of a kind that is not known here"),
    ] as [(Character, String)]) func kinds(kind: Character, words: String) throws
  {
    try refused(
      "\"prompts/a.yaml\" in the archive is \(words); only files and folders are read.",
      HandmadeTar.archive(HandmadeTar.member("prompts/a.yaml", kind: kind)))
  }

  @Test func namesThatStandTwice() throws {
    let one = try HandmadeTar.member("readme.md", "x")
    try refused(
      "The archive holds \"readme.md\" more than once.", HandmadeTar.archive(one, one))
    try refused(
      "The archive holds \"README.md\" more than once.",
      HandmadeTar.archive(one, HandmadeTar.member("README.md", "x")))
  }

  @Test func whatIsNoPartOfAPack() throws {
    let hint =
      "Nothing of it was used. Build it again with <build>, or, if it was made for a"
      + " newer version of Alongside, bring this one up to date."
    for path in [
      "run.sh", "bin/run", "prompts/deep/a.yaml", "locales/cy/more/a.yaml",
      "locales/es.yaml/a.yaml",
    ] {
      try refused(
        "\"\(path)\" in the archive is no part of a pack that is known here.", hint,
        HandmadeTar.archive(HandmadeTar.member(path, "x")))
    }
  }

  @Test func sizesThatAreTooLarge() throws {
    let big = [UInt8](repeating: 0x23, count: PackLimits.fileByteCount + 1)
    var writer = UstarWriter()
    try refused(
      "\"prompts/a.yaml\" in the archive is larger than 256 KiB, the most that a file of a pack"
        + " may have.", "Nothing of it was used. Whoever makes it can make two files of it.",
      writer.member("prompts/a.yaml", big) + writer.end())
    try refused(
      "The archive is larger than 5 MiB, the most that a pack may be.",
      "Nothing of it was used. Whoever makes it can make two packs of it.",
      [UInt8](repeating: 0, count: PackLimits.archiveByteCount + 1))
  }

  @Test(arguments: [(1 << 33) - 1, 6 << 20])
  func sizesThatAreNotThere(size: Int) throws {
    try refused(
      "The archive is larger than 5 MiB, the most that a pack may be.",
      "Nothing of it was used. Whoever makes it can make two packs of it.",
      HandmadeTar.archive(HandmadeTar.member("README.md", "x", size: size)))
  }

  /// The header says more than there is, or less: then what follows is no header.
  @Test func sizesThatLie() throws {
    try refused(
      "The archive is cut short.", "Perhaps it did not arrive whole: copy or fetch it again.",
      HandmadeTar.archive(HandmadeTar.member("README.md", "x", size: 200_000)))
    let text = String(repeating: "words ", count: 200)
    try refused(
      "The archive is damaged: it has bytes between two files.",
      HandmadeTar.archive(HandmadeTar.member("README.md", text, size: 700)))
  }

  @Test func tenThousandFiles() throws {
    var writer = UstarWriter()
    var bytes: [UInt8] = []
    for index in 0..<10_000 { bytes += try writer.header("prompts/\(index).yaml", byteCount: 0) }
    try refused(
      "The archive holds more than 2000 files, the most that a pack may have.",
      "Nothing of it was used. Whoever makes it can make two packs of it.", bytes + writer.end())
  }

  @Test(arguments: [300, 511, 513, 700])
  func archivesCutShort(count: Int) throws {
    let bytes = try PackSample.archive()
    try refused(
      "The archive is cut short.", "Perhaps it did not arrive whole: copy or fetch it again.",
      Array(bytes.prefix(count)))
  }

  @Test func whatIsNoTarArchive() throws {
    let hint =
      "A pack is the file that <build> makes; it is neither zipped nor packed."
      + " If it should be one, it did not arrive whole: fetch it again."
    let zip: [UInt8] = [0x50, 0x4B, 3, 4]
    try refused(
      "The archive is not a plain tar archive (ustar).", hint,
      zip + [UInt8](repeating: 7, count: 2000))
    try refused("This file is no built pack.", hint, zip + [UInt8](repeating: 7, count: 400))
    try refused("This file is no built pack.", hint, Array("Dear all,\n".utf8))
    try refused("There is nothing in this file.", hint, [])
  }

  @Test func moreAfterTheEnd() throws {
    try refused(
      "The archive is damaged: it goes on after its end.", PackSample.archive() + [1])
  }

  /// The seed is fixed; a message names the round.
  @Test func noChangeMakesTheReaderCrash() throws {
    var dice = SeededRandom(seed: 0x9A_C4)
    let sample = try PackSample.archive()
    var sound = 0
    for round in 0..<400 {
      var bytes = sample
      for _ in 0...dice.below(3) { bytes[dice.below(bytes.count)] = UInt8(dice.below(256)) }
      guard let offer = try? OfferedPack(archive: bytes, name: "x") else { continue }
      if offer.trouble == nil { sound += 1 }
      #expect(offer.files.files.count <= 5, "round \(round)")
    }
    // Only a change to nothing, or to a field that says nothing, leaves the pack sound.
    #expect(sound < 200)
  }
}
