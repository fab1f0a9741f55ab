internal import Codec
internal import Crypto
internal import Age

/// The 32 random bytes that everything in one journal is sealed under, for one epoch.
///
/// It is kept as an age file sealed to every slot, whose content is one line:
/// `alongside-key/1 JOURNAL EPOCH KEY` with the key in base64.
struct JournalKey: Sendable {
  static let format = "alongside-key/1"

  let journal: JournalID
  let epoch: UInt32
  private let secret: SymmetricKey

  /// Makes a new key.
  init(journal: JournalID, epoch: UInt32) {
    self.journal = journal
    self.epoch = epoch
    secret = SymmetricKey(size: .bits256)
  }

  /// Reads the line, or nil when it is not a journal key.
  init?(reading bytes: [UInt8]) {
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    guard words.count == 4, words[0] == Self.format, let journal = JournalID(words[1]),
      let epoch = UInt32(words[2]), let key = Base64.decode(Array(words[3].utf8), padded: false),
      key.count == 32
    else { return nil }
    self.journal = journal
    self.epoch = epoch
    secret = SymmetricKey(data: key)
  }

  /// The line.
  ///
  /// It holds the key: seal it before it touches a disk.
  var line: [UInt8] {
    let key = secret.withUnsafeBytes { Base64.text($0, padded: false) }
    return Array("\(Self.format) \(journal) \(epoch) \(key)\n".utf8)
  }

  /// What records, leaves, root and heads are sealed with.
  var sealer: Sealer {
    Sealer(
      key: HKDF<SHA256>.deriveKey(
        inputKeyMaterial: secret, salt: journal.bytes, info: Array("alongside/1/seal".utf8),
        outputByteCount: 32))
  }
}
