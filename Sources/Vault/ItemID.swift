internal import Codec
internal import Crypto

/// The id of an entry or a revision: 64 random bits, thirteen letters.
package struct ItemID: Sendable, Hashable, Comparable, CustomStringConvertible {
  package static let letterCount = 13
  /// The fewest letters that may stand for a whole id.
  package static let prefixLetterCount = 4

  package let bits: UInt64

  package init(bits: UInt64) {
    self.bits = bits
  }

  /// Makes a new id from the system's random numbers.
  package static func fresh() -> ItemID { ItemID(bits: .random(in: .min ... .max)) }

  /// Reads all thirteen letters, or nothing.
  package init?(_ text: String) {
    guard text.utf8.count == Self.letterCount, let range = Self.range(ofPrefix: text),
      range.lowerBound == range.upperBound
    else { return nil }
    bits = range.lowerBound
  }

  package var description: String {
    Base32.encode((0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * $0)) })
  }

  package static func < (a: ItemID, b: ItemID) -> Bool { a.bits < b.bits }

  /// The ids that begin with `prefix`, or nil when no id can.
  static func range(ofPrefix prefix: String) -> ClosedRange<UInt64>? {
    guard let values = Base32.values(prefix), (1...letterCount).contains(values.count) else {
      return nil
    }
    var low: UInt64 = 0
    for (place, value) in values.enumerated() where place < letterCount - 1 {
      low |= UInt64(value) << (59 - 5 * UInt64(place))
    }
    guard values.count == letterCount else {
      return low...(low | (UInt64.max >> (5 * UInt64(values.count))))
    }
    // Sixty-four bits fill twelve letters and four bits of the last, whose fifth must be zero.
    guard let last = values.last, last & 1 == 0 else { return nil }
    return (low | UInt64(last >> 1))...(low | UInt64(last >> 1))
  }
}

/// The id of a journal: 128 random bits, twenty-six letters.
///
/// It survives every change of keys.
package struct JournalID: Sendable, Hashable, CustomStringConvertible {
  let bytes: [UInt8]

  static func fresh() -> JournalID { JournalID(bytes: randomBytes(16)) }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init?(_ text: some StringProtocol) {
    guard let bytes = Base32.decode(text, count: 16) else { return nil }
    self.bytes = bytes
  }

  package var description: String { Base32.encode(bytes) }
}

/// Bytes from the system's random source.
///
/// There is no way to put another source in its place.
func randomBytes(_ count: Int) -> [UInt8] {
  SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
}
