extension [UInt8] {
  /// The number in two bytes, the low one first; the caller has checked that they are there.
  func littleEndian16(at place: Int) -> Int {
    Int(self[place]) | Int(self[place + 1]) << 8
  }

  /// The number in four bytes, the low one first; the caller has checked that they are there.
  func littleEndian32(at place: Int) -> Int {
    littleEndian16(at: place) | littleEndian16(at: place + 2) << 16
  }
}
