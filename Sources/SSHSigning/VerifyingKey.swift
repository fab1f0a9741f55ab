internal import Codec
internal import Crypto
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// An Ed25519 public key as SSH writes it (RFC 8709 §4): who signed.
///
/// Keys kept in hardware (`sk-ssh-ed25519@openssh.com`) sign something longer and are refused, as
/// every other kind is. Points of small order are refused. A point that is not on the curve is
/// not noticed here; no signature fits it.
package struct VerifyingKey: Sendable, Hashable {
  /// The one kind of key.
  static let kind = "ssh-ed25519"
  /// The longest line that is looked at, in bytes.
  private static let lineLimit = 16 * 1024

  /// The encoded point, 32 bytes.
  let point: [UInt8]

  /// Takes an encoded point of 32 bytes.
  ///
  /// - Throws: `SigningError.weakKey` for a point of small order or one that is not reduced.
  init(point: [UInt8]) throws(SigningError) {
    guard point.count == 32 else { throw .malformed("an Ed25519 key has 32 bytes") }
    guard PointEncoding.isSound(point) else { throw .weakKey }
    self.point = point
  }

  /// Reads the bytes of a public key: `string "ssh-ed25519"`, `string point`.
  ///
  /// - Throws: `SigningError.otherKey`, `.weakKey` or `.malformed`.
  package init(blob: [UInt8]) throws(SigningError) {
    var reader = SSHFields(blob)
    let kind = try reader.name(of: "kind of key")
    guard kind == Self.kind else { throw .otherKey(kind) }
    let point = try reader.string()
    try reader.end(of: "the key")
    try self.init(point: point)
  }

  /// Reads `ssh-ed25519 AAAA… comment`: a file that ends in `.pub`, or a line of it.
  ///
  /// Blanks around the line are passed over, and so is the comment.
  ///
  /// - Throws: `SigningError.otherKey`, `.weakKey` or `.malformed`.
  package init(line: String) throws(SigningError) {
    let text = Array(line.utf8)
    guard text.count <= Self.lineLimit else {
      throw .malformed("it is longer than \(Self.lineLimit) bytes")
    }
    guard !text.starts(with: "-----BEGIN ".utf8) else {
      throw .malformed("a public key is one line; the file that ends in .pub holds it")
    }
    let lines = text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    guard lines.count == 1, let only = lines.first else {
      throw .malformed(lines.isEmpty ? "it is empty" : "a public key is one line")
    }
    try self.init(words: only.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") })
  }

  /// Takes the words of a line: kind, Base64 and any number more.
  init(words: [ArraySlice<UInt8>]) throws(SigningError) {
    guard words.count >= 2 else {
      throw .malformed("a public key is \"\(Self.kind)\", a blank and letters")
    }
    guard let blob = Base64.decode(words[1], padded: true) else {
      throw .malformed("the letters of the key are not plain Base64")
    }
    var reader = SSHFields(blob)
    guard try words[0].elementsEqual(reader.name(of: "kind of key").utf8) else {
      throw .malformed("the kind before the letters of the key is not the kind within them")
    }
    try self.init(blob: blob)
  }

  /// The bytes of the key as SSH writes them: 51.
  package var blob: [UInt8] {
    var writer = WireWriter()
    writer.string(Self.kind.utf8)
    writer.string(point)
    return writer.bytes
  }

  /// `ssh-ed25519 AAAA…`, without a comment.
  package var line: String { "\(Self.kind) \(Base64.text(blob, padded: true))" }

  /// The SHA-256 of ``blob``, 32 bytes.
  package var digest: [UInt8] { Array(SHA256.hash(data: blob)) }

  /// `SHA256:` and Base64 without padding, as `ssh-keygen -l` prints it.
  package var fingerprint: String {
    "SHA256:" + Base64.text(digest, padded: false)
  }

  /// Whether `signature` (64 bytes, RFC 8032 §5.1.6) is this key's over `message`.
  func accepts(_ signature: [UInt8], over message: [UInt8]) -> Bool {
    guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: point) else {
      return false
    }
    return key.isValidSignature(signature, for: message)
  }
}
