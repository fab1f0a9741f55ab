/// Base64 of RFC 4648 §4, accepting only the one canonical spelling of each byte string.
///
/// Foundation's decoder accepts stray bits after the last byte, which would let one file have many
/// spellings; age forbids that.
package enum Base64 {
  private static let alphabet = [UInt8](
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let values: [UInt8] = {
    var table = [UInt8](repeating: 0xFF, count: 256)
    for (value, letter) in alphabet.enumerated() { table[Int(letter)] = UInt8(value) }
    return table
  }()

  /// Encodes `bytes`, with `=` at the end only when `padded`.
  package static func encode(_ bytes: some Sequence<UInt8>, padded: Bool) -> [UInt8] {
    var out: [UInt8] = []
    var held: UInt32 = 0
    var bits = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        out.append(alphabet[Int(held >> UInt32(bits) & 63)])
      }
    }
    if bits > 0 { out.append(alphabet[Int(held << UInt32(6 - bits) & 63)]) }
    if padded { while out.count % 4 != 0 { out.append(UInt8(ascii: "=")) } }
    return out
  }

  /// Encodes without padding, as text.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: encode(bytes, padded: false), as: UTF8.self)
  }

  /// Decodes `letters`, or returns nil unless they are the canonical spelling of some bytes.
  package static func decode(_ letters: some Collection<UInt8>, padded: Bool) -> [UInt8]? {
    var body = Array(letters)
    if padded {
      guard body.count % 4 == 0 else { return nil }
      for _ in 0..<2 where body.last == UInt8(ascii: "=") { body.removeLast() }
      guard (4 - body.count % 4) % 4 == letters.count - body.count else { return nil }
    }
    guard body.count % 4 != 1 else { return nil }
    var out: [UInt8] = []
    out.reserveCapacity(body.count * 3 / 4)
    var held: UInt32 = 0
    var bits = 0
    for letter in body {
      let value = values[Int(letter)]
      guard value != 0xFF else { return nil }
      held = held << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        out.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
      }
    }
    // Bits left over after the last whole byte must be zero, else two spellings mean one thing.
    guard held & (1 << UInt32(bits) - 1) == 0 else { return nil }
    return out
  }
}
