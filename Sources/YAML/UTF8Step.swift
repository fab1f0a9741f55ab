/// Decodes UTF-8 one scalar at a time, strictly.
enum UTF8Step {
  /// The scalar that begins at `index` and its length in bytes, or nil where the bytes are none.
  ///
  /// Overlong forms, surrogates and values beyond U+10FFFF are refused.
  static func decode(_ bytes: [UInt8], at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    let lead = bytes[index]
    let (length, bits, least): (Int, UInt32, UInt32)
    switch lead {
    case 0x00...0x7F: return (Unicode.Scalar(lead), 1)
    case 0xC2...0xDF: (length, bits, least) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, bits, least) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, bits, least) = (4, UInt32(lead & 0x07), 0x10000)
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    var value = bits
    for byte in bytes[(index + 1)..<(index + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= least, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, length)
  }
}
