internal import Crypto
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The sixteen random bytes that open one file; every recipient gets them wrapped.
package struct FileKey: Sendable {
  static let byteCount = 16
  /// A wrapped file key: the key and a Poly1305 tag.
  static let wrappedByteCount = byteCount + 16

  let secret: SymmetricKey

  /// Makes a key that was never used before.
  init() {
    secret = SymmetricKey(size: .bits128)
  }

  /// Takes a key out of a stanza.
  init(_ bytes: some ContiguousBytes) {
    secret = SymmetricKey(data: bytes)
  }

  /// Wraps this key.
  ///
  /// The nonce may be fixed: each wrapping key is derived from a fresh share or salt and seals one
  /// message, ever.
  func wrapped(under key: SymmetricKey) throws -> [UInt8] {
    let nonce = try ChaChaPoly.Nonce(data: [UInt8](repeating: 0, count: 12))
    let box = try secret.withUnsafeBytes { try ChaChaPoly.seal($0, using: key, nonce: nonce) }
    return Array(box.ciphertext + box.tag)
  }

  /// Unwraps a stanza's body, or returns nil when `key` is not the one it was wrapped under.
  init?(unwrapping body: [UInt8], under key: SymmetricKey) {
    let nonce = [UInt8](repeating: 0, count: 12)
    guard let box = try? ChaChaPoly.SealedBox(combined: nonce + body),
      let opened = try? ChaChaPoly.open(box, using: key)
    else { return nil }
    self.init(opened)
  }

  /// The key of the header's checksum.
  var headerKey: SymmetricKey { derived(salt: [], label: "header") }

  /// The key of the content, bound to its nonce.
  func payloadKey(nonce: [UInt8]) -> SymmetricKey { derived(salt: nonce, label: "payload") }

  private func derived(salt: [UInt8], label: String) -> SymmetricKey {
    HKDF<SHA256>.deriveKey(
      inputKeyMaterial: secret, salt: salt, info: Array(label.utf8), outputByteCount: 32)
  }
}
