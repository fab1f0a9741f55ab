// SSHSigning: who made something, by the signatures of `ssh-keygen -Y`.
//
// `SigningKey` signs, and the `SSHSignature` that it gives is what `ssh-keygen -Y verify` reads. A
// `VerifyingKey` is who signed. `SignatureNamespace` is what it was signed for: the list is closed, so that no
// signature can be taken for one with another meaning. `AllowedSigners` reads the file that says whose keys
// are trusted, for which purpose and when.
//
// Ed25519 is the only kind of key.
//
// It must never take a signature for a purpose it was not made for, accept a key of small order, call anything by a
// signature's bytes, or write a private key without a caller that asks for it.

internal import Codec

/// A signature over a message that stands elsewhere: what `ssh-keygen -Y sign` writes.
///
/// The format is OpenSSH's PROTOCOL.sshsig; the signature within it is RFC 8709 §6. A message may
/// be hashed with SHA-256 or SHA-512. The reserved field, which no signature covers, must be
/// empty: OpenSSH passes over what is in it, and so one signature could be spelt in many ways.
/// Even so, nothing may be called by a signature's bytes.
///
/// ```swift
/// let key = SigningKey()
/// let signature = try key.sign(sums, namespace: .pack)
/// let read = try SSHSignature(armored: signature.armored)
/// try read.verify(sums, namespace: .pack)
/// print(read.key.fingerprint)
/// ```
package struct SSHSignature: Sendable, Hashable {
  private static let label = "SSH SIGNATURE"
  private static let version: UInt32 = 1
  /// The longest file that is looked at, in bytes.
  package static let sizeLimit = 8 * 1024

  /// Who signed, if ``verify(_:namespace:)`` agrees.
  package let key: VerifyingKey
  /// What it was signed for, by its own account.
  package let namespace: String
  let hash: MessageHash
  /// R and S of RFC 8032 §5.1.6, 64 bytes.
  let signature: [UInt8]

  init(key: VerifyingKey, namespace: String, hash: MessageHash, signature: [UInt8]) {
    self.key = key
    self.namespace = namespace
    self.hash = hash
    self.signature = signature
  }

  /// Reads a signature file, strictly: see ``SSHArmor`` for the lines.
  ///
  /// - Throws: `SigningError.otherKey`, `.weakKey` or `.malformed`.
  package init(armored text: [UInt8]) throws(SigningError) {
    try self.init(blob: SSHArmor.read(text, label: Self.label, limit: Self.sizeLimit))
  }

  /// Reads the bytes between the first and the last line.
  init(blob: [UInt8]) throws(SigningError) {
    var reader = SSHFields(blob)
    guard try reader.raw(SignedText.preamble.count) == SignedText.preamble else {
      throw .malformed("its first bytes are not SSHSIG")
    }
    guard try reader.number() == Self.version else {
      throw .malformed("its version is not \(Self.version)")
    }
    key = try VerifyingKey(blob: reader.string())
    namespace = try reader.name(of: "namespace")
    guard try reader.string().isEmpty else { throw .malformed("its reserved field is not empty") }
    guard let hash = MessageHash(rawValue: try reader.name(of: "hash")) else {
      throw .malformed("its hash is neither sha256 nor sha512")
    }
    self.hash = hash
    var inner = SSHFields(try reader.string())
    try reader.end(of: "the signature")
    guard try inner.name(of: "kind of signature") == VerifyingKey.kind else {
      throw .malformed("its key and its signature are of two kinds")
    }
    signature = try inner.string()
    try inner.end(of: "the signature")
    guard signature.count == 64 else { throw .malformed("an Ed25519 signature has 64 bytes") }
  }

  /// The bytes between the first and the last line.
  var blob: [UInt8] {
    var inner = WireWriter()
    inner.string(VerifyingKey.kind.utf8)
    inner.string(signature)
    var writer = WireWriter()
    writer.raw(SignedText.preamble)
    writer.number(Self.version)
    writer.string(key.blob)
    writer.string(namespace.utf8)
    writer.string("".utf8)
    writer.string(hash.rawValue.utf8)
    writer.string(inner.bytes)
    return writer.bytes
  }

  /// The signature file, in lines of 70 letters.
  package var armored: [UInt8] { SSHArmor.write(blob, label: Self.label) }

  /// Makes sure that ``key`` signed `message` for this purpose.
  ///
  /// Whether that key is anybody's whom one trusts is for ``AllowedSigners`` to say.
  ///
  /// - Throws: `SigningError.wrongNamespace` or `.doesNotFit`.
  package func verify(
    _ message: [UInt8], namespace wanted: SignatureNamespace
  ) throws(SigningError) {
    guard namespace == wanted.rawValue else { throw .wrongNamespace(namespace) }
    let text = SignedText(namespace: namespace, hash: hash, message: message)
    guard key.accepts(signature, over: text.bytes) else { throw .doesNotFit }
  }
}
