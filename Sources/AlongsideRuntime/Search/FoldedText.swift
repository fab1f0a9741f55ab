/// A folded text that can say where each of its bytes came from.
///
/// Runs of white space are one space, so that a phrase is found across the end of a line.
struct FoldedText: Sendable {
  let text: String
  let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    var bytes = Folding.bytes(text)
    let count = bytes.withUnsafeMutableBufferPointer { $0.withoutDoubleSpaces() }
    bytes.removeLast(bytes.count - count)
    self.bytes = bytes
  }

  /// The ranges in the UTF-8 of the original that ranges of folded bytes came from.
  ///
  /// Whole letters, with the accents that follow the last of them.
  func originals(_ ranges: [Range<Int>]) -> [Range<Int>] {
    guard let end = ranges.map(\.upperBound).max() else { return [] }
    let origins = origins(upTo: end)
    return ranges.map { range in
      // The next byte of another letter: a letter may become several bytes.
      let last = origins[range.upperBound - 1]
      let next = origins[range.upperBound...].first { $0 > last } ?? text.utf8.count
      return origins[range.lowerBound]..<next
    }
  }

  /// For each folded byte, where its letter begins in the UTF-8 of the original: as far as `end`
  /// and to the next letter.
  private func origins(upTo end: Int) -> [Int] {
    var text = text
    return text.withUTF8 { utf8 in
      let raw = UnsafeRawBufferPointer(utf8)
      var table = FoldTable.current()
      var letter: [UInt8] = []
      var origins: [Int] = []
      origins.reserveCapacity(end + 8)
      var isSpace = false
      var at = 0
      while at < raw.count, origins.count <= end || origins.last == origins[end - 1] {
        let start = at
        // Most letters are ASCII, and stay one byte.
        if raw[at] < 0x80 {
          let wasSpace = isSpace
          isSpace = Folding.ascii(raw[at]) == 0x20
          if !isSpace || !wasSpace { origins.append(start) }
          at += 1
          continue
        }
        letter.removeAll(keepingCapacity: true)
        at += Folding.step(raw, at, &table, into: &letter)
        for byte in letter where byte != 0x20 || !isSpace {
          origins.append(start)
          isSpace = byte == 0x20
        }
      }
      return origins
    }
  }

  /// Whether a word can begin here: what stands before belongs to no word.
  func isBoundary(at position: Int) -> Bool {
    guard position > 0 else { return true }
    return !Self.isInWord(scalar(endingAt: position))
  }

  /// Whether a word can end here.
  func isEnd(at position: Int) -> Bool {
    guard position < bytes.count else { return true }
    let scalar =
      bytes[position] < 0x80 ? UInt32(bytes[position]) : Self.first(of: bytes[position...])
    return !Self.isInWord(scalar)
  }

  /// Whether this letter holds words together.
  ///
  /// Not so in scripts that put no spaces between words: there a word may begin anywhere.
  static func isInWord(_ value: UInt32) -> Bool {
    if value < 0x80 {
      return 0x61...0x7A ~= value || 0x30...0x39 ~= value || 0x41...0x5A ~= value
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0x20000...0x3FFFF:
      return false
    default:
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }

  /// The first letter of folded bytes.
  static func first(of bytes: some Sequence<UInt8>) -> UInt32 {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return 0 }
    return scalar.value
  }

  private func scalar(endingAt position: Int) -> UInt32 {
    var start = position - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return Self.first(of: bytes[start..<position])
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  /// Moves bytes forward so that no space follows another, and returns how many are left.
  fileprivate func withoutDoubleSpaces() -> Int {
    var to = 0
    var isSpace = false
    for byte in self {
      let wasSpace = isSpace
      isSpace = byte == 0x20
      if isSpace, wasSpace { continue }
      self[to] = byte
      to += 1
    }
    return to
  }
}
