/// Lengths that say little: PADMÉ of Nikitin and others, "Reducing Metadata Leakage from Encrypted
/// Files" (2019), with a floor of 256 bytes.
///
/// At most 12 per cent is added above the floor.
enum Padding {
  static let floor = 256

  /// The padded length for `count` bytes.
  static func length(for count: Int) -> Int {
    guard count > floor else { return floor }
    let exponent = Int.bitWidth - 1 - count.leadingZeroBitCount
    let digits = Int.bitWidth - exponent.leadingZeroBitCount
    let mask = (1 << (exponent - digits)) - 1
    return (count + mask) & ~mask
  }

  /// Appends `filler` up to the padded length.
  static func pad(_ bytes: [UInt8], with filler: UInt8) -> [UInt8] {
    bytes + [UInt8](repeating: filler, count: length(for: bytes.count) - bytes.count)
  }
}
