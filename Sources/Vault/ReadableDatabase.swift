internal import Codec
internal import Disk

/// Opens a journal's database in a way that its folder allows.
enum ReadableDatabase {
  /// Opens for reading and writing; or for reading alone where the folder cannot be written; or,
  /// where a change was cut off there as well, a copy in memory-backed storage.
  static func open(at place: JournalPlace) throws -> JournalDatabase {
    if place.canWrite { return try JournalDatabase(path: place.database, isReadOnly: false) }
    guard try SystemFile.isThere(place.hotJournal) else {
      return try JournalDatabase(path: place.database, isReadOnly: true)
    }
    return try copyInMemory(place)
  }

  /// SQLite has to play back the cut-off change before it can read, and for that it has to write.
  private static func copyInMemory(_ place: JournalPlace) throws -> JournalDatabase {
    for folder in place.memory where Folders.canWrite(folder) {
      let scratch = "\(folder)/alongside-\(Base32.encode(randomBytes(10)))"
      try SystemFile.makeFolder(scratch)
      defer { try? SystemFile.removeFolder(scratch) }
      for name in ["journal.db", "journal.db-journal"] {
        guard let bytes = try SystemFile.read("\(place.folder)/\(name)", limit: .max) else {
          continue
        }
        try SystemFile.write(bytes, to: name, in: scratch)
      }
      // SQLite keeps the file open; its name may go at once.
      let database = try JournalDatabase(path: "\(scratch)/journal.db", isReadOnly: false)
      try database.write { _ in }
      return database
    }
    throw VaultError.system(
      what: "reading \(place.database)",
      reason: "a change to it was cut off, its folder cannot be written, and there is no "
        + "memory-backed folder to read a copy in")
  }
}
