/// Why a key or a signature cannot be used.
///
/// No case carries any part of a key.
package enum SigningError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes are no key, signature or line of its format, for this reason.
  case malformed(String)
  /// The key is of a kind that is not taken: only Ed25519 is.
  case otherKey(String)
  /// The key file is locked with a passphrase.
  case locked
  /// The key is a point of the curve with which every text seems to be signed.
  case weakKey
  /// The signature was made for another purpose, which is named.
  case wrongNamespace(String)
  /// The text is not the one that was signed, or the signature is not by this key.
  case doesNotFit
  /// The key did not sign.
  case notSigned

  package var description: String {
    switch self {
    case .malformed(let reason): "it is not as OpenSSH writes it: \(reason)"
    case .otherKey(let kind):
      "it is of the kind \"\(kind)\", and only ssh-ed25519 is taken; "
        + "\"ssh-keygen -t ed25519\" makes such a key"
    case .locked:
      "the key file is locked with a passphrase, which only \"ssh-keygen -Y sign\" asks for"
    case .weakKey: "the key is a weak point of its curve: with it, any text seems to be signed"
    case .wrongNamespace(let found): "it was signed for another purpose, \"\(found)\""
    case .doesNotFit: "the signature does not fit what is here: one of the two was changed"
    case .notSigned: "the key could not make a signature"
    }
  }
}
