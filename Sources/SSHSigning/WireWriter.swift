/// Writes the data types of RFC 4251 §5.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  /// Bytes as they are.
  mutating func put(_ more: [UInt8]) {
    bytes += more
  }

  /// A `uint32`: four bytes, the greatest first.
  mutating func put(number: UInt32) {
    for shift in [24, 16, 8, 0] as [UInt32] {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// A `string`: its length, then its bytes.
  mutating func put(string: [UInt8]) {
    put(number: UInt32(string.count))
    put(string)
  }

  /// A `string` of text.
  mutating func put(text: String) {
    put(string: Array(text.utf8))
  }
}
