internal import Codec

/// Reads the data types of RFC 4251 §5 from some bytes, front to back.
///
/// It is a ``WireReader`` with the words for what it refuses.
struct SSHFields {
  private var reader: WireReader

  init(_ bytes: [UInt8]) {
    reader = WireReader(bytes)
  }

  /// Returns the next `count` bytes.
  ///
  /// - Throws: `SigningError.malformed` when there are fewer.
  mutating func raw(_ count: Int) throws(SigningError) -> [UInt8] {
    try read { reader throws(WireReader.Malformed) in try reader.raw(count) }
  }

  /// A `uint32`: four bytes, the greatest first.
  mutating func number() throws(SigningError) -> UInt32 {
    try read { reader throws(WireReader.Malformed) in try reader.number() }
  }

  /// A `string`: its length as ``number()``, then that many bytes.
  mutating func string() throws(SigningError) -> [UInt8] {
    try read { reader throws(WireReader.Malformed) in try reader.string() }
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
    guard reader.isAtEnd else { throw .malformed("there is something after the end of \(what)") }
  }

  /// Everything that is left.
  var remainder: [UInt8] { reader.remainder }

  private mutating func read<T>(
    _ part: (inout WireReader) throws(WireReader.Malformed) -> T
  ) throws(SigningError) -> T {
    do throws(WireReader.Malformed) {
      return try part(&reader)
    } catch {
      throw .malformed("it is cut short")
    }
  }
}
