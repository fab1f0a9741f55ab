internal import GRDB

/// What shows of a journal without its words: what anyone with a copy of the file could see.
package enum Glance {
  /// Whether recovery words were ever made: their sealed slot is there.
  package static func hasRecovery(at place: JournalPlace) throws -> Bool {
    try ReadableDatabase.open(at: place).read { !$0.part(.slot(.recovery)).isAbsent }
  }

  /// Whether nothing was ever taken in.
  package static func isEmpty(at place: JournalPlace) throws -> Bool {
    try ReadableDatabase.open(at: place).read { try $0.count("record") } == 0
  }

  /// Damaged journal files that salvage put by, and that may hold what was erased since.
  package static func damagedFiles(at place: JournalPlace) -> [String] {
    let names = (try? SystemFile.names(in: place.folder)) ?? []
    return names.filter { $0.hasPrefix("journal.db.damaged-") }.map { "\(place.folder)/\($0)" }
  }
}
