/// The base32 letters of RFC 4648 §6 in lower case, without padding: easy to read aloud, no 0, 1, 8 or 9.
///
/// ```swift
/// Base32.encode([0x66])  // "my"
/// Base32.decode("my", count: 1)  // [0x66]
/// ```
package enum Base32 {
  private static let letters = [UInt8]("abcdefghijklmnopqrstuvwxyz234567".utf8)

  /// Spells bytes, most significant bit first, the last letter filled with zero bits.
  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    var held: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        out.append(letters[Int(held >> bits & 31)])
      }
    }
    if bits > 0 { out.append(letters[Int(held << (5 - bits) & 31)]) }
    return String(decoding: out, as: UTF8.self)
  }

  /// Returns the five-bit values of the letters, or `nil` when one is not a base32 letter.
  package static func values(_ text: some StringProtocol) -> [UInt8]? {
    let values = text.utf8.compactMap { letters.firstIndex(of: $0).map(UInt8.init) }
    return values.count == text.utf8.count ? values : nil
  }

  /// Returns the bytes that `text` spells, or `nil` unless it spells exactly `count` of them.
  package static func decode(_ text: some StringProtocol, count: Int) -> [UInt8]? {
    guard let values = values(text), values.count == (count * 8 + 4) / 5 else { return nil }
    var out: [UInt8] = []
    var held: UInt32 = 0
    var bits: UInt32 = 0
    for value in values {
      held = held << 5 | UInt32(value)
      bits += 5
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: held >> bits))
      }
      held &= 1 << bits - 1
    }
    return held == 0 ? out : nil
  }
}
