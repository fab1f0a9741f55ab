internal import Age
internal import Archive
package import Disk
internal import Practice
package import Vault

/// A backup made without the passphrase: one tar of the journal's own files, sealed as they are.
package enum SealedCopy {
  static let databasePath = "journal.db"

  /// Writes the copy.
  ///
  /// Pages go first: one that is taken in meanwhile is then in the database as well, never nowhere.
  ///
  /// - Parameter copy: where the database may be copied to on the way; removed afterwards.
  /// - Returns: files that are none of this program's, or could not be read, and were left out.
  package static func write(
    _ journal: ClosedJournal, to sink: inout FileSink, copyingTo copy: String
  ) throws -> [Unopened] {
    var tar = UstarWriter()
    let (files, leftOut) = try journal.sealedFiles()
    for file in files {
      try sink.write(try tar.member(file.path, file.bytes)[...])
    }
    let database = try journal.databaseCopy(at: copy)
    try sink.write(try tar.header(databasePath, byteCount: database.byteCount)[...])
    while true {
      let block = try database.source.read(1 << 20)
      if block.isEmpty { break }
      try sink.write(block)
    }
    try sink.write(UstarWriter.padding(after: database.byteCount)[...])
    try sink.write(tar.end()[...])
    return leftOut
  }

  /// Unpacks a copy for as long as `work` runs.
  static func unpacked<T>(
    _ source: FileSource, beside place: JournalPlace, _ work: (JournalPlace) throws -> T
  ) throws -> T {
    try UnattendedBackup.unpacked(
      beside: place,
      unpack: { write in
        var tar = UstarReader(memberLimit: 4_000_000, byteLimit: 1 << 40) { try source.read($0) }
        try OpenBackup.translating {
          while let member = try tar.next() {
            // Whatever else a folder held is none of ours.
            guard UnattendedBackup.holds(member.path) else { continue }
            try write(member.path) { sink in
              try tar.readContent { try sink.write($0) }
            }
          }
        }
      }, work)
  }

  /// Notes, sealed, that a copy was made: nobody is there to open the journal and write it down.
  package static func note(
    path: String, journal: ClosedJournal, clock: Clock
  ) throws {
    let id = ItemID.fresh()
    let now = clock.now()
    let note = BackupNote(id: id.description, path: path, made: now.iso8601, isUnattended: true)
    try journal.keep(
      Page(id: id, written: now.utcMilliseconds, payload: try JSON.bytes(NotePage(backup: note))))
  }
}
