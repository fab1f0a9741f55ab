package import Age
internal import Practice
package import SSHSigning

/// A key for signing packs that the program made and looks after.
///
/// Kept as an age file sealed to a passphrase, which holds an ordinary OpenSSH private key: `age -d`
/// takes it out again, and `ssh-keygen -Y sign` then signs with it. Beside it lies its public half.
package enum PackKey {
  /// Makes a key, and both files for it.
  ///
  /// - Throws: `AgeError`.
  package static func make(
    sealedWith words: Passphrase, logN: Int
  ) throws -> (sealed: [UInt8], publicHalf: [UInt8]) {
    let key = SigningKey()
    let sealed = try Sealing.seal(
      key.openSSHText(comment: "alongside packs"),
      to: [ScryptRecipient(words, logN: logN)])
    return (sealed, Array((key.verifyingKey.line + " alongside packs\n").utf8))
  }

  /// The key in a sealed file.
  ///
  /// - Throws: `AgeError` where the words do not open it; `SigningError` where it holds no key.
  package static func open(_ sealed: [UInt8], with words: Passphrase) throws -> SigningKey {
    try SigningKey(openSSH: try Opening.open(sealed, with: [ScryptIdentity(words)]))
  }

  /// The key whose public half this is.
  ///
  /// - Throws: `SigningError`.
  package static func verifyingKey(_ publicHalf: [UInt8]) throws -> VerifyingKey {
    try VerifyingKey(line: String(decoding: publicHalf, as: UTF8.self).trimmed)
  }
}
