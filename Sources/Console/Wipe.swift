import CProcess

extension [UInt8] {
  /// Overwrites the bytes with zeros and empties the array.
  ///
  /// Reaches the memory only where no other copy of the array is alive, so a secret is handed on,
  /// never kept in two places.
  package mutating func wipe() {
    withUnsafeMutableBytes { alongside_wipe($0.baseAddress, $0.count) }
    removeAll(keepingCapacity: false)
  }

  /// Adds bytes; when room runs out, moves to a larger place and wipes the one left behind.
  mutating func appendSecretly(_ bytes: [UInt8]) {
    if count + bytes.count > capacity {
      var larger: [UInt8] = []
      larger.reserveCapacity((count + bytes.count) * 2)
      larger.append(contentsOf: self)
      wipe()
      self = larger
    }
    append(contentsOf: bytes)
  }

  /// Drops the last UTF-8 scalar: its continuation bytes and the byte that leads them.
  mutating func eraseLastScalar() {
    while let byte = popLast(), byte & 0xC0 == 0x80 {}
  }
}
