internal import Codec

/// Key files as OpenSSH's PROTOCOL.key lays them out.
extension SigningKey {
  private static let label = "OPENSSH PRIVATE KEY"
  private static let magic = Array("openssh-key-v1\0".utf8)
  private static let sizeLimit = 32 * 1024
  /// An unlocked file is padded as for a cipher of blocks of eight bytes.
  private static let blockSize = 8

  /// Reads a key file that `ssh-keygen -t ed25519` made without a passphrase.
  ///
  /// - Throws: `SigningError.locked` for one with a passphrase, `.otherKey` for other kinds,
  ///   `.weakKey`, and `.malformed`.
  package init(openSSH text: [UInt8]) throws(SigningError) {
    guard !text.starts(with: "ssh-".utf8) else {
      throw .malformed(
        "this is the public half of a key; the file beside it, without .pub, is the private one")
    }
    let blob = try SSHArmor.read(text, label: Self.label, limit: Self.sizeLimit)
    var reader = SSHFields(blob)
    guard try reader.raw(Self.magic.count) == Self.magic else {
      throw .malformed("its first bytes are not openssh-key-v1")
    }
    let cipher = try reader.name(of: "cipher")
    let derivation = try reader.name(of: "derivation")
    let options = try reader.string()
    guard try reader.number() == 1 else { throw .malformed("it holds more keys than one") }
    let key = try VerifyingKey(blob: reader.string())
    let secrets = try reader.string()
    try reader.end(of: "the key file")
    guard cipher == "none" else { throw .locked }
    guard derivation == "none", options.isEmpty else {
      throw .malformed("it names a derivation, and yet no cipher")
    }
    try self.init(secrets: secrets, of: key)
  }

  /// Reads the part of a key file that would be locked if there were a passphrase.
  private init(secrets: [UInt8], of key: VerifyingKey) throws(SigningError) {
    var reader = SSHFields(secrets)
    guard try reader.number() == reader.number(),
      try reader.name(of: "kind of key") == VerifyingKey.kind
    else { throw .malformed("its parts do not belong together") }
    let point = try reader.string()
    // The private key and the public one again: 64 bytes.
    let pair = try reader.string()
    _ = try reader.string()
    let padding = reader.remainder
    guard secrets.count.isMultiple(of: Self.blockSize), padding.count < Self.blockSize,
      padding.elementsEqual((0..<padding.count).map { UInt8($0 + 1) })
    else { throw .malformed("there is something after the end of the key") }
    guard pair.count == 64, point == key.point, Array(pair.suffix(32)) == point else {
      throw .malformed("its two halves do not belong together")
    }
    try self.init(seed: Array(pair.prefix(32)))
    guard verifyingKey == key else { throw .malformed("its two halves do not belong together") }
  }

  /// The key file, without a passphrase: a secret, for nobody else to read.
  ///
  /// - Parameter comment: stands beside the key; signs that do not show are left out of it.
  package func openSSHText(comment: String) -> [UInt8] {
    var writer = WireWriter()
    writer.raw(Self.magic)
    writer.string("none".utf8)
    writer.string("none".utf8)
    writer.string("".utf8)
    writer.number(UInt32(1))
    writer.string(verifyingKey.blob)
    writer.string(secrets(comment: comment))
    return SSHArmor.write(writer.bytes, label: Self.label)
  }

  private func secrets(comment: String) -> [UInt8] {
    let shown = comment.unicodeScalars.filter { !$0.properties.generalCategory.isUnseen }
    let check = UInt32.random(in: .min ... .max)
    var writer = WireWriter()
    writer.number(check)
    writer.number(check)
    writer.string(VerifyingKey.kind.utf8)
    writer.string(verifyingKey.point)
    writer.string(seed + verifyingKey.point)
    writer.string(String(String.UnicodeScalarView(shown)).utf8)
    var next: UInt8 = 1
    while !writer.bytes.count.isMultiple(of: Self.blockSize) {
      writer.raw([next])
      next += 1
    }
    return writer.bytes
  }
}

extension Unicode.GeneralCategory {
  /// Characters that act on a screen and show nothing.
  fileprivate var isUnseen: Bool {
    switch self {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
