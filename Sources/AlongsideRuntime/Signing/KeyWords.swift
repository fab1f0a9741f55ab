internal import Practice
package import SSHSigning
internal import Vault

/// A key as a few words that two people can read to each other over the telephone.
///
/// Eight words of the list stand for the first 88 bits of the key's SHA-256, which `ssh-keygen -l`
/// shows in its own way. To make another key with the same words is out of reach.
package enum KeyWords {
  /// How many words there are.
  package static let count = 8

  /// The words, with single spaces between.
  package static func words(of key: VerifyingKey) -> String {
    (0..<count).map { WordList.words[value(at: $0 * 11, in: key.digest)] }.joined(separator: " ")
  }

  /// Whether what somebody typed, or was sent, names this key: its words, or its fingerprint.
  package static func names(_ typed: String, _ key: VerifyingKey) -> Bool {
    let typed = typed.trimmed
    if typed == key.fingerprint || "SHA256:\(typed)" == key.fingerprint { return true }
    let parts = typed.lowercased().split { $0.isWhitespace || $0 == "-" }
    return parts.joined(separator: " ") == words(of: key)
  }

  /// The eleven bits that begin at this one.
  private static func value(at bit: Int, in digest: [UInt8]) -> Int {
    (bit..<bit + 11).reduce(0) { value, bit in
      value << 1 | Int(digest[bit / 8] >> (7 - bit % 8)) & 1
    }
  }
}
