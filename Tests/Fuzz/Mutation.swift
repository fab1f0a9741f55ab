import TestSupport

/// Breaks good bytes a little, in the ways that typing, mail programs and ill will do.
struct Mutation {
  private var dice: SeededRandom
  private static let signs = Array("\n\t :-[]{},\"'|>&*!#%?@0a~`\r\u{FEFF}".utf8)

  init(seed: UInt64) {
    dice = SeededRandom(seed: seed)
  }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[dice.below(items.count)] }

  mutating func apply(to good: [UInt8]) -> [UInt8] {
    var bytes = good
    for _ in 0...dice.below(4) { slip(&bytes) }
    return bytes
  }

  private mutating func slip(_ bytes: inout [UInt8]) {
    guard bytes.count > 8 else { return bytes += Self.signs }
    let place = dice.below(bytes.count - 4)
    let end = min(bytes.count, place + 1 + dice.below(12))
    switch dice.below(9) {
    case 0: bytes.removeSubrange(place..<end)
    case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 2: bytes[place] = UInt8(dice.below(256))
    case 3: bytes.insert(Self.signs[dice.below(Self.signs.count)], at: place)
    case 4: bytes.swapAt(place, dice.below(bytes.count))
    case 5: bytes[place] ^= 1 << UInt8(dice.below(8))
    case 6: bytes.removeSubrange(place...)
    case 7: nest(&bytes, at: place)
    default: bytes.removeSubrange(place..<min(bytes.count, place + 1 + dice.below(600)))
    }
  }

  /// Brackets inside brackets, or one piece very many times over.
  private mutating func nest(_ bytes: inout [UInt8], at place: Int) {
    let count = 1 + dice.below(200)
    let piece =
      dice.below(2) == 0 ? Array("[".utf8) : Array(bytes[place..<min(bytes.count, place + 9)])
    bytes.insert(contentsOf: Array(repeating: piece, count: count).joined(), at: place)
  }
}
