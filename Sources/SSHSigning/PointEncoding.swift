/// Which 32 bytes may stand for an Ed25519 public key.
///
/// An encoding is the coordinate y, the lowest byte first, with the sign of x in the highest bit
/// (RFC 8032 §5.1.2). Neither swift-crypto nor OpenSSH refuses the points of small order, with
/// which one signature fits many texts, nor a y that is not reduced, with which one point has
/// two encodings.
enum PointEncoding {
  /// The coordinates y, sign bit aside, of the eight points whose order divides 8.
  ///
  /// Five are reduced: 0 (order 4, both signs of x), 1 (order 1), p − 1 (order 2) and two of
  /// order 8, both signs of x each. Two are not: p, which stands for 0, and p + 1, which stands
  /// for 1. With either sign bit these are 14 encodings; that includes the two where x is 0 and
  /// its sign is set nevertheless. The list is in Chalkias, Garillot and Nikolaenko, "Taming the
  /// Many EdDSAs" (2020), table 1; the tests forge a signature with each.
  static let smallOrder: [[UInt8]] = [
    [0x00] + middle(0x00) + [0x00],
    [0x01] + middle(0x00) + [0x00],
    [
      0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98,
      0xF0, 0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53,
      0xFC, 0x05,
    ],
    [
      0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67,
      0x0F, 0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC,
      0x03, 0x7A,
    ],
    [0xEC] + middle(0xFF) + [0x7F],
    [0xED] + middle(0xFF) + [0x7F],
    [0xEE] + middle(0xFF) + [0x7F],
  ]

  /// Whether `point` is 32 bytes, reduced, and not of small order.
  static func isSound(_ point: [UInt8]) -> Bool {
    guard point.count == 32 else { return false }
    let y = point.dropLast() + [point[31] & 0x7F]
    return isReduced(Array(y)) && !smallOrder.contains(Array(y))
  }

  /// Whether y is below p = 2^255 − 19.
  private static func isReduced(_ y: [UInt8]) -> Bool {
    y[0] < 0xED || y[31] != 0x7F || y[1..<31].contains { $0 != 0xFF }
  }

  private static func middle(_ byte: UInt8) -> [UInt8] {
    [UInt8](repeating: byte, count: 30)
  }
}
