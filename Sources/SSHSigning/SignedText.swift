internal import Codec
internal import Crypto

/// How a message is made short before it is signed: the two ways of PROTOCOL.sshsig §2.
enum MessageHash: String, Sendable, Hashable {
  case sha256, sha512

  func digest(_ message: [UInt8]) -> [UInt8] {
    switch self {
    case .sha256: Array(SHA256.hash(data: message))
    case .sha512: Array(SHA512.hash(data: message))
    }
  }
}

/// The bytes that a key in truth signs: PROTOCOL.sshsig §3.
struct SignedText {
  /// What a signature, and what it covers, begins with.
  static let preamble = Array("SSHSIG".utf8)

  let bytes: [UInt8]

  init(namespace: String, hash: MessageHash, message: [UInt8]) {
    var writer = WireWriter()
    writer.raw(Self.preamble)
    writer.string(namespace.utf8)
    writer.string("".utf8)
    writer.string(hash.rawValue.utf8)
    writer.string(hash.digest(message))
    bytes = writer.bytes
  }
}
