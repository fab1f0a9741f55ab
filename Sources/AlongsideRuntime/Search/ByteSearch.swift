/// Finds folded bytes in text whose ASCII letters may be of either case.
///
/// Eight places are looked at in one step: those where both the first and the last byte fit, but
/// for case, are compared whole.
struct ByteSearch: Sendable, Hashable {
  let needle: [UInt8]

  /// The first place at or after `start` where the bytes stand; nil where they do not.
  func first(in text: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    guard let head = needle.first, let tail = needle.last else { return nil }
    let reach = needle.count - 1
    let first = Self.spread(head | 0x20)
    let last = Self.spread(tail | 0x20)
    var at = start
    while at + 8 + reach <= text.count {
      var places =
        Self.zeros(Self.load(text, at) ^ first) & Self.zeros(Self.load(text, at + reach) ^ last)
      while places != 0 {
        let place = at + places.trailingZeroBitCount >> 3
        if isWhole(text, place) { return place }
        places &= places &- 1
      }
      at += 8
    }
    while at + reach < text.count {
      if isWhole(text, at) { return at }
      at += 1
    }
    return nil
  }

  func isFound(in text: UnsafeRawBufferPointer) -> Bool { first(in: text) != nil }

  func isFound(in text: [UInt8]) -> Bool { text.withUnsafeBytes { first(in: $0) != nil } }

  private func isWhole(_ text: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    for (index, byte) in needle.enumerated() where Folding.ascii(text[place + index]) != byte {
      return false
    }
    return true
  }

  /// Eight bytes, the first lowest, with the bit set that tells small letters from capitals.
  @inline(__always)
  private static func load(_ text: UnsafeRawBufferPointer, _ at: Int) -> UInt64 {
    UInt64(littleEndian: text.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      | 0x2020_2020_2020_2020
  }

  @inline(__always)
  private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The highest bit of each byte that is zero, and now and then of the byte above such a one.
  @inline(__always)
  private static func zeros(_ bytes: UInt64) -> UInt64 {
    (bytes &- 0x0101_0101_0101_0101) & ~bytes & 0x8080_8080_8080_8080
  }
}

extension UnsafeRawBufferPointer {
  /// Whether every byte is ASCII.
  var isASCII: Bool {
    var at = 0
    while at + 8 <= count {
      let eight = loadUnaligned(fromByteOffset: at, as: UInt64.self)
      if eight & 0x8080_8080_8080_8080 != 0 { return false }
      at += 8
    }
    return self[at...].allSatisfy { $0 < 0x80 }
  }
}
