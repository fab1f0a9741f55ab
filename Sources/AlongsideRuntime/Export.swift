package import Practice

/// Entries on their way out as plain files.
package enum Export {
  /// All entries as one JSON array, lossless: what `show --json` prints of each.
  package static func json(_ entries: [Entry]) throws -> [UInt8] {
    try JSON.shown(entries.map { EntryJSON($0) })
  }
}
