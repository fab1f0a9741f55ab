internal import Codec

/// Cuts a long JSON text into its entries, so that a broken one costs only itself.
///
/// Nothing is decoded: bytes are looked at once, in a line, and each piece is a range of them. Where
/// a piece breaks the rules, the next one is looked for by the key that pieces begin with.
struct JSONPieces {
  /// One entry's bytes, or the place of one that broke off.
  struct Piece {
    var range: Range<Int>
    /// Counted from 1.
    var line: Int
    var isWhole: Bool
  }

  private let bytes: [UInt8]
  private var at: Int
  private var line = 1
  /// The key that the first piece began with, quotes included.
  private var firstKey: ArraySlice<UInt8> = []
  /// How many bytes may be looked at in vain before giving up on the rest.
  private var patience: Int
  private var hasBegun = false
  private var isList = false
  /// Whether nothing more can be read behind the last piece.
  private var isLost = false
  /// How many pieces there were so far.
  private(set) var count = 0
  /// False when the text ended too early, or its rest could not be read.
  private(set) var isComplete = true

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    at = start
    patience = bytes.count * 4 + 1_000_000
    for byte in bytes[..<start] where byte == 0x0A { line += 1 }
  }

  /// The next object of an array, or of objects that follow each other, as one on each line.
  mutating func next() -> Piece? {
    if !hasBegun { begin() }
    guard !isLost else { return nil }
    skipSpace()
    while at < bytes.count, bytes[at] == UInt8(ascii: ",") {
      at += 1
      skipSpace()
    }
    guard at < bytes.count else {
      isComplete = isComplete && !isList
      return nil
    }
    if isList, bytes[at] == UInt8(ascii: "]") { return nil }
    let piece = piece()
    count += 1
    if !piece.isWhole, !findNext(after: piece.range.lowerBound) {
      isComplete = false
      isLost = true
    }
    return piece
  }

  private mutating func begin() {
    hasBegun = true
    skipSpace()
    isList = at < bytes.count && bytes[at] == UInt8(ascii: "[")
    if isList { at += 1 }
  }

  /// Takes one piece, up to its end or to where it breaks the rules.
  private mutating func piece() -> Piece {
    let (start, startLine) = (at, line)
    if bytes[at] == UInt8(ascii: "{"), firstKey.isEmpty { rememberKey() }
    let isWhole = move { JSONScan.pass(&$0) }
    return Piece(range: start..<at, line: startLine, isWhole: isWhole)
  }

  /// Goes to where the next piece seems to begin; false when there is none, or too much was tried.
  private mutating func findNext(after start: Int) -> Bool {
    patience -= at - start
    guard patience > 0 else { return false }
    while at > start, bytes[at - 1] != 0x0A, bytes[at - 1] != UInt8(ascii: "{") { at -= 1 }
    if at > start, bytes[at - 1] == UInt8(ascii: "{") { at -= 1 }
    at = max(at, start + 1)
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "{"), beginsPiece(at) { return true }
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    return false
  }

  private func beginsPiece(_ index: Int) -> Bool {
    guard let key = keyStart(index), bytes[key...].starts(with: firstKey) else { return false }
    var before = index - 1
    while before >= 0, bytes[before] == 0x20 || bytes[before] == 0x09 { before -= 1 }
    return before < 0 || bytes[before] == UInt8(ascii: ",") || bytes[before] == 0x0A
      || bytes[before] == 0x0D
  }

  private mutating func rememberKey() {
    guard let key = keyStart(at) else { return }
    let end = bytes[(key + 1)...].prefix(64).firstIndex(of: UInt8(ascii: "\""))
    if let end { firstKey = bytes[key...end] }
  }

  /// The index of the quote that the first key of an object begins with.
  private func keyStart(_ index: Int) -> Int? {
    bytes.withUnsafeBytes { raw in
      var cursor = JSONCursor(raw, at: index + 1)
      cursor.skipSpace()
      return cursor.byte == UInt8(ascii: "\"") ? cursor.at : nil
    }
  }

  private mutating func skipSpace() {
    move { $0.skipSpace() }
  }

  /// Moves forward, counting lines.
  private mutating func move<T>(_ step: (inout JSONCursor) -> T) -> T {
    let start = at
    return bytes.withUnsafeBytes { raw in
      var cursor = JSONCursor(raw, at: start)
      let result = step(&cursor)
      at = cursor.at
      for byte in raw[start..<at] where byte == 0x0A { line += 1 }
      return result
    }
  }
}
