internal import Codec
internal import GRDB

extension JournalState {
  /// Opens the record that a row names.
  ///
  /// - Throws: `VaultError.damaged`, naming the entry.
  func payload(of row: CatalogueRow) throws -> [UInt8] {
    try Self.payload(of: row, try record(of: row), key, sealer)
  }

  /// The sealed record of a row; nil where it is gone.
  ///
  /// - Throws: `VaultError.damaged`, naming the entry, where it is on a damaged page.
  func record(of row: CatalogueRow) throws -> (entry: ItemID, box: [UInt8])? {
    try db.reading(.entry(row.entry.description)) { try db.record(row.revision) }
  }

  /// Opens a record that was read before.
  ///
  /// Never inlined: where the result was thrown away, the optimiser of Swift 6.3.1 let go of the new
  /// array before it copied into it.
  @inline(never)
  static func payload(
    of row: CatalogueRow, _ record: (entry: ItemID, box: [UInt8])?, _ key: JournalKey,
    _ sealer: Sealer
  ) throws -> [UInt8] {
    Array(try content(of: row, record, key, sealer).dropFirst(8))
  }

  /// Proves that the record of a row opens and is as old as the row says.
  func prove(_ row: CatalogueRow) throws {
    var reader = WireReader(try Self.content(of: row, try record(of: row), key, sealer))
    guard try reader.number(Int64.self) == row.written else {
      throw VaultError.damaged(.entry(row.entry.description))
    }
  }

  /// The moment in eight bytes, and the payload.
  private static func content(
    of row: CatalogueRow, _ record: (entry: ItemID, box: [UInt8])?, _ key: JournalKey,
    _ sealer: Sealer
  ) throws -> [UInt8] {
    guard let (entry, box) = record else {
      throw VaultError.damaged(.missing(row.entry.description))
    }
    let place = Self.place(.record, id: row.entry.bits, revision: row.revision.bits, key)
    guard entry == row.entry, Sealer.tag(of: box) == row.tag,
      let bytes = sealer.open(box, at: place), bytes.count >= 8
    else { throw VaultError.damaged(.entry(row.entry.description)) }
    return bytes
  }

  /// When the first of these records that opens says it was written: what finds its leaf.
  func written(_ records: [(entry: ItemID, revision: ItemID)]) throws -> Int64? {
    for (entry, revision) in records {
      do {
        let record = try db.reading(.entry(entry.description)) { try db.record(revision) }
        let place = place(.record, id: entry.bits, revision: revision.bits)
        guard let record, let bytes = sealer.open(record.box, at: place) else { continue }
        var reader = WireReader(bytes)
        if let written = try? reader.number(Int64.self) { return written }
      } catch VaultError.damaged {}
    }
    return nil
  }

  /// Seals a record and returns its row: its content is the moment in eight bytes, then the payload.
  mutating func addRecord(_ wording: Wording) throws -> CatalogueRow {
    let page = wording.page
    var content = WireWriter()
    content.number(page.written)
    content.raw(page.payload)
    let place = place(.record, id: page.id.bits, revision: wording.revision.bits)
    let box = try seal(content.bytes, at: place)
    try db.putRecord(box, revision: wording.revision, entry: page.id)
    return CatalogueRow(
      entry: page.id, revision: wording.revision, tag: Sealer.tag(of: box),
      written: page.written, revised: wording.revised, parents: wording.parents,
      card: wording.card)
  }
}
