import Archive
import TestSupport
import Testing

/// No change to a zip file makes the reader crash or give other content than was packed.
@Suite struct ZipMutationTests {
  private static let seed: UInt64 = 0x21B0_5EED

  @Test(arguments: [true, false]) func mutations(seekable: Bool) async throws {
    let sample = try await ZipSample.made(
      """
      z.writestr("Journal.json", b"words and more words " * 30)
      z.writestr("photos/a.jpeg", bytes(range(200)))
      """, seekable: seekable)
    let contents = Set(try ZipSample.everything(sample).map(\.bytes))
    var dice = SeededRandom(seed: Self.seed)
    var refused = 0
    for round in 0..<5_000 {
      var bytes = sample
      let changes = Self.change(&bytes, &dice)
      do {
        for file in try ZipSample.everything(bytes) {
          let note = "seed \(Self.seed), round \(round): \(changes)"
          #expect(file.bytes.isEmpty || contents.contains(file.bytes), "\(note)")
        }
      } catch is ArchiveError {
        refused += 1
      }
    }
    #expect(refused > 2_500, "seed \(Self.seed)")
  }

  /// Changes up to three places; most of them in the records, where the numbers are.
  private static func change(_ bytes: inout [UInt8], _ dice: inout SeededRandom) -> [Int] {
    var places: [Int] = []
    for _ in 0...dice.below(3) {
      let tail = min(bytes.count, 160)
      let place = dice.below(3) == 0 ? dice.below(bytes.count) : bytes.count - 1 - dice.below(tail)
      switch dice.below(6) {
      case 0: bytes.remove(at: place)
      case 1: bytes.insert(UInt8(dice.below(256)), at: place)
      case 2: bytes[place] = UInt8(dice.below(256))
      case 3: bytes[place] = 0xFF
      case 4: bytes[place] &+= 1
      default: bytes[place] ^= 1 << UInt8(dice.below(8))
      }
      places.append(place)
    }
    return places
  }
}
