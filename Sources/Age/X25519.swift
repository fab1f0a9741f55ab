internal import Codec
internal import Crypto
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

private let kind = "X25519"
private let label = "age-encryption.org/v1/X25519"

/// The public half of an X25519 identity: `age1…`.
package struct X25519Recipient: Recipient, Hashable, CustomStringConvertible {
  static let prefix = "age"
  /// The curve point, 32 bytes.
  let point: [UInt8]

  init(point: [UInt8]) {
    self.point = point
  }

  /// Reads `age1…`.
  ///
  /// - Throws: `AgeError.key`.
  package init(_ text: String) throws(AgeError) {
    let (prefix, data) = try Bech32.decode(text)
    guard prefix == Self.prefix, data.count == 32 else { throw .key("it does not begin with age1") }
    point = data
  }

  package var description: String { Bech32.encode(prefix: Self.prefix, data: point) }
  package var company: RecipientCompany { .classical }

  package func wrap(_ key: FileKey) throws -> Stanza {
    let ephemeral = Curve25519.KeyAgreement.PrivateKey()
    let share = Array(ephemeral.publicKey.rawRepresentation)
    guard let shared = X25519Agreement.secret(ephemeral, point) else {
      throw AgeError.key("this recipient is a weak point of the curve; nothing may be sealed to it")
    }
    let wrapping = X25519Agreement.wrappingKey(shared, share: share, recipient: point)
    return Stanza(
      kind: kind, arguments: [Base64.text(share, padded: false)],
      body: try key.wrapped(under: wrapping))
  }
}

/// A secret key that opens files sealed to its recipient: `AGE-SECRET-KEY-1…`.
package struct X25519Identity: Identity {
  static let prefix = "AGE-SECRET-KEY-"
  private let secret: Curve25519.KeyAgreement.PrivateKey

  /// Makes a new identity.
  package init() {
    secret = Curve25519.KeyAgreement.PrivateKey()
  }

  /// Reads `AGE-SECRET-KEY-1…`.
  ///
  /// - Throws: `AgeError.key`.
  package init(_ text: String) throws(AgeError) {
    let (prefix, data) = try Bech32.decode(text)
    guard prefix == Self.prefix,
      let secret = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: data)
    else { throw .key("it does not begin with AGE-SECRET-KEY-1") }
    self.secret = secret
  }

  package var recipient: X25519Recipient {
    X25519Recipient(point: Array(secret.publicKey.rawRepresentation))
  }

  /// The secret as an identity file spells it.
  ///
  /// Whoever reads this opens everything it opens.
  package var secretText: String {
    Bech32.encode(prefix: Self.prefix.lowercased(), data: Array(secret.rawRepresentation))
      .uppercased()
  }

  package func unwrap(_ stanza: Stanza) throws(AgeError) -> FileKey? {
    guard stanza.kind == kind else { return nil }
    let share = try stanza.share(byteCount: 32)
    guard let shared = X25519Agreement.secret(secret, share) else {
      throw .header("an X25519 share is a weak point of the curve")
    }
    let wrapping = X25519Agreement.wrappingKey(shared, share: share, recipient: recipient.point)
    return FileKey(unwrapping: stanza.body, under: wrapping)
  }
}

/// The agreement itself, with the check that swift-crypto leaves to its callers.
enum X25519Agreement {
  /// The shared secret, or nil when it is all zeros: then the other side sent a point of small
  /// order and the "secret" is known to everyone.
  ///
  /// RFC 7748 §6.1 allows the check, age demands it.
  static func secret(
    _ own: Curve25519.KeyAgreement.PrivateKey, _ point: [UInt8]
  ) -> SymmetricKey? {
    guard let other = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: point),
      let shared = try? own.sharedSecretFromKeyAgreement(with: other)
    else { return nil }
    return shared.withUnsafeBytes { bytes in
      // OR-fold: no early exit that would tell where the first non-zero byte stands.
      bytes.reduce(UInt8(0), |) == 0 ? nil : SymmetricKey(data: bytes)
    }
  }

  /// HKDF over share and recipient, so that a wrap made for one recipient is void for another.
  static func wrappingKey(
    _ shared: SymmetricKey, share: [UInt8], recipient: [UInt8]
  ) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: shared, salt: share + recipient, info: Array(label.utf8),
      outputByteCount: 32)
  }
}
