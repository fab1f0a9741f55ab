/// Writes numbers and byte strings one after another: big-endian, lengths first.
///
/// With `UInt32` these are the `uint32` and `string` of SSH (RFC 4251 §5).
///
/// ```swift
/// var writer = WireWriter()
/// writer.number(UInt8(1))
/// writer.string("name".utf8)
/// ```
package struct WireWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  /// Begins with nothing.
  package init() {}

  /// Writes a number in as many bytes as its type has.
  package mutating func number(_ value: some FixedWidthInteger) {
    withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
  }

  /// Writes bytes as they are.
  package mutating func raw(_ more: some Sequence<UInt8>) {
    bytes += more
  }

  /// Writes a byte string behind its length in four bytes.
  package mutating func string(_ more: some Collection<UInt8>) {
    number(UInt32(more.count))
    bytes += more
  }
}
