/// Reads what stands between the quotes of a JSON string.
enum JSONEscapes {
  /// The text; nil for an escape that JSON does not have, or half of a pair.
  static func read(_ raw: UnsafeRawBufferPointer) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      guard raw[at] == UInt8(ascii: "\\") else {
        bytes.append(raw[at])
        at += 1
        continue
      }
      guard at + 1 < raw.count else { return nil }
      if let byte = short[raw[at + 1]] {
        bytes.append(byte)
        at += 2
      } else {
        guard let letter = letter(raw, at), let scalar = Unicode.Scalar(letter.value) else {
          return nil
        }
        bytes += UTF8.encode(scalar).map(Array.init) ?? []
        at += letter.count
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let short: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  /// The letter of `\uXXXX`, or of two such that make a pair, and how many bytes it took.
  private static func letter(
    _ raw: UnsafeRawBufferPointer, _ at: Int
  ) -> (value: UInt32, count: Int)? {
    guard let high = unit(raw, at) else { return nil }
    guard 0xD800...0xDBFF ~= high else { return (high, 6) }
    guard let low = unit(raw, at + 6), 0xDC00...0xDFFF ~= low else { return nil }
    return (0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
  }

  private static func unit(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt32? {
    guard at + 6 <= raw.count, raw[at] == UInt8(ascii: "\\"), raw[at + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt32(String(decoding: raw[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
  }
}
