/// What all readers ask of the bytes they are given.
enum SourceText {
  static let notText = "its bytes are not UTF-8 text; save it as UTF-8 and try again"
  static let controls = "holds control characters; they were kept"

  /// The bytes without the mark that some programs put at the beginning.
  static func withoutMark(_ bytes: [UInt8]) -> ArraySlice<UInt8> { withoutMark(bytes[...]) }

  static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
  }

  /// The text; nil when the bytes are not UTF-8.
  static func text(_ bytes: some Sequence<UInt8>) -> String? {
    String(validating: Array(bytes), as: UTF8.self)
  }

  /// The text with LF at the end of every line, where it had CRLF or a lone CR.
  static func withPlainLines(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var wasReturn = false
    for byte in text.utf8 {
      if byte == 0x0D {
        bytes.append(0x0A)
      } else if byte != 0x0A || !wasReturn {
        bytes.append(byte)
      }
      wasReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// True when there is a control character besides tab and line ends.
  static func hasControls(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D || $0 == 0x7F }
  }

  /// The words with one space between them, for telling whether two texts are the same.
  static func collapsed(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x20 || 0x09...0x0D ~= byte {
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      } else {
        bytes.append(byte)
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return bytes
  }

  static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
  }

  /// The text without the blank lines at either end.
  static func withoutBlankEnds(_ text: String) -> String {
    let rest = withoutBlankBeginning(text[...])
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[..<(rest.utf8[last...].firstIndex(of: 0x0A) ?? rest.endIndex)])
  }

  /// The text from its first line that is not blank.
  static func withoutBlankBeginning(_ text: Substring) -> Substring {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }) else { return "" }
    let start = text.utf8[..<first].lastIndex(of: 0x0A).map { text.utf8.index(after: $0) }
    return text[(start ?? text.startIndex)...]
  }

  /// The words without white space at either end.
  static func trimmed(_ text: some StringProtocol) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
      let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
  }
}
