internal import Age
internal import Archive
package import Disk
internal import Practice
package import Vault

/// A backup that stock tools read: one age file that holds a tar of plain files.
///
/// Members, in this order: `README.txt`; `alongside.age` (which journal it is, what was erased, what
/// was put aside, sealed once more); `entries-0001.jsonl` and on (every wording, one a line, oldest
/// first); and `entries/DAY-ID.md`, the latest wording of each entry to read with any program.
package enum OpenBackup {
  static let identityPath = "alongside.age"
  static let linesPrefix = "entries-"
  private static let linesPerMember = 1000

  /// What a backup holds.
  package struct Content: Sendable, Hashable {
    package var entries: Int
    package var wordings: Int

    package init(entries: Int = 0, wordings: Int = 0) {
      self.entries = entries
      self.wordings = wordings
    }
  }

  /// Writes a backup of everything in the journal.
  ///
  /// - Parameter readme: the text of its first file, for whoever finds the backup without the program.
  /// - Returns: also the drafts that did not open, so that they are not in it.
  /// - Throws: `VaultError.damaged` where an entry cannot be read: a backup is complete or is not made.
  package static func write(
    _ reader: Reader, readme: String, to sink: inout FileSink
  ) throws -> (content: Content, leftOut: [Unopened]) {
    let rows = try reader.journal.everyWording()
    let identity = try reader.journal.backupIdentity()
    let tally = Tally()
    var source = PieceSource(
      pieces: try pieces(reader, rows, readme, identity: identity.sealed, tally))
    try reader.journal.seal(from: &source, into: &sink)
    let content = Content(entries: tally.entries.count, wordings: tally.wordings)
    return (content, identity.leftOut)
  }

  /// Counts what went in: another process may erase an entry while the backup is made.
  private final class Tally {
    private(set) var entries: Set<ItemID> = []
    private(set) var wordings = 0

    func add(_ row: CatalogueRow) {
      entries.insert(row.entry)
      wordings += 1
    }
  }

  /// The tar in pieces, each made when it is its turn, so that a lifetime never lies in memory.
  private static func pieces(
    _ reader: Reader, _ rows: [CatalogueRow], _ readme: String, identity: [UInt8], _ tally: Tally
  ) throws -> [() throws -> [UInt8]] {
    let tar = Tar()
    var pieces: [() throws -> [UInt8]] = [
      { try tar.member("README.txt", Array(readme.utf8)) },
      { try tar.member(identityPath, identity) },
    ]
    for (number, start) in stride(from: 0, to: rows.count, by: linesPerMember).enumerated() {
      let part = rows[start..<min(start + linesPerMember, rows.count)]
      pieces.append { try tar.member(name(number + 1), try lines(reader, part, tally)) }
    }
    let latest = latest(rows)
    for start in stride(from: 0, to: latest.count, by: linesPerMember) {
      let part = latest[start..<min(start + linesPerMember, latest.count)]
      pieces.append { try files(reader, part, tar) }
    }
    return pieces + [{ tar.end() }]
  }

  private static func name(_ number: Int) -> String {
    let digits = String(number)
    return linesPrefix + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".jsonl"
  }

  /// Payloads are JSON on one line each.
  private static func lines(
    _ reader: Reader, _ rows: ArraySlice<CatalogueRow>, _ tally: Tally
  ) throws -> [UInt8] {
    var lines: [UInt8] = []
    for (row, payload) in try reader.journal.payloads(of: rows) {
      tally.add(row)
      // A line end can stand between the parts of JSON, never inside its words.
      lines += payload.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      lines.append(UInt8(ascii: "\n"))
    }
    return lines
  }

  /// A file for each entry, to read with any program.
  private static func files(
    _ reader: Reader, _ rows: ArraySlice<CatalogueRow>, _ tar: Tar
  ) throws -> [UInt8] {
    var members: [UInt8] = []
    for (row, payload) in try reader.journal.payloads(of: rows) {
      let file = Export.markdown(try Reader.entry(row, payload))
      members += try tar.member("entries/\(file.name)", file.bytes)
    }
    return members
  }

  private static func latest(_ rows: [CatalogueRow]) -> [CatalogueRow] {
    var latest: [CatalogueRow] = []
    var start = 0
    // Wordings of one entry are neighbours.
    while start < rows.count {
      let wordings = rows[start...].prefix { $0.entry == rows[start].entry }
      if let last = OpenJournal.latest(Array(wordings)).last { latest.append(last) }
      start = wordings.endIndex
    }
    return latest
  }
}

/// A tar that several closures write to, one after the other.
private final class Tar {
  private var writer = UstarWriter()

  func member(_ path: String, _ bytes: [UInt8]) throws -> [UInt8] {
    try writer.member(path, bytes)
  }

  func end() -> [UInt8] { writer.end() }
}

/// Bytes that are made piece by piece as they are read.
struct PieceSource: ByteSource {
  private var pieces: ArraySlice<() throws -> [UInt8]>
  private var held: ArraySlice<UInt8> = []

  init(pieces: [() throws -> [UInt8]]) {
    self.pieces = pieces[...]
  }

  mutating func read(_ count: Int) throws -> ArraySlice<UInt8> {
    while held.isEmpty, let next = pieces.popFirst() { held = try next()[...] }
    defer { held = held.dropFirst(count) }
    return held.prefix(count)
  }
}
