internal import Practice
internal import Vault

/// A backup that was made: where it was put, and when.
///
/// What was erased since may still be in it.
package struct BackupNote: Codable, Sendable, Hashable {
  package var id: String
  /// The file's path as it was when the backup was made.
  package var path: String
  /// ISO 8601 with offset.
  package var made: String
  /// Made without the passphrase, as a copy of the sealed files.
  package var isUnattended: Bool
  /// True for a backup that this journal was brought back from, or that was added to it: `made` is
  /// the moment of that, as a backup does not say when it was made.
  package var isRestored: Bool

  package init(
    id: String, path: String, made: String, isUnattended: Bool, isRestored: Bool = false
  ) {
    self.id = id
    self.path = path
    self.made = made
    self.isUnattended = isUnattended
    self.isRestored = isRestored
  }

  package init(from decoder: any Decoder) throws {
    let map = try decoder.container(keyedBy: CodingKeys.self)
    id = try map.decode(String.self, forKey: .id)
    path = try map.decode(String.self, forKey: .path)
    made = try map.decode(String.self, forKey: .made)
    isUnattended = try map.decode(Bool.self, forKey: .isUnattended)
    // Notes of earlier versions do not have it.
    isRestored = try map.decodeIfPresent(Bool.self, forKey: .isRestored) ?? false
  }

  private enum CodingKeys: String, CodingKey {
    case id, path, made
    case isUnattended = "unattended"
    case isRestored = "restored"
  }

  static let prefix = "backup/"
}

extension Restoring {
  /// What a journal notes about the backup it was brought back from.
  func note(now: Moment) -> BackupNote {
    BackupNote(
      id: ItemID.fresh().description, path: path, made: now.iso8601,
      isUnattended: kind == .unattended, isRestored: true)
  }
}

extension BackupNote {
  /// As the vault keeps it.
  var entry: (name: String, body: [UInt8]) {
    get throws { (Self.prefix + id, try JSON.bytes(self)) }
  }
}

/// A page that is no entry but a note for the journal: a backup made while it was closed.
struct NotePage: Codable {
  var backup: BackupNote
}

extension Reader {
  /// The backups that were made of this journal, oldest first.
  package func backups() throws -> [BackupNote] {
    try journal.notes(prefix: BackupNote.prefix)
      .compactMap { try? JSON.read(BackupNote.self, from: $0) }
      .sorted { ($0.made, $0.id) < ($1.made, $1.id) }
  }

  /// Writes a backup down in the journal.
  package mutating func keep(_ note: BackupNote) throws {
    try journal.refresh()
    try journal.keep(note: JSON.bytes(note), as: BackupNote.prefix + note.id)
  }

  /// Forgets backups that are no more.
  package mutating func forget(_ note: BackupNote) throws {
    try journal.refresh()
    try journal.keep(note: nil, as: BackupNote.prefix + note.id)
  }
}
