internal import AlongsideRuntime
internal import ArgumentParser
internal import Console
internal import Disk
internal import Practice
internal import Vault

/// `alongside backup`: a sealed copy of everything, somewhere else.
struct Backup: ContextCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a sealed copy of everything",
    discussion: """
      FILE is an age file that your passphrase or kit opens, also without this program: see \
      docs/recovery.md. Beside it lie one or two small files with the locked keys; keep them together. \
      Without FILE it lists the backups made before. --unattended needs no passphrase, for a job that \
      runs by itself: it copies the sealed files as they are, and only this program reads them.
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: "The file to write.", completion: .file()) var file: String?
  @Flag(help: "Ask for no passphrase; copy what is sealed as it is.") var unattended = false
  @Flag(help: "Do not offer to look for identifiers first.") var yes = false
  @Flag(help: "Print the list as JSON.") var json = false

  func run(_ desk: Desk) throws {
    guard let file else {
      if unattended { throw Failure.usage("it is not said where to", hints: ["--unattended FILE"]) }
      return try list(desk)
    }
    let path = try desk.wholePath(file)
    try OutputFile.check(path)
    if unattended { return try copy(to: path, desk) }
    let place = try desk.place()
    guard place.exists else { throw VaultError.noJournal(folder: place.folder) }
    for kind in SlotKind.allCases where try !isThere(kind, beside: path, of: place) {
      try OutputFile.checkAbsent(Restoring.slotPath(path, kind))
    }
    let reader = try desk.reader()
    try offerCheck(reader, desk)
    try write(reader, to: path, desk)
  }

  /// Whether this very small file exists already: a backup that was cut off left it.
  private func isThere(
    _ kind: SlotKind, beside path: String, of place: JournalPlace
  ) throws -> Bool {
    let small = Restoring.slotPath(path, kind)
    guard try FileFacts.isThere(small), let file = try? Glance.slotFile(kind, at: place) else {
      return false
    }
    return (try? Files.bytes(of: small, limit: 1 << 20)) == file
  }

  private func offerCheck(_ reader: Reader, _ desk: Desk) throws {
    guard !yes, desk.terminal.isInteractive else { return }
    try IdentifierOffer(desk: desk).make(reader, before: "this leaves")
  }

  private func write(_ reader: Reader, to path: String, _ desk: Desk) throws {
    var reader = reader
    var leftOut: [Unopened] = []
    // What this run made, which is all that it may remove again.
    var new: [String] = []
    do {
      // The small files first: the large one without them opens with no words.
      let small = try writeSmall(reader, beside: path, &new)
      var sink = try FileSink(path)
      let (content, unopened) = try OpenBackup.write(reader, readme: BackupText.readme, to: &sink)
      leftOut = unopened
      try Self.finish(sink, as: path, &new)
      let read = try OpenBackup.check(path, reader)
      guard read == content else { throw VaultError.badBackup(.cutShort) }
      // Another run for the same FILE that failed may have removed those that it made.
      _ = try writeSmall(reader, beside: path, &new)
      try desk.note(backup: path, isUnattended: false, &reader)
      say(content, [path] + small, desk)
    } catch {
      Self.remove(new, of: path)
      throw error
    }
    try end(reader, leftOut, desk)
  }

  /// Writes the small files that are not there yet.
  ///
  /// - Returns: the paths of all of them.
  private func writeSmall(
    _ reader: Reader, beside path: String, _ new: inout [String]
  ) throws -> [String] {
    try reader.journal.slotFiles().map { slot in
      let beside = Restoring.slotPath(path, slot.kind)
      guard (try? Files.bytes(of: beside, limit: 1 << 20)) != slot.file else { return beside }
      let small = try FileSink(beside)
      try small.write(slot.file[...])
      try Self.finish(small, as: beside, &new)
      return beside
    }
  }

  /// Removes what a run that failed made: half a backup must not pass for one.
  ///
  /// Where another run made FILE meanwhile, the small files are the only way into it.
  private static func remove(_ new: [String], of path: String) {
    guard new.contains(path) || !FileFacts.mayBeThere(path) else { return }
    for path in new { OutputFile.remove(path) }
  }

  /// Gives a file its name, and notes it even if the disk then does not confirm that.
  private static func finish(
    _ sink: FileSink, as path: String, _ new: inout [String]
  ) throws {
    defer { if sink.isNamed { new.append(path) } }
    try sink.finish()
  }

  /// Names what is not in the backup, because it did not open.
  ///
  /// - Throws: `Failure` with 13 or 1: the backup is made, and somebody has to look after the rest.
  private func end(_ reader: Reader, _ leftOut: [Unopened], _ desk: Desk) throws {
    // What did not open when the backup was written is not in it, even if it opens by now.
    let seen = Set(leftOut.map(\.path))
    let files = try leftOut + reader.journal.unopened().filter { !seen.contains($0.path) }
    let missing = files.filter { $0.mayBeOurs || $0.path.hasPrefix("drafts/") }
    let isTakenIn = reader.whyNotTakenIn == nil && !reader.journal.isReadOnly
    let waiting = isTakenIn ? 0 : try reader.journal.waitingPages().count
    sayAside(files.count - missing.count, desk)
    guard waiting > 0 || !missing.isEmpty else { return }
    desk.terminal.say("The backup has everything else. Not in it:", as: .warning)
    for line in Counted.lines(missing.map(\.words), most: 20) {
      desk.terminal.say(line, as: .warning)
    }
    if waiting > 0 {
      let pages = Counted.words(waiting, "page that waits", "pages that wait")
      desk.terminal.say("- \(pages) to be taken in", as: .warning)
    }
    throw Failure.silent(missing.code)
  }

  private func sayAside(_ count: Int, _ desk: Desk) {
    guard count > 0 else { return }
    let files = Counted.words(count, "file", "files")
    desk.terminal.say("\(files) in inbox/aside did not open, and are not in it.", as: .quiet)
  }

  private func say(_ content: OpenBackup.Content, _ made: [String], _ desk: Desk) {
    let entries = Counted.words(content.entries, "entry", "entries")
    desk.terminal.say("\(entries) sealed, and opened again to make sure. Keep these together:")
    for path in made { desk.terminal.out(path) }
    desk.terminal.say("alongside verify \(made[0]) tries it whenever you like.", as: .hint)
  }

  private func copy(to path: String, _ desk: Desk) throws {
    let journal = try desk.closed()
    var sink = try FileSink(path)
    let leftOut = try SealedCopy.write(journal, to: &sink, copyingTo: "\(path).copy.part")
    try sink.finish()
    for file in leftOut { desk.terminal.say("Not in the copy: \(file.words)", as: .warning) }
    sayAside(try journal.asideNames().count, desk)
    do {
      try SealedCopy.note(path: path, journal: journal, clock: desk.context.clock)
    } catch {
      desk.terminal.say(
        "The copy is whole, but it could not be noted in the journal.", as: .warning)
    }
    desk.terminal.say("Copied as it is, sealed. Your passphrase opens it, with this program:")
    desk.terminal.out(path)
    // What could not be read may be words that are nowhere else.
    if leftOut.contains(where: \.isUnread) { throw Failure.silent(.failed) }
  }

  private func list(_ desk: Desk) throws {
    let backups = try desk.reader().backups()
    if json { return try desk.print(json: backups) }
    guard !backups.isEmpty else {
      desk.terminal.say("No backup was made yet.")
      return desk.terminal.say("alongside backup FILE makes one.", as: .hint)
    }
    for backup in backups { desk.terminal.out(BackupText.line(backup)) }
  }
}

/// Backups as people read them.
enum BackupText {
  /// The first file of a backup, for whoever finds it without the program.
  static let readme = """
    A backup of an Alongside journal.

    entries/            one file for each entry, to read with any program
    entries-0001.jsonl  and on: every wording of every entry, one JSON object a line
    alongside.age       sealed: which journal this is, what was erased, what was put aside

    Bring it back:      alongside restore FILE
    Without Alongside:  age -d -i FILE.passphrase.age FILE | tar x
    These files are readable by anyone. Delete them when you are done.

    """

  static func line(_ backup: BackupNote) -> String {
    let day = Moment(iso8601: backup.made).map { Dates.short($0) } ?? backup.made
    let kind = backup.isRestored ? "  (brought back that day)" : ""
    return "\(day)  \(backup.path)\(backup.isUnattended ? "  (copied as it was)" : "")\(kind)"
  }
}
