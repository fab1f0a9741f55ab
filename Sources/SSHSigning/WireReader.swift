/// Reads the data types of RFC 4251 §5 from some bytes, front to back.
struct WireReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// The next `count` bytes.
  ///
  /// - Throws: `SigningError.malformed` when there are fewer.
  mutating func take(_ count: Int) throws(SigningError) -> [UInt8] {
    guard count <= rest.count else { throw .malformed("it is cut short") }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// A `uint32`: four bytes, the greatest first.
  mutating func number() throws(SigningError) -> UInt32 {
    try take(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A `string`: its length as ``number()``, then that many bytes.
  mutating func string() throws(SigningError) -> [UInt8] {
    try take(Int(number()))
  }

  /// A `string` that names something: 1 to 64 letters, digits and plain signs (RFC 4251 §6).
  ///
  /// Nothing in it can act on a screen.
  mutating func name(of what: String) throws(SigningError) -> String {
    let bytes = try string()
    guard PlainName.fits(bytes) else { throw .malformed("its \(what) is no plain name") }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Makes sure that nothing is left.
  func end(of what: String) throws(SigningError) {
    guard rest.isEmpty else { throw .malformed("there is something after the end of \(what)") }
  }

  /// Everything that is left.
  var remainder: [UInt8] { Array(rest) }
}
