internal import Codec
internal import Crypto

/// How far a journal had come when it was last used on this machine:
/// `<state>/alongside/<id>/anchor`.
///
/// One line of six words: `alongside-anchor/1 LINEAGE SEQUENCE EPOCH HEAD MAC`, the byte strings in
/// base32, the MAC HMAC-SHA256 over the five before it under a key that is sealed in the root.
struct Anchor: Sendable, Hashable {
  static let format = "alongside-anchor/1"

  var lineage: [UInt8]
  var sequence: UInt64
  var epoch: UInt32
  var head: [UInt8]

  init(root: CatalogueRoot, epoch: UInt32) {
    lineage = root.lineage
    sequence = root.sequence
    self.epoch = epoch
    head = root.head
  }

  private var claim: String {
    "\(Self.format) \(Base32.encode(lineage)) \(sequence) \(epoch) \(Base32.encode(head))"
  }

  func line(of journal: JournalID, key: [UInt8]) -> [UInt8] {
    Array("\(claim) \(Base32.encode(Self.code(claim, journal, key)))\n".utf8)
  }

  /// Reads an anchor, or nil when there is none or it was not made with this key.
  init?(_ bytes: [UInt8], of journal: JournalID, key: [UInt8]) {
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 6, words[0] == Self.format, let sequence = UInt64(words[2]),
      let epoch = UInt32(words[3]), let lineage = Base32.decode(words[1], count: 16),
      let head = Base32.decode(words[4], count: 32), let code = Base32.decode(words[5], count: 32)
    else { return nil }
    self.lineage = lineage
    self.sequence = sequence
    self.epoch = epoch
    self.head = head
    guard
      HMAC<SHA256>.isValidAuthenticationCode(
        code, authenticating: Self.message(claim, journal), using: SymmetricKey(data: key))
    else { return nil }
  }

  private static func message(_ claim: String, _ journal: JournalID) -> [UInt8] {
    Array("\(journal) \(claim)".utf8)
  }

  private static func code(_ claim: String, _ journal: JournalID, _ key: [UInt8]) -> [UInt8] {
    Array(
      HMAC<SHA256>.authenticationCode(
        for: message(claim, journal), using: SymmetricKey(data: key)))
  }
}
