/// Bech32 of BIP 173, without its length limit: the spelling of age keys.
enum Bech32 {
  private static let letters = [UInt8]("qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8)
  private static let checksumLength = 6

  /// Spells `data` under a lower-case prefix.
  static func encode(prefix: String, data: [UInt8]) -> String {
    let values = regroup(data, from: 8, to: 5, pad: true) ?? []
    let check = checksum(prefix: prefix, values: values)
    let tail = (values + check).map { letters[Int($0)] }
    return prefix + "1" + String(decoding: tail, as: UTF8.self)
  }

  /// Reads a prefix and its data, all in one case.
  ///
  /// - Throws: `AgeError.key` for mixed case, a letter outside the alphabet or a failed checksum.
  static func decode(_ text: String) throws(AgeError) -> (prefix: String, data: [UInt8]) {
    let lower = text.lowercased()
    guard text == lower || text == text.uppercased() else {
      throw .key("it mixes upper and lower case")
    }
    let bytes = Array(lower.utf8)
    guard let split = bytes.lastIndex(of: UInt8(ascii: "1")), split > 0,
      bytes.count - split - 1 >= checksumLength
    else { throw .key("it is too short, or has no prefix") }
    var values: [UInt8] = []
    for letter in bytes[(split + 1)...] {
      guard let value = letters.firstIndex(of: letter) else {
        throw .key("it has a letter that no key has")
      }
      values.append(UInt8(value))
    }
    let prefix = String(decoding: bytes[..<split], as: UTF8.self)
    guard polymod(expand(prefix) + values) == 1 else {
      throw .key("a letter is missing or changed")
    }
    guard let data = regroup(values.dropLast(checksumLength), from: 5, to: 8, pad: false) else {
      throw .key("its last letter carries stray bits")
    }
    return (text == lower ? prefix : prefix.uppercased(), data)
  }

  private static func checksum(prefix: String, values: [UInt8]) -> [UInt8] {
    let sum = polymod(expand(prefix) + values + [UInt8](repeating: 0, count: checksumLength)) ^ 1
    return (0..<checksumLength).map { UInt8(sum >> UInt32(5 * (5 - $0)) & 31) }
  }

  private static func expand(_ prefix: String) -> [UInt8] {
    prefix.utf8.map { $0 >> 5 } + [0] + prefix.utf8.map { $0 & 31 }
  }

  private static func polymod(_ values: [UInt8]) -> UInt32 {
    let generator: [UInt32] = [0x3b6a_57b2, 0x2650_8e6d, 0x1ea1_19fa, 0x3d42_33dd, 0x2a14_62b3]
    var sum: UInt32 = 1
    for value in values {
      let top = sum >> 25
      sum = (sum & 0x1ff_ffff) << 5 ^ UInt32(value)
      for (bit, term) in generator.enumerated() where top >> UInt32(bit) & 1 == 1 { sum ^= term }
    }
    return sum
  }

  private static func regroup(
    _ data: some Sequence<UInt8>, from: UInt32, to: UInt32, pad: Bool
  ) -> [UInt8]? {
    var out: [UInt8] = []
    var held: UInt32 = 0
    var bits: UInt32 = 0
    let mask: UInt32 = (1 << to) - 1
    for value in data {
      held = held << from | UInt32(value)
      bits += from
      while bits >= to {
        bits -= to
        out.append(UInt8(held >> bits & mask))
      }
      held &= (1 << bits) - 1
    }
    if pad {
      if bits > 0 { out.append(UInt8(held << (to - bits) & mask)) }
    } else if bits >= from || held != 0 {
      return nil
    }
    return out
  }
}
