/// Why a journal could not be used.
///
/// Each kind has an exit code of its own at the edge.
///
/// No case carries the words of an entry, a passphrase or a key.
package enum VaultError: Error, Sendable, Hashable {
  /// There is no journal in this folder.
  case noJournal(folder: String)
  /// A journal is already here.
  case alreadyThere(folder: String)
  /// A file of this name is there, and nothing is written over it.
  case fileExists(path: String)
  /// Another process holds the journal for longer than is reasonable to wait.
  case inUse
  /// The slots are whole and the words given open none of them.
  case wrongPassphrase
  /// The words open the journal perhaps, but not this backup.
  case wrongBackupWords
  /// Something is broken, and this names it.
  case damaged(Damage)
  /// The journal is older than what was seen here before, or went on elsewhere.
  case rolledBack(Rollback)
  /// Written by a newer version of the format than this program knows.
  case newerFormat(version: Int)
  /// The folder cannot be written.
  case cannotWrite(folder: String)
  /// The operating system refused.
  case system(what: String, reason: String)
  /// No entry, or more than one, has this id or beginning of one.
  case noSuchEntry(id: String)
  case severalEntries(prefix: String, count: Int)
  /// The recovery words are already made, and changing them needs the journal's keys changed.
  case recoveryExists
  /// Another process changed the journal's keys meanwhile.
  case keysChanged
  /// A file that should be a backup is none, or not whole.
  case badBackup(BackupProblem)
  /// No recovery words were ever made for this journal.
  case noRecovery
  /// What was to be kept is longer than `Page.byteLimit`, with all that is kept beside the words.
  case tooLong
}

extension VaultError {
  /// Whether other words may do.
  package var isWrongWords: Bool { self == .wrongPassphrase || self == .wrongBackupWords }
}

/// A broken part of a journal, and what it costs.
package enum Damage: Sendable, Hashable {
  /// The database file as a whole, in SQLite's words.
  case database(String)
  /// A part kept twice, both copies of which are damaged: `passphrase`, `recovery`, `key`,
  /// `capture`, `root`.
  case part(String)
  /// A sealed leaf of the catalogue: its rows are not listed.
  case leaf(rows: Int)
  /// One entry.
  case entry(String)
  /// An entry whose record is gone.
  case missing(String)
  /// A record that the catalogue does not name.
  case unlisted(count: Int)
  /// The row that proves one step of the journal's history.
  case history(sequence: UInt64)
  /// The `capture` file cannot be read.
  case captureFile
  /// The `capture` file does not name the key that this journal had here before.
  case captureChanged
}

/// What is the matter with a backup.
package enum BackupProblem: Sendable, Hashable {
  /// It ends too early.
  case cutShort
  /// Its content was changed, or it ends in the middle of a part.
  case changed
  /// It is no backup of ours, or was changed.
  case notOurs(String)
  /// It belongs to another journal than the one it should be joined to.
  case otherJournal
  /// Not everything in it is whole.
  case damaged
  /// A page or draft in it does not open.
  case unopened(Unopened)
  /// Made by a newer version.
  case newer
}

/// How a journal contradicts what was seen on this machine.
package enum Rollback: Sendable, Hashable {
  /// Fewer changes than were seen before.
  case older(seen: UInt64, found: UInt64)
  /// As many or more, but not the ones seen before: it was used in two places.
  case diverged
}
