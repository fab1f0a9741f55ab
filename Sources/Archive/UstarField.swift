/// One field of a ustar header block: where it stands, and how it is written and read.
///
/// The layout is that of POSIX.1-1988, which every tar program reads.
struct UstarField {
  let range: Range<Int>

  static let name = UstarField(range: 0..<100)
  static let mode = UstarField(range: 100..<108)
  static let owner = UstarField(range: 108..<116)
  static let group = UstarField(range: 116..<124)
  static let size = UstarField(range: 124..<136)
  static let modified = UstarField(range: 136..<148)
  static let checksum = UstarField(range: 148..<156)
  static let kind = UstarField(range: 156..<157)
  static let magic = UstarField(range: 257..<265)
  static let deviceMajor = UstarField(range: 329..<337)
  static let deviceMinor = UstarField(range: 337..<345)
  static let prefix = UstarField(range: 345..<500)
  static let unused = UstarField(range: 500..<512)

  static let blockByteCount = 512
  /// The name of the format, a zero byte, and its version.
  static let magicBytes: [UInt8] = Array("ustar\u{0}00".utf8)
  /// One more than the largest number that eleven octal digits hold: 8 GiB.
  static let numberEnd = 1 << 33

  /// Writes bytes at the field's start, leaving zeros after them.
  func put(_ bytes: some Collection<UInt8>, into block: inout [UInt8]) {
    let part = bytes.prefix(range.count)
    block.replaceSubrange(range.lowerBound..<(range.lowerBound + part.count), with: part)
  }

  /// Writes a number in octal digits, filled with zeros, with a zero byte after it.
  func putNumber(_ value: Int, into block: inout [UInt8]) {
    let digits = Array(String(value, radix: 8).utf8)
    let fill = [UInt8](repeating: UInt8(ascii: "0"), count: max(0, range.count - 1 - digits.count))
    put(fill + digits, into: &block)
  }

  /// The field's bytes.
  func bytes(of block: [UInt8]) -> ArraySlice<UInt8> { block[range] }

  /// The bytes up to the first zero, or nil when anything but zeros comes after it.
  func text(of block: [UInt8]) -> ArraySlice<UInt8>? {
    let all = bytes(of: block)
    let text = all.prefix { $0 != 0 }
    return all.dropFirst(text.count).allSatisfy { $0 == 0 } ? text : nil
  }

  /// The number written in the first `digits` places, or nil when one of them is no octal digit.
  func number(of block: [UInt8], digits: Int) -> Int? {
    var value = 0
    for byte in bytes(of: block).prefix(digits) {
      guard (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(byte) else { return nil }
      value = value << 3 | Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// The sum of a block's bytes, its own checksum field counted as spaces.
  static func sum(of block: [UInt8]) -> Int {
    var sum = 0
    for (place, byte) in block.enumerated() {
      sum += checksum.range.contains(place) ? 32 : Int(byte)
    }
    return sum
  }
}
