internal import Age
internal import Codec

/// What a backup holds beside the words: which journal it is, what was erased, what was put aside.
///
/// Sealed a second time inside the backup, so that whoever unpacks it finds only words in the clear.
struct BackupIdentity: Sendable {
  static let format = Array("alongside-backup/1\n".utf8)

  var journal: JournalID
  var lineage: [UInt8]
  var sequence: UInt64
  var anchorKey: [UInt8]
  var slots: [CatalogueRoot.SlotMark]
  /// What pages were sealed to: some may lie where the backup is brought back to.
  var captures: [X25519Identity]
  var ledger: Ledger
  var drafts: [Draft]

  var encoded: [UInt8] {
    var out = WireWriter()
    out.raw(Self.format)
    out.raw(journal.bytes)
    out.raw(lineage)
    out.number(sequence)
    out.raw(anchorKey)
    out.number(UInt32(slots.count))
    for slot in slots { slot.write(to: &out) }
    out.string(IdentityFile(identities: captures).bytes)
    out.string(ledger.encoded)
    out.number(UInt32(drafts.count))
    for draft in drafts { out.string(draft.bytes) }
    return out.bytes
  }

  /// - Throws: `VaultError.badBackup`.
  init(reading bytes: [UInt8]) throws {
    var input = WireReader(bytes)
    guard let format = try? input.raw(Self.format.count) else {
      throw VaultError.badBackup(.cutShort)
    }
    guard format == Self.format else {
      let isOurs = format.starts(with: "alongside-backup/".utf8)
      throw VaultError.badBackup(isOurs ? .newer : .notOurs("its inner part is of another kind"))
    }
    do {
      journal = JournalID(bytes: try input.raw(16))
      lineage = try input.raw(16)
      sequence = try input.number()
      anchorKey = try input.raw(32)
      slots = try input.list(CatalogueRoot.SlotMark.init)
      captures = try IdentityFile(reading: try input.string()).identities
      ledger = try Ledger(reading: try input.string())
      drafts = try input.list { try $0.string() }.compactMap(Draft.init)
    } catch {
      throw VaultError.badBackup(.notOurs("its inner part cannot be read"))
    }
  }

  init(
    _ root: CatalogueRoot, journal: JournalID, captures: [X25519Identity], ledger: Ledger,
    drafts: [Draft]
  ) {
    self.captures = captures
    self.journal = journal
    lineage = root.lineage
    sequence = root.sequence
    anchorKey = root.anchorKey
    slots = root.slots
    self.ledger = ledger
    self.drafts = drafts
  }
}
