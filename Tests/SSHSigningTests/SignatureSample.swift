import Codec
import TestSupport

@testable import SSHSigning

/// Signatures for tests: whole ones, and ones with a part that is not as it must be.
struct SignatureSample {
  static let message = Array("the sums of a pack\n".utf8)

  let key = SigningKey()
  let signature: SSHSignature

  init() throws {
    signature = try key.sign(Self.message, namespace: .pack)
  }

  /// The parts of a signature's bytes, any of which may be changed.
  struct Parts {
    var preamble = Array("SSHSIG".utf8)
    var version: UInt32 = 1
    var key: [UInt8]
    var namespace = Array("alongside-pack".utf8)
    var reserved: [UInt8] = []
    var hash = Array("sha512".utf8)
    var kind = Array("ssh-ed25519".utf8)
    var signature: [UInt8]
    var afterSignature: [UInt8] = []
    var end: [UInt8] = []

    var blob: [UInt8] {
      var inner = WireWriter()
      inner.string(kind)
      inner.string(signature)
      inner.raw(afterSignature)
      var writer = WireWriter()
      writer.raw(preamble)
      writer.number(version)
      for part in [key, namespace, reserved, hash, inner.bytes] { writer.string(part) }
      writer.raw(end)
      return writer.bytes
    }
  }

  var parts: Parts { Parts(key: key.verifyingKey.blob, signature: signature.signature) }

  /// The signature's bytes, after a change to its parts.
  func blob(_ change: (inout Parts) -> Void) -> [UInt8] {
    var parts = parts
    change(&parts)
    return parts.blob
  }

  /// A public key's bytes around any point.
  static func keyBlob(kind: String = "ssh-ed25519", _ point: [UInt8], then end: [UInt8] = [])
    -> [UInt8]
  {
    var writer = WireWriter()
    writer.string(kind.utf8)
    writer.string(point)
    writer.raw(end)
    return writer.bytes
  }
}

/// The reason for a refusal; nil when nothing was refused.
func refusal(_ attempt: () throws(SigningError) -> Void) -> SigningError? {
  do throws(SigningError) {
    try attempt()
    return nil
  } catch {
    return error
  }
}

/// Whether something is refused as not being of its format.
func isMalformed(_ error: SigningError?) -> Bool {
  if case .malformed = error { true } else { false }
}
