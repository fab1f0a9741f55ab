/// Reads what ``WireWriter`` writes, front to back.
///
/// A read past the end throws instead of trapping.
///
/// ```swift
/// var reader = WireReader(writer.bytes)
/// let version = try reader.number(UInt8.self)
/// let name = String(decoding: try reader.string(), as: UTF8.self)
/// guard reader.isAtEnd else { throw WireReader.Malformed() }
/// ```
package struct WireReader {
  /// The bytes end too early, go on after their end, or are not of the format that a caller reads.
  package struct Malformed: Error {
    package init() {}
  }

  private var rest: ArraySlice<UInt8>

  /// Reads `bytes` from their start.
  package init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// Whether nothing is left.
  package var isAtEnd: Bool { rest.isEmpty }

  /// Everything that is left.
  package var remainder: [UInt8] { Array(rest) }

  /// Reads a number of at most 64 bits.
  @inlinable package mutating func number<N: FixedWidthInteger>(
    _: N.Type = N.self
  ) throws(Malformed) -> N {
    N(truncatingIfNeeded: try unsigned(N.bitWidth / 8))
  }

  /// Reads a number of `count` bytes.
  package mutating func unsigned(_ count: Int) throws(Malformed) -> UInt64 {
    guard rest.count >= count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Reads `count` bytes.
  package mutating func raw(_ count: Int) throws(Malformed) -> [UInt8] {
    guard count >= 0, rest.count >= count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  /// Reads a byte string behind its length in four bytes.
  package mutating func string() throws(Malformed) -> [UInt8] {
    try raw(Int(number(UInt32.self)))
  }

  /// Reads a count in four bytes and as many things, refusing a count that the rest could not hold.
  package mutating func list<T>(_ read: (inout WireReader) throws -> T) throws -> [T] {
    let count = try Int(number(UInt32.self))
    guard count <= rest.count else { throw Malformed() }
    return try (0..<count).map { _ in try read(&self) }
  }
}
