internal import Crypto
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An Ed25519 private key: what signs.
package struct SigningKey: Sendable {
  private let secret: Curve25519.Signing.PrivateKey
  /// The public half.
  package let verifyingKey: VerifyingKey

  /// Makes a new key.
  package init() {
    // A point of small order comes up once in 2^249 keys; it has no good answer but another try.
    while true {
      let secret = Curve25519.Signing.PrivateKey()
      guard let key = try? VerifyingKey(point: Array(secret.publicKey.rawRepresentation)) else {
        continue
      }
      self.secret = secret
      verifyingKey = key
      return
    }
  }

  /// Takes the 32 bytes that RFC 8032 §5.1.5 calls the private key.
  ///
  /// - Throws: `SigningError.malformed` when there are not 32.
  init(seed: [UInt8]) throws(SigningError) {
    guard let secret = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else {
      throw .malformed("an Ed25519 key has 32 bytes")
    }
    self.secret = secret
    verifyingKey = try VerifyingKey(point: Array(secret.publicKey.rawRepresentation))
  }

  /// The 32 bytes of ``init(seed:)``: a secret.
  var seed: [UInt8] { Array(secret.rawRepresentation) }

  /// Signs `message` for one purpose, as `ssh-keygen -Y sign` does, with SHA-512.
  ///
  /// Two signatures of one message may differ in their bytes: nothing may be called by them.
  ///
  /// - Throws: `SigningError.notSigned`.
  package func sign(
    _ message: [UInt8], namespace: SignatureNamespace
  ) throws(SigningError) -> SSHSignature {
    let text = SignedText(namespace: namespace.rawValue, hash: .sha512, message: message)
    guard let signature = try? secret.signature(for: text.bytes) else { throw .notSigned }
    return SSHSignature(
      key: verifyingKey, namespace: namespace.rawValue, hash: .sha512,
      signature: Array(signature))
  }
}
