internal import Codec

/// Bytes as lines of Base64 between a `BEGIN` and an `END` line, as OpenSSH writes them.
///
/// Reading is strict, so that one text has next to no other spellings. The first line must be
/// exactly the `BEGIN` line and the last exactly the `END` line. Between them all lines but the
/// last have one length: 70 (what ssh-keygen writes), 76 (PROTOCOL.sshsig §1) or 64 (RFC 7468,
/// which other programs follow). Lines end in LF alone; after the `END` line one LF may stand,
/// and nothing else. CR LF is refused: OpenSSH 9.2 refuses it too.
enum Armor {
  private static let feed = UInt8(ascii: "\n")
  private static let widths = [64, 70, 76]

  /// Writes `bytes` in lines of 70 letters.
  static func write(_ bytes: [UInt8], label: String) -> [UInt8] {
    let letters = Base64.encode(bytes, padded: true)
    var text = Array("-----BEGIN \(label)-----\n".utf8)
    for start in stride(from: 0, to: letters.count, by: 70) {
      text += letters[start..<min(start + 70, letters.count)]
      text.append(feed)
    }
    return text + Array("-----END \(label)-----\n".utf8)
  }

  /// Reads what ``write(_:label:)`` writes.
  ///
  /// - Throws: `SigningError.malformed`.
  static func read(
    _ text: [UInt8], label: String, limit: Int
  ) throws(SigningError) -> [UInt8] {
    guard text.count <= limit else { throw .malformed("it is longer than \(limit) bytes") }
    guard !text.contains(UInt8(ascii: "\r")) else {
      throw .malformed("its lines end as Windows ends them (CR LF); save it with LF alone")
    }
    let begin = "-----BEGIN \(label)-----"
    let end = "-----END \(label)-----"
    var lines = text.split(separator: feed, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first, first.elementsEqual(begin.utf8) else {
      throw .malformed("its first line is not \(begin)")
    }
    guard let last = lines.last, last.elementsEqual(end.utf8) else {
      throw .malformed("its last line is not \(end)")
    }
    return try decode(lines.dropFirst().dropLast())
  }

  private static func decode(_ lines: ArraySlice<ArraySlice<UInt8>>) throws(SigningError)
    -> [UInt8]
  {
    guard let first = lines.first, let last = lines.last, !last.isEmpty else {
      throw .malformed("there is nothing between its first and its last line, or a line is empty")
    }
    let width = lines.count > 1 ? first.count : 76
    guard lines.count == 1 || widths.contains(width), last.count <= width,
      lines.dropLast().allSatisfy({ $0.count == width })
    else { throw .malformed("its lines are not all of one length: 64, 70 or 76") }
    guard let bytes = Base64.decode(Array(lines.joined()), padded: true) else {
      throw .malformed("its lines are not plain Base64")
    }
    return bytes
  }
}
