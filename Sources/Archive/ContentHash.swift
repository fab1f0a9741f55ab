internal import Crypto

/// The SHA-256 of some bytes: what content is called by, wherever it came from.
package struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  private let digest: SHA256.Digest

  package init(of bytes: [UInt8]) {
    digest = SHA256.hash(data: bytes)
  }

  /// Sixty-four hexadecimal digits, lower case.
  package var description: String {
    let digits = Array("0123456789abcdef".utf8)
    let text = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
