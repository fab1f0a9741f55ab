package import Age
internal import GRDB

extension OpenJournal {
  /// The ways in as files of their own: what `age -d -i` takes beside a backup.
  package func slotFiles() throws -> [(kind: SlotKind, file: [UInt8])] {
    try read { state in
      try state.root.slots.map { mark in
        guard let file = state.db.part(.slot(mark.kind)).intact.first else {
          throw VaultError.damaged(.part(JournalDatabase.Part.slot(mark.kind).name))
        }
        return (mark.kind, file)
      }
    }
  }

  /// Seals something to every way in.
  package func seal(
    from source: inout some ByteSource, into sink: inout some ByteSink
  ) throws {
    let recipients = try read { try $0.root.slots.map { try X25519Recipient($0.recipient) } }
    try Sealing.seal(from: &source, into: &sink, to: recipients)
  }

  /// The part of a backup that no stock tool needs: sealed once more, to the same ways in.
  package func backupIdentity() throws -> [UInt8] {
    let drafts = try drafts().map(\.draft)
    let identity = try read { state in
      BackupIdentity(
        state.root, journal: key.journal, ledger: try state.ledger(), drafts: drafts)
    }
    var source = BytesSource(identity.encoded)
    var sink = BytesSink()
    try seal(from: &source, into: &sink)
    return sink.bytes
  }

  /// Opens what was sealed to this journal's ways in.
  package func opening<Source: ByteSource>(_ source: Source) throws -> OpenedSource<Source> {
    try OpenedSource(source, with: [slot])
  }

  /// Every wording of every entry, in the catalogue's order.
  ///
  /// - Throws: `VaultError.damaged` at the first that cannot be read: a backup is whole or none.
  package func everyWording() throws -> [CatalogueRow] {
    try read { state in try state.root.leaves.flatMap { try state.leaf($0).rows } }
  }
}

extension ClosedJournal {
  /// The sealed files of pages and drafts, with their paths inside the journal.
  ///
  /// A page that is taken in meanwhile is in the database instead.
  package func sealedFiles() throws -> [(path: String, bytes: [UInt8])] {
    var files = [(path: "capture", bytes: try Capture(at: place).bytes)]
    for (folder, name) in [(place.inbox, "inbox"), (place.drafts, "drafts")] {
      for file in try SystemFile.names(in: folder) where file.hasSuffix(".age") {
        guard let bytes = try? SystemFile.read("\(folder)/\(file)") else { continue }
        files.append(("\(name)/\(file)", bytes))
      }
    }
    return files
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
    let target = try DatabaseQueue(path: path)
    do {
      try source.queue.backup(to: target)
      try target.close()
      try source.queue.close()
    } catch let error as DatabaseError {
      throw VaultError(error)
    }
  }
}

extension OpenJournal {
  /// Whether the inner part of a backup names this journal.
  package func isOurs(backup sealed: [UInt8], _ keys: BackupKeys) throws -> Bool {
    try RestoredJournal.identity(sealed, keys).journal == id
  }
}

extension String {
  /// What stands before the last slash, `.` where there is none.
  var folderPart: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// What stands after the last slash.
  var lastPart: String { lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self }
}
