import Archive
import TestSupport
import Testing

/// No change to an archive makes the reader crash or give more than its limits allow.
@Suite struct UstarMutationTests {
  private static let seed: UInt64 = 0xA2C4_17E0

  private static func sample() throws -> [UInt8] {
    var writer = UstarWriter()
    let parts = [
      try writer.member("journal.jsonl", Array("{}\n".utf8)),
      try writer.member("entries/one.md", [UInt8](repeating: 0x61, count: 600)),
      try writer.member(String(repeating: "d/", count: 60) + "deep", [1]), writer.end(),
    ]
    return parts.flatMap { $0 }
  }

  @Test func mutations() throws {
    var dice = SeededRandom(seed: Self.seed)
    let sample = try Self.sample()
    var readWhole = 0
    for round in 0..<6_000 {
      var bytes = sample
      let changes = Self.change(&bytes, &dice)
      let files = try? TarSample.everything(
        TarSample.reader(bytes, piece: 1 + dice.below(700), memberLimit: 5, byteLimit: 8192))
      guard let files else { continue }
      readWhole += 1
      let note = "seed \(Self.seed), round \(round): \(changes)"
      #expect(files.count <= 5, "\(note)")
      #expect(files.reduce(0) { $0 + $1.bytes.count } <= 8192, "\(note)")
      for file in files {
        #expect(!file.path.hasPrefix("/"), "\(note)")
        #expect(!file.path.split(separator: "/").contains(".."), "\(note)")
      }
    }
    // Some changes fall on content, which plain tar does not protect.
    #expect(readWhole > 0 && readWhole < 6_000, "seed \(Self.seed)")
  }

  /// Changes up to three places; half of the time the header is made to add up again.
  private static func change(_ bytes: inout [UInt8], _ dice: inout SeededRandom) -> [String] {
    var changes: [String] = []
    for _ in 0...dice.below(3) {
      let place = dice.below(bytes.count)
      switch dice.below(5) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes.insert(UInt8(dice.below(256)), at: place)
      case 2: bytes[place] = UInt8(dice.below(256))
      case 3: bytes[place] ^= 1 << UInt8(dice.below(8))
      default: bytes[place] = Array("0759/.\\\u{0}".utf8)[dice.below(8)]
      }
      changes.append("\(place)")
      guard bytes.count >= 512 else { break }
      let start = place / 512 * 512
      if dice.below(2) == 0, start + 512 <= bytes.count {
        var block = Array(bytes[start..<(start + 512)])
        TarSample.setChecksum(&block)
        bytes.replaceSubrange(start..<(start + 512), with: block)
      }
    }
    return changes
  }
}
