/// One word or phrase to look for, folded.
struct SearchTerm: Sendable, Hashable {
  /// Folded, with single spaces.
  let bytes: [UInt8]
  /// A quoted phrase ends where a word ends; a word may go on (`hope` finds `hopeful`).
  let isPhrase: Bool
  private let search: ByteSearch
  /// Whether it begins with a letter, so that it must stand at the beginning of a word.
  private let beginsWord: Bool
  private let endsWord: Bool
  /// The longest piece that stands in a sealed entry just as it is, because JSON escapes none of
  /// it; nil where there is none.
  let piece: ByteSearch?

  init(bytes: [UInt8], isPhrase: Bool) {
    self.bytes = bytes
    self.isPhrase = isPhrase
    search = ByteSearch(needle: bytes)
    beginsWord = FoldedText.isInWord(FoldedText.first(of: bytes))
    let start = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    endsWord = isPhrase && FoldedText.isInWord(FoldedText.first(of: bytes[start...]))
    let pieces = bytes.split { Self.isEscaped($0) }
    piece = pieces.max { $0.count < $1.count }.map { ByteSearch(needle: Array($0)) }
  }

  /// Where it stands in a folded text, from left to right, without overlap.
  func ranges(in text: FoldedText) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    text.bytes.withUnsafeBytes { raw in
      var start = 0
      while let place = search.first(in: raw, from: start) {
        let end = place + bytes.count
        let fits =
          (!beginsWord || text.isBoundary(at: place)) && (!endsWord || text.isEnd(at: end))
        if fits { ranges.append(place..<end) }
        start = fits ? end : place + 1
      }
    }
    return ranges
  }

  /// White space, control characters, and what JSON may write with a backslash.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "/")
  }
}
