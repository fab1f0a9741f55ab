internal import Codec
internal import Crypto
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// What a sealed part is and where it stands.
///
/// All of it is bound to the seal, so that a part moved to another place, another journal or
/// another revision does not open there.
struct SealPlace: Sendable {
  enum Kind: UInt8, Sendable {
    case record = 1
    case leaf = 2
    case root = 3
    case head = 4
    case ledger = 5
  }

  var journal: JournalID
  var epoch: UInt32
  var kind: Kind
  var id: UInt64
  var revision: UInt64

  /// The associated data: 41 bytes.
  var bytes: [UInt8] {
    var out = WireWriter()
    out.raw("ALS1".utf8)
    out.raw(journal.bytes)
    out.number(epoch)
    out.number(kind.rawValue)
    out.number(id)
    out.number(revision)
    return out.bytes
  }
}

/// Seals and opens parts of the database with ChaCha20-Poly1305 (RFC 8439) under one journal key.
struct Sealer: Sendable {
  static let tagByteCount = 16
  private let key: SymmetricKey

  init(key: SymmetricKey) {
    self.key = key
  }

  /// Seals `content`: nonce (12), ciphertext, tag (16).
  ///
  /// Inside, the length stands first and zeros fill up to the padded length.
  func seal(_ content: [UInt8], at place: SealPlace) throws -> [UInt8] {
    var plain = WireWriter()
    plain.string(content)
    let padded = Padding.pad(plain.bytes, with: 0)
    return Array(try ChaChaPoly.seal(padded, using: key, authenticating: place.bytes).combined)
  }

  /// Opens what `seal` made, or returns nil when it was changed or stood elsewhere.
  func open(_ box: [UInt8], at place: SealPlace) -> [UInt8]? {
    guard let sealed = try? ChaChaPoly.SealedBox(combined: box),
      let plain = try? ChaChaPoly.open(sealed, using: key, authenticating: place.bytes)
    else { return nil }
    // The length in four bytes, then the content: copied once, because a search opens very many.
    guard plain.count >= 4 else { return nil }
    let count = plain.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    guard count <= plain.count - 4 else { return nil }
    return Array(plain.dropFirst(4).prefix(count))
  }

  /// The tag of a box: its last sixteen bytes, which name this very sealing.
  static func tag(of box: [UInt8]) -> [UInt8] { Array(box.suffix(tagByteCount)) }
}
