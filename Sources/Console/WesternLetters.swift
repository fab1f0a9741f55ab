/// Bytes of a terminal or an editor that does not speak UTF-8.
///
/// Valid UTF-8 stays what it is; every other byte is read by Windows code page 1252, which is
/// Latin-1 with letters in place of its second set of controls.
enum WesternLetters {
  static func text(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var result = ""
    var index = 0
    while index < bytes.count {
      let length = (1...4).reversed().first { length in
        index + length <= bytes.count && isCharacter(bytes[index..<(index + length)])
      }
      if let length {
        result += String(decoding: bytes[index..<(index + length)], as: UTF8.self)
      } else {
        result.unicodeScalars.append(letter(bytes[index]))
      }
      index += length ?? 1
    }
    return result
  }

  private static func isCharacter(_ bytes: ArraySlice<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self)?.unicodeScalars.count == 1
  }

  private static func letter(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80]
  }

  /// 0x80 to 0x9F; five of them mean nothing.
  private static let high = Array(
    "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ".unicodeScalars)
}
