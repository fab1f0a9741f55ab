/// Writes the numbers and byte strings that sealed parts are made of: big-endian, lengths first.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
  }

  mutating func raw(_ more: some Sequence<UInt8>) {
    bytes += more
  }

  /// A byte string behind its length in four bytes.
  mutating func string(_ more: some Collection<UInt8>) {
    number(UInt32(more.count))
    bytes += more
  }
}

/// Reads what `WireWriter` wrote.
///
/// A read past the end throws instead of trapping.
struct WireReader {
  /// The bytes end too early, or go on after their end.
  struct Malformed: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number<N: FixedWidthInteger>(_: N.Type = N.self) throws -> N {
    var value: N = 0
    for byte in try raw(N.bitWidth / 8) {
      value = N(truncatingIfNeeded: UInt64(truncatingIfNeeded: value) << 8 | UInt64(byte))
    }
    return value
  }

  mutating func raw(_ count: Int) throws -> [UInt8] {
    guard count >= 0, rest.count >= count else { throw Malformed() }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
  }

  mutating func string() throws -> [UInt8] {
    try raw(Int(number(UInt32.self)))
  }

  /// Reads `count` things, refusing a count that the rest could not hold.
  mutating func list<T>(_ read: (inout WireReader) throws -> T) throws -> [T] {
    let count = try Int(number(UInt32.self))
    guard count <= rest.count else { throw Malformed() }
    return try (0..<count).map { _ in try read(&self) }
  }
}
