internal import Codec
internal import Crypto

/// The top of the catalogue, sealed and kept twice: which leaves there are, who can open the
/// journal, and how far its history has come.
struct CatalogueRoot: Sendable {
  /// A leaf as the root knows it.
  struct LeafMark: Sendable, Hashable {
    var id: UInt64
    var revision: UInt64
    var count: UInt32
    var first: CatalogueKey
    var tag: [UInt8]
  }

  /// A way to open the journal.
  struct SlotMark: Sendable, Hashable {
    var kind: SlotKind
    /// The `age1…` of the slot's identity.
    ///
    /// It stands nowhere outside this seal, so that nobody who can merely write the folder can seal
    /// a key of his own to it.
    var recipient: String
    /// Milliseconds since 1970 in UTC.
    var made: Int64
  }

  /// The most seals under one key.
  ///
  /// Nonces are random, so their number is bounded.
  static let sealLimit: UInt64 = 1 << 28

  /// The format that root and leaves were read in: 1 or 2.
  ///
  /// What is written is always of the present one.
  var format: UInt8
  /// Sixteen random bytes, new with each restore.
  var lineage: [UInt8]
  /// Counts changes, one for each transaction.
  var sequence: UInt64
  /// The hash that stands for this change and all before it.
  var head: [UInt8]
  var seals: UInt64
  /// The key of the rollback anchor.
  ///
  /// It outlives the journal key.
  var anchorKey: [UInt8]
  var slots: [SlotMark]
  /// The `age1…` that pages are sealed to, the present one first.
  var captures: [String]
  var leaves: [LeafMark]
  /// When a person went on with an older journal on purpose.
  ///
  /// Milliseconds since 1970 in UTC.
  var accepted: [Int64]
  /// The tag of the sealed ledger; empty where there is none.
  var ledger: [UInt8]

  /// A journal without entries.
  init(slots: [SlotMark], capture: String) {
    format = Self.presentFormat
    lineage = randomBytes(16)
    sequence = 0
    head = [UInt8](repeating: 0, count: 32)
    seals = 0
    anchorKey = randomBytes(32)
    self.slots = slots
    captures = [capture]
    leaves = []
    accepted = []
    ledger = []
  }

  static let presentFormat: UInt8 = 2

  /// Moves on by one change.
  ///
  /// The head hashes the one before, the number, and every leaf.
  mutating func advance() {
    sequence += 1
    var content = WireWriter()
    content.raw(head)
    content.number(sequence)
    for leaf in leaves { content.raw(leaf.tag) }
    content.raw(randomBytes(16))
    head = Array(SHA256.hash(data: content.bytes))
  }

  var encoded: [UInt8] {
    var out = WireWriter()
    out.number(Self.presentFormat)
    out.raw(lineage)
    out.number(sequence)
    out.raw(head)
    out.number(seals)
    out.raw(anchorKey)
    out.number(UInt32(slots.count))
    for slot in slots { slot.write(to: &out) }
    out.number(UInt32(captures.count))
    for capture in captures { out.string(capture.utf8) }
    out.number(UInt32(leaves.count))
    for leaf in leaves {
      out.number(leaf.id)
      out.number(leaf.revision)
      out.number(leaf.count)
      out.number(leaf.first.written)
      out.number(leaf.first.entry.bits)
      out.number(leaf.first.revision.bits)
      out.raw(leaf.tag)
    }
    out.number(UInt32(accepted.count))
    for moment in accepted { out.number(moment) }
    out.string(ledger)
    return out.bytes
  }

  init(reading bytes: [UInt8]) throws {
    var input = WireReader(bytes)
    format = try input.number()
    guard (1...Self.presentFormat).contains(format) else { throw WireReader.Malformed() }
    lineage = try input.raw(16)
    sequence = try input.number()
    head = try input.raw(32)
    seals = try input.number()
    anchorKey = try input.raw(32)
    slots = try input.list(SlotMark.init)
    captures = try input.list { String(decoding: try $0.string(), as: UTF8.self) }
    leaves = try input.list { input in
      LeafMark(
        id: try input.number(), revision: try input.number(), count: try input.number(),
        first: CatalogueKey(
          written: try input.number(), entry: ItemID(bits: try input.number()),
          revision: ItemID(bits: try input.number())),
        tag: try input.raw(Sealer.tagByteCount))
    }
    accepted = try input.list { try $0.number() }
    ledger = format == 1 ? [] : try input.string()
    guard input.isAtEnd, !captures.isEmpty else { throw WireReader.Malformed() }
  }
}

extension CatalogueRoot.SlotMark {
  func write(to out: inout WireWriter) {
    out.string(kind.rawValue.utf8)
    out.string(recipient.utf8)
    out.number(made)
  }

  init(_ input: inout WireReader) throws {
    guard let kind = SlotKind(rawValue: String(decoding: try input.string(), as: UTF8.self))
    else { throw WireReader.Malformed() }
    self.kind = kind
    recipient = String(decoding: try input.string(), as: UTF8.self)
    made = try input.number()
  }
}
