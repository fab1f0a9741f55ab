/// Text as searching sees it: case and accents gone, quotes straight, dashes short.
///
/// `é` is `e`, `ß` is `ss`, `ﬁ` is `fi`; every white space is a space. Letter for letter: the
/// fold of two texts side by side is their folds side by side, so composed and decomposed
/// spellings (NFC, NFD) give the same bytes.
package enum Folding {
  /// The folded UTF-8 bytes of a text.
  package static func bytes(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { bytes(UnsafeRawBufferPointer($0)) }
  }

  /// The folded text.
  @Sendable package static func text(_ text: String) -> String {
    String(decoding: bytes(text), as: UTF8.self)
  }

  /// The folded bytes of UTF-8; a byte that is no UTF-8 stays as it is.
  static func bytes(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    var isWhole = false
    let folded = [UInt8](unsafeUninitializedCapacity: raw.count * 3 + 64) { room, count in
      guard let filled = fill(UnsafeMutableRawBufferPointer(room), with: raw) else { return }
      count = filled
      isWhole = true
    }
    return isWhole ? folded : letterByLetter(raw)
  }

  /// Folds eight ASCII bytes in one step; nil where there is not room enough, or a letter becomes
  /// more than seven bytes.
  private static func fill(
    _ room: UnsafeMutableRawBufferPointer, with raw: UnsafeRawBufferPointer
  ) -> Int? {
    var table = FoldTable.current()
    var (at, to) = (0, 0)
    while at < raw.count {
      guard to + 16 + raw.count - at <= room.count else { return nil }
      if at + 8 <= raw.count {
        let eight = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        room.storeBytes(of: eight, toByteOffset: to, as: UInt64.self)
        let high = UInt64(littleEndian: eight) & 0x8080_8080_8080_8080
        let count = high.trailingZeroBitCount >> 3
        (at, to) = (at + count, to + count)
        if high == 0 { continue }
      }
      if let (scalar, count) = raw[at] < 0x80 ? nil : letter(raw, at) {
        guard let packed = table.packed(scalar) else { return nil }
        room.storeBytes(of: packed.littleEndian, toByteOffset: to, as: UInt64.self)
        (at, to) = (at + count, to + Int(packed >> 56))
      } else {
        room[to] = raw[at]
        (at, to) = (at + 1, to + 1)
      }
    }
    for index in 0..<to { room[index] = ascii(room[index]) }
    return to
  }

  private static func letterByLetter(_ raw: UnsafeRawBufferPointer) -> [UInt8] {
    var table = FoldTable.current()
    var folded: [UInt8] = []
    var at = 0
    while at < raw.count {
      at += step(raw, at, &table, into: &folded)
    }
    return folded
  }

  /// Whether two short texts, such as tags, are the same but for case and accents.
  package static func areSame(_ a: String, _ b: String) -> Bool { bytes(a) == bytes(b) }

  /// A small letter for a capital, a space for a tab or a line's end.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> UInt8 {
    if byte &- 0x41 < 26 { return byte | 0x20 }
    return byte &- 0x09 < 5 ? 0x20 : byte
  }

  /// Folds the letter that begins at `at`, and returns how many bytes it took.
  static func step(
    _ raw: UnsafeRawBufferPointer, _ at: Int, _ table: inout FoldTable, into folded: inout [UInt8]
  ) -> Int {
    guard raw[at] >= 0x80, let letter = letter(raw, at) else {
      folded.append(ascii(raw[at]))
      return 1
    }
    table.fold(letter.scalar, into: &folded)
    return letter.count
  }

  /// The scalar of two to four bytes that begins at `at`.
  static func letter(
    _ raw: UnsafeRawBufferPointer, _ at: Int
  ) -> (scalar: UInt32, count: Int)? {
    let lead = raw[at]
    let count = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard count > 0, at + count <= raw.count else { return nil }
    var scalar = UInt32(lead & (0xFF >> UInt8(count + 1)))
    for next in raw[(at + 1)..<(at + count)] {
      guard next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (scalar, count)
  }
}
