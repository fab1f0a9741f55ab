internal import Disk
internal import GRDB

/// What shows of a journal without its words: what anyone with a copy of the file could see.
package enum Glance {
  /// Whether recovery words were ever made: their sealed slot is there.
  package static func hasRecovery(at place: JournalPlace) throws -> Bool {
    try ReadableDatabase.open(at: place).read { try !$0.part(.slot(.recovery)).isAbsent }
  }

  /// The sealed file of a way in; nil where there is none.
  package static func slotFile(_ kind: SlotKind, at place: JournalPlace) throws -> [UInt8]? {
    try ReadableDatabase.open(at: place).read { db in
      try db.part(.slot(kind)).isAbsent ? nil : db.slotFile(kind)
    }
  }

  /// Whether nothing was ever taken in.
  package static func isEmpty(at place: JournalPlace) throws -> Bool {
    try ReadableDatabase.open(at: place).read { try $0.count("record") } == 0
  }

  /// Follows a journal's name in that of a folder that `restore` moved out of the way.
  static let putByMark = ".before-"

  /// Folders that `restore` found in the place of a journal and moved out of the way, now and in earlier
  /// versions: pages in them may hold what was erased since.
  package static func putByFolders(at place: JournalPlace) -> [String] {
    let above = place.folder.folderPart
    let names = (try? SystemFile.names(in: above)) ?? []
    return names.filter { $0.hasPrefix(place.name + putByMark) }.map { "\(above)/\($0)" }
  }

  /// Damaged journal files that salvage put by, and that may hold what was erased since.
  package static func damagedFiles(at place: JournalPlace) -> [String] {
    let names = (try? SystemFile.names(in: place.folder)) ?? []
    return names.filter { $0.hasPrefix("journal.db.damaged-") }.map { "\(place.folder)/\($0)" }
  }
}
