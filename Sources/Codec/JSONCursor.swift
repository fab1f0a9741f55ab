/// A place in the bytes of a JSON text, which moves forward over what it reads.
///
/// Nothing is copied but the strings that are asked for, and nothing is decoded twice. What it walks over is checked for
/// its brackets, quotes, colons and commas alone: a caller that needs proof that a text is JSON decodes it.
/// The bytes have to outlive the cursor, so it stays inside `withUnsafeBytes`.
///
/// ```swift
/// let tags: [String] = try payload.withUnsafeBytes { bytes in
///   var tags: [String] = []
///   var cursor = JSONCursor(bytes)
///   try cursor.members { cursor, key in
///     guard key == "tags" else { return try cursor.skip() }
///     try cursor.elements { tags.append(try $0.string()) }
///   }
///   return tags
/// }
/// ```
package struct JSONCursor {
  /// The text ends too early, or something else was expected here.
  package struct Malformed: Error {}

  /// A string that was passed over.
  package struct PassedString {
    /// The bytes between the quotes.
    package let inside: Range<Int>
    /// Whether there is no escape in it.
    package let isPlain: Bool
  }

  @usableFromInline package let bytes: UnsafeRawBufferPointer
  /// The index of the byte that is read next.
  @usableFromInline package internal(set) var at: Int

  /// Begins at an index of `bytes`.
  package init(_ bytes: UnsafeRawBufferPointer, at: Int = 0) {
    self.bytes = bytes
    self.at = at
  }

  // MARK: Single bytes

  /// The byte that is read next, or `nil` at the end.
  @inlinable package var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  /// Moves over one byte, whatever it is, unless the end is reached.
  @inlinable package mutating func advance() {
    if at < bytes.count { at += 1 }
  }

  /// Moves over spaces, tabs and line ends.
  @inlinable package mutating func skipSpace() {
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
  }

  /// Whether JSON passes over this byte between its parts.
  @inlinable package static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Returns the first byte of the next part, after space.
  package mutating func peek() throws(Malformed) -> UInt8 {
    while at < bytes.count {
      let byte = bytes[at]
      // Above a blank, no byte is space: one comparison for most.
      if byte > 0x20 || !Self.isSpace(byte) { return byte }
      at += 1
    }
    throw Malformed()
  }

  private mutating func take(_ byte: UInt8) throws(Malformed) {
    guard try peek() == byte else { throw Malformed() }
    at += 1
  }

  // MARK: Values

  /// Goes through an object; `member` begins at the value of each key, and has to move over it.
  package mutating func members(
    _ member: (inout JSONCursor, String) throws -> Void
  ) throws {
    try list(UInt8(ascii: "{"), UInt8(ascii: "}")) { cursor in
      let key = try cursor.string()
      try cursor.take(UInt8(ascii: ":"))
      try member(&cursor, key)
    }
  }

  /// Goes through an array; `element` begins at each value, and has to move over it.
  package mutating func elements(_ element: (inout JSONCursor) throws -> Void) throws {
    try list(UInt8(ascii: "["), UInt8(ascii: "]"), element)
  }

  private mutating func list(
    _ open: UInt8, _ close: UInt8, _ item: (inout JSONCursor) throws -> Void
  ) throws {
    try take(open)
    if try peek() == close { return at += 1 }
    while true {
      try item(&self)
      if try peek() == close { return at += 1 }
      try take(UInt8(ascii: ","))
    }
  }

  /// Moves over one value of any sort.
  package mutating func skip() throws {
    switch try peek() {
    case UInt8(ascii: "\""): _ = try passString()
    case UInt8(ascii: "["): try elements { try $0.skip() }
    case UInt8(ascii: "{"): try members { cursor, _ in try cursor.skip() }
    default:
      let start = at
      while at < bytes.count, !Self.endsScalar(bytes[at]) { at += 1 }
      if at == start { throw Malformed() }
    }
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  // MARK: Strings

  /// Reads one string.
  package mutating func string() throws(Malformed) -> String {
    let passed = try passString()
    let inside = UnsafeRawBufferPointer(rebasing: bytes[passed.inside])
    if passed.isPlain { return String(decoding: inside, as: UTF8.self) }
    guard let text = Self.unescaped(inside) else { throw Malformed() }
    return text
  }

  /// Moves over one string.
  ///
  /// - Parameter inOneLine: whether to stop at a line end, which no JSON string has in it.
  /// - Throws: `Malformed` with the cursor at the line end, or at the end of the text.
  package mutating func passString(inOneLine: Bool = false) throws(Malformed) -> PassedString {
    try take(UInt8(ascii: "\""))
    let start = at
    var isPlain = true
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if inOneLine, bytes[at] == 0x0A { throw Malformed() }
      if bytes[at] == UInt8(ascii: "\\") {
        isPlain = false
        at += 1
      }
      at += 1
    }
    guard at < bytes.count else {
      at = bytes.count
      throw Malformed()
    }
    at += 1
    return PassedString(inside: start..<(at - 1), isPlain: isPlain)
  }

  /// Returns the text between the quotes of a string, or `nil` for an escape that JSON does not have, or half of a pair.
  package static func unescaped(_ raw: UnsafeRawBufferPointer) -> String? {
    var text: [UInt8] = []
    text.reserveCapacity(raw.count)
    var at = 0
    while at < raw.count {
      guard raw[at] == UInt8(ascii: "\\") else {
        text.append(raw[at])
        at += 1
        continue
      }
      guard at + 1 < raw.count else { return nil }
      if let byte = short[raw[at + 1]] {
        text.append(byte)
        at += 2
      } else {
        guard let letter = letter(raw, at), let scalar = Unicode.Scalar(letter.value) else {
          return nil
        }
        text += UTF8.encode(scalar).map(Array.init) ?? []
        at += letter.count
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let short: [UInt8: UInt8] = [
    UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F,
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  /// The letter of `\uXXXX`, or of two such that make a pair, and how many bytes it took.
  private static func letter(
    _ raw: UnsafeRawBufferPointer, _ at: Int
  ) -> (value: UInt32, count: Int)? {
    guard let high = unit(raw, at) else { return nil }
    guard 0xD800...0xDBFF ~= high else { return (high, 6) }
    guard let low = unit(raw, at + 6), 0xDC00...0xDFFF ~= low else { return nil }
    return (0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
  }

  private static func unit(_ raw: UnsafeRawBufferPointer, _ at: Int) -> UInt32? {
    guard at + 6 <= raw.count, raw[at] == UInt8(ascii: "\\"), raw[at + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = String(decoding: raw[(at + 2)..<(at + 6)], as: UTF8.self)
    // The initialiser would take a sign.
    return digits.allSatisfy(\.isHexDigit) ? UInt32(digits, radix: 16) : nil
  }
}
