internal import Codec

/// One line of the catalogue: which entry, which wording of it, and what a list shows of it.
package struct CatalogueRow: Sendable, Hashable {
  package var entry: ItemID
  package var revision: ItemID
  /// The tag of the record's seal: proves that the record is this very one.
  var tag: [UInt8]
  /// When the entry was written, in milliseconds since 1970 in UTC; the same for all its wordings.
  package var written: Int64
  /// When this wording was made, in milliseconds since 1970 in UTC.
  package var revised: Int64
  /// The wordings this one was made from; none for a first one.
  package var parents: [ItemID]
  /// What a list shows, as the runtime's codec spells it.
  ///
  /// The vault does not read it.
  package var card: [UInt8]

  /// The order of the catalogue.
  var key: CatalogueKey { CatalogueKey(written: written, entry: entry, revision: revision) }
}

/// Rows are ordered by moment, then by id.
struct CatalogueKey: Sendable, Hashable, Comparable {
  var written: Int64
  var entry: ItemID
  var revision: ItemID

  static func < (a: CatalogueKey, b: CatalogueKey) -> Bool {
    (a.written, a.entry, a.revision) < (b.written, b.entry, b.revision)
  }
}

/// At most 256 rows of the catalogue, sealed as one.
struct CatalogueLeaf: Sendable {
  static let capacity = 256

  var rows: [CatalogueRow]

  init(rows: [CatalogueRow]) {
    self.rows = rows
  }

  var encoded: [UInt8] {
    var out = WireWriter()
    out.number(UInt32(rows.count))
    for row in rows {
      out.number(row.entry.bits)
      out.number(row.revision.bits)
      out.raw(row.tag)
      out.number(row.written)
      out.number(row.revised)
      out.number(UInt32(row.parents.count))
      for parent in row.parents { out.number(parent.bits) }
      out.string(row.card)
    }
    return out.bytes
  }

  /// Reads a leaf.
  ///
  /// - Parameter format: in format 1 there was one wording of each entry, and none named another.
  init(reading bytes: [UInt8], format: UInt8) throws {
    var input = WireReader(bytes)
    rows = try input.list { input in
      let entry = ItemID(bits: try input.number())
      let revision = ItemID(bits: try input.number())
      let tag = try input.raw(Sealer.tagByteCount)
      let written: Int64 = try input.number()
      let revised = format == 1 ? written : try input.number()
      let parents =
        format == 1 ? [] : try input.list { ItemID(bits: try $0.number()) }
      return CatalogueRow(
        entry: entry, revision: revision, tag: tag, written: written, revised: revised,
        parents: parents, card: try input.string())
    }
    guard input.isAtEnd else { throw WireReader.Malformed() }
  }
}
