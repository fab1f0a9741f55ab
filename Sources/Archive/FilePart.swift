/// Some bytes of a larger file, found by their places in the file.
struct FilePart {
  /// Where in the file they begin.
  let start: Int
  let bytes: [UInt8]

  var end: Int { start + bytes.count }

  subscript(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[(range.lowerBound - start)..<(range.upperBound - start)]
  }

  /// The number in two bytes, the low one first; the caller has checked that they are there.
  func littleEndian16(at place: Int) -> Int {
    Int(bytes[place - start]) | Int(bytes[place - start + 1]) << 8
  }

  /// The number in four bytes, the low one first; the caller has checked that they are there.
  func littleEndian32(at place: Int) -> Int {
    littleEndian16(at: place) | littleEndian16(at: place + 2) << 16
  }
}
