/// Base64 of RFC 4648 §4 with its padding, accepting only the one canonical spelling.
///
/// OpenSSH itself skips blanks and ignores stray bits after the last byte, which would let one
/// signature have many spellings.
enum Base64 {
  private static let alphabet = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let filler = UInt8(ascii: "=")

  private static let values: [UInt8?] = {
    var table = [UInt8?](repeating: nil, count: 256)
    for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(value) }
    return table
  }()

  /// Encodes `bytes` in groups of four letters.
  static func encode(_ bytes: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let held = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
      for place in 0..<4 {
        let value = Int(held >> UInt32(18 - 6 * place) & 63)
        letters.append(place <= group.count ? alphabet[value] : filler)
      }
    }
    return letters
  }

  /// Encodes `bytes` as text.
  static func text(_ bytes: [UInt8]) -> String {
    String(decoding: encode(bytes), as: UTF8.self)
  }

  /// Decodes `letters`, or returns nil unless they are the canonical spelling of some bytes.
  static func decode(_ letters: some Sequence<UInt8>) -> [UInt8]? {
    let letters = Array(letters)
    guard letters.count.isMultiple(of: 4) else { return nil }
    let fillers = letters.suffix(2).reversed().prefix { $0 == filler }.count
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count / 4 * 3)
    var held: UInt32 = 0
    for (place, letter) in letters.dropLast(fillers).enumerated() {
      guard let value = values[Int(letter)] else { return nil }
      held = held << 6 | UInt32(value)
      // A letter brings six bits; all but the first of a group complete a byte.
      let over = UInt32(6 - 2 * (place % 4))
      if place % 4 != 0 { bytes.append(UInt8(truncatingIfNeeded: held >> over)) }
    }
    guard fillers == 0 || held & (1 << UInt32(2 * fillers) - 1) == 0 else { return nil }
    return bytes
  }
}
