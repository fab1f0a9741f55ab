internal import Age

/// The file that tells whom pages are sealed to: the journal's id and `age1…`, a line each.
///
/// It is what lets a person write without a passphrase, so whoever changes it could read what is
/// written next. Hence `Known`: a second copy, out of the folder.
struct Capture: Sendable, Hashable {
  let journal: JournalID
  let recipient: String

  var bytes: [UInt8] { Array("\(journal)\n\(recipient)\n".utf8) }

  init(journal: JournalID, recipient: String) {
    self.journal = journal
    self.recipient = recipient
  }

  /// Reads the file of a journal.
  ///
  /// - Throws: `VaultError.noJournal`, or `damaged(.captureFile)` when it is missing or malformed.
  init(at place: JournalPlace) throws(VaultError) {
    guard place.exists else { throw .noJournal(folder: place.folder) }
    let bytes = try SystemFile.read(place.capture, limit: 4096) ?? []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count == 3, lines[2].isEmpty,
      let journal = JournalID(String(decoding: lines[0], as: UTF8.self)),
      let recipient = try? X25519Recipient(String(decoding: lines[1], as: UTF8.self))
    else { throw .damaged(.captureFile) }
    self.journal = journal
    self.recipient = recipient.description
  }

  /// Puts the file into the journal's folder.
  func write(to place: JournalPlace) throws(VaultError) {
    try SystemFile.write(bytes, to: "capture", in: place.folder)
  }
}
