internal import Codec
internal import Crypto
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

private let kind = "mlkem768x25519"
private let label = "age-encryption.org/mlkem768x25519"
private let suite = HPKE.Ciphersuite(
  kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: .chaChaPoly)
/// ML-KEM-768 ciphertext and an X25519 share.
private let encapsulationByteCount = 1088 + 32

/// The public half of a hybrid identity, `age1pq1…`: safe as long as either ML-KEM-768 or X25519 is.
package struct HybridRecipient: Recipient, CustomStringConvertible {
  static let prefix = "age1pq"
  private let key: XWingMLKEM768X25519.PublicKey

  fileprivate init(key: XWingMLKEM768X25519.PublicKey) {
    self.key = key
  }

  /// Reads `age1pq1…`.
  ///
  /// - Throws: `AgeError.key`.
  package init(_ text: String) throws(AgeError) {
    let (prefix, data) = try Bech32.decode(text)
    guard prefix == Self.prefix,
      let key = try? XWingMLKEM768X25519.PublicKey(rawRepresentation: data)
    else { throw .key("it does not begin with age1pq1") }
    self.key = key
  }

  package var description: String {
    Bech32.encode(prefix: Self.prefix, data: Array(key.rawRepresentation))
  }

  package var company: RecipientCompany { .postQuantum }

  package func wrap(_ fileKey: FileKey) throws -> Stanza {
    var sender = try HPKE.Sender(
      recipientKey: key, ciphersuite: suite, info: Data(label.utf8))
    let body = try fileKey.secret.withUnsafeBytes { try sender.seal(Data($0)) }
    return Stanza(
      kind: kind, arguments: [Base64.text(sender.encapsulatedKey, padded: false)], body: Array(body)
    )
  }
}

/// A hybrid post-quantum secret key, `AGE-SECRET-KEY-PQ-1…`.
package struct HybridIdentity: Identity {
  static let prefix = "AGE-SECRET-KEY-PQ-"
  private let secret: XWingMLKEM768X25519.PrivateKey

  /// Makes a new identity.
  package init() throws {
    secret = try .generate()
  }

  /// Reads `AGE-SECRET-KEY-PQ-1…`.
  ///
  /// - Throws: `AgeError.key`.
  package init(_ text: String) throws(AgeError) {
    let (prefix, data) = try Bech32.decode(text)
    guard prefix == Self.prefix, data.count == 32,
      let secret = try? XWingMLKEM768X25519.PrivateKey(
        seedRepresentation: data, publicKey: nil)
    else { throw .key("it does not begin with AGE-SECRET-KEY-PQ-1") }
    self.secret = secret
  }

  package var recipient: HybridRecipient { HybridRecipient(key: secret.publicKey) }

  /// The secret as an identity file spells it.
  ///
  /// Whoever reads this opens everything it opens.
  package var secretText: String {
    Bech32.encode(prefix: Self.prefix.lowercased(), data: Array(secret.seedRepresentation))
      .uppercased()
  }

  package func unwrap(_ stanza: Stanza) throws(AgeError) -> FileKey? {
    guard stanza.kind == kind else { return nil }
    let share = try stanza.share(byteCount: encapsulationByteCount)
    // A point of small order gives the same zero to every key, so any fresh key finds it out.
    let probe = Curve25519.KeyAgreement.PrivateKey()
    guard X25519Agreement.secret(probe, Array(share.suffix(32))) != nil else {
      throw .header("a hybrid share holds a weak point of the curve")
    }
    guard
      var receiver = try? HPKE.Recipient(
        privateKey: secret, ciphersuite: suite, info: Data(label.utf8),
        encapsulatedKey: Data(share))
    else { throw .header("a hybrid share could not be used") }
    guard let opened = try? receiver.open(Data(stanza.body)) else { return nil }
    return FileKey(opened)
  }
}
