package import Age
package import Disk
internal import GRDB

extension OpenJournal {
  /// The ways in as files of their own: what `age -d -i` takes beside a backup.
  package func slotFiles() throws -> [(kind: SlotKind, file: [UInt8])] {
    try read { state in
      try state.root.slots.map { mark in (mark.kind, try state.db.slotFile(mark.kind)) }
    }
  }

  func slotFile(_ kind: SlotKind) throws -> [UInt8] {
    try database.read { try $0.slotFile(kind) }
  }

  /// Seals something to every way in.
  package func seal(
    from source: inout some ByteSource, into sink: inout some ByteSink
  ) throws {
    let recipients = try read { try $0.root.slots.map { try X25519Recipient($0.recipient) } }
    try Sealing.seal(from: &source, into: &sink, to: recipients)
  }

  /// The part of a backup that no stock tool needs: sealed once more, to the same ways in.
  ///
  /// - Returns: also the drafts that are not in it, because they did not open just now.
  package func backupIdentity() throws -> (sealed: [UInt8], leftOut: [Unopened]) {
    let (identity, leftOut) = try withPresentKeys { keys in
      let drafts = Drafts(readBy: keys)
      let identity = try read { state in
        BackupIdentity(
          state.root, journal: key.journal, captures: keys.captures, ledger: try state.ledger(),
          drafts: drafts.read)
      }
      return (identity, drafts.unopened)
    }
    var source = BytesSource(identity.encoded)
    var sink = BytesSink()
    try seal(from: &source, into: &sink)
    return (sink.bytes, leftOut)
  }

  /// Opens what was sealed to this journal's ways in.
  package func opening<Source: ByteSource>(_ source: Source) throws -> OpenedSource<Source> {
    try withPresentKeys { try OpenedSource(source, with: [$0.slot]) }
  }

  /// Every wording of every entry, in the catalogue's order.
  ///
  /// - Throws: `VaultError.damaged` at the first that cannot be read: a backup is whole or none.
  package func everyWording() throws -> [CatalogueRow] {
    try read { state in try state.root.leaves.flatMap { try state.leaf($0).rows } }
  }
}

extension ClosedJournal {
  /// The sealed files of drafts and pages, with their paths inside the journal.
  ///
  /// Drafts first, then pages, the database last: what is finished or taken in meanwhile is in the
  /// next of them. What has no name of this program's, or cannot be read, is named in `leftOut`.
  package func sealedFiles() throws -> (
    files: [(path: String, bytes: [UInt8])], leftOut: [Unopened]
  ) {
    var files = [(path: "capture", bytes: try Capture(at: place).bytes)]
    var leftOut: [Unopened] = []
    for folder in ["drafts", "inbox"] {
      for name in try SystemFile.names(in: "\(place.folder)/\(folder)") where name.hasSuffix(".age")
      {
        let path = "\(folder)/\(name)"
        do {
          switch try SystemFile.look(at: "\(place.folder)/\(path)") {
          // Gone meanwhile: it is in what is read after this.
          case .absent: break
          case .noPlainFile, .tooLarge: leftOut.append(Unopened(path: path, reason: .notAFile))
          case .bytes(let bytes):
            if UnattendedBackup.holds(path) {
              files.append((path, bytes))
            } else {
              leftOut.append(Unopened(path: path, reason: .garbage))
            }
          }
        } catch {
          leftOut.append(Unopened(path: path, reason: .unreadable(error.reason)))
        }
      }
    }
    return (files, leftOut)
  }

  /// The names in `inbox/aside`: what was found in the inbox and did not open.
  package func asideNames() throws -> [String] {
    FileFacts.isFolder(place.aside) ? try SystemFile.names(in: place.aside) : []
  }

  /// Copies the database to `path` and opens the copy, whose name goes at once.
  package func databaseCopy(at path: String) throws -> (source: FileSource, byteCount: Int) {
    defer { try? SystemFile.remove(path) }
    try copyDatabase(to: path)
    let source = try FileSource(path)
    return (source, source.byteCount)
  }

  /// Copies the database as it is at one moment, whoever writes meanwhile: sealed as it is.
  private func copyDatabase(to path: String) throws {
    let lock = try OpenJournal.lockShared(place)
    defer { withExtendedLifetime(lock) {} }
    try SystemFile.write([], to: path.lastPart, in: path.folderPart)
    let source = try ReadableDatabase.open(at: place)
    do {
      let target = try DatabaseQueue(path: path, configuration: JournalDatabase.configuration())
      try source.queue.backup(to: target)
      try target.close()
      try source.queue.close()
    } catch let error as DatabaseError {
      throw VaultError(error)
    }
  }
}

extension OpenJournal {
  /// What the inner part of a backup of this journal adds beside wordings; nil for another journal's.
  ///
  /// Drafts that are not here are added, or with `dryRun` only counted; what was erased there and is
  /// here is named.
  package func beside(
    backup sealed: [UInt8], _ keys: BackupKeys, dryRun: Bool
  ) throws -> (erased: [ItemID], drafts: Int)? {
    let identity = try RestoredJournal.identity(sealed, keys)
    guard identity.journal == id else { return nil }
    return (try present(identity.ledger), try add(identity.drafts, dryRun: dryRun))
  }

  /// Entries here that were erased in another copy of the journal.
  package func erased(in other: OpenJournal) throws -> [ItemID] {
    try present(try other.read { try $0.ledger() })
  }

  /// Adds the drafts of an unpacked backup that are not here, or with `dryRun` only counts them.
  ///
  /// - Throws: `VaultError.badBackup(.unopened)` where one of them does not open.
  package func addDrafts(of other: OpenJournal, dryRun: Bool) throws -> Int {
    let drafts = try other.withPresentKeys { Drafts(readBy: $0) }
    if let file = drafts.unopened.first { throw VaultError.badBackup(.unopened(file)) }
    return try add(drafts.read, dryRun: dryRun)
  }

  private func present(_ ledger: Ledger) throws -> [ItemID] {
    try read { state in
      try ledger.tombstones.filter { $0.revision == nil }.map(\.entry)
        .filter { try state.hasEntry($0) }
    }
  }
}
