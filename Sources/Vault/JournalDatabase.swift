internal import GRDB
#if canImport(FoundationEssentials)
internal import FoundationEssentials
#else
internal import Foundation
#endif

/// The tables of `journal.db`.
///
/// It knows SQL and bytes; what is sealed in them it does not know.
struct JournalDatabase: Sendable {
  /// "Alng" in SQLite's application id: what kind of file this is.
  static let applicationID: Int32 = 0x416C_6E67
  /// The version of the format, in SQLite's user version.
  static let version: Int32 = 2

  /// A part that is kept twice.
  enum Part: Sendable, Hashable {
    case slot(SlotKind)
    case key
    case capture
    case root
    case ledger

    static let all = SlotKind.allCases.map(Part.slot) + [.key, .capture, .root, .ledger]

    var name: String {
      switch self {
      case .slot(let kind): "slot.\(kind.rawValue)"
      case .key: "key"
      case .capture: "capture"
      case .root: "root"
      case .ledger: "ledger"
      }
    }
  }

  /// The tables that hold the two copies.
  static let partTables = ["part_a", "part_b"]

  let queue: DatabaseQueue
  /// Nil where nothing is written.
  private let freePages: FreePages?

  /// Opens the file of a journal.
  ///
  /// - Throws: `VaultError.newerFormat`, `damaged(.database)`, `inUse`.
  init(path: String, isReadOnly: Bool) throws {
    do {
      queue = try Self.opened(path, isReadOnly)
    } catch VaultError.damaged {
      // SQLite says so too where the disk failed once: see `Database.reading`.
      queue = try Self.opened(path, isReadOnly)
    }
    freePages = isReadOnly ? nil : try FreePages(of: path)
  }

  private static func opened(_ path: String, _ isReadOnly: Bool) throws -> DatabaseQueue {
    let configuration = configuration(isReadOnly: isReadOnly)
    let queue = try translating { try DatabaseQueue(path: path, configuration: configuration) }
    try read(queue) { db in
      try compareNumbers(db)
      try compareSchema(db)
    }
    if !isReadOnly { try translating { try queue.inDatabase(keepJournalMode) } }
    return queue
  }

  /// How every file of a journal is opened, a copy that is being made as well.
  static func configuration(isReadOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA temp_store = MEMORY")
      // In KiB. Ids are random, so going through all records comes back to each page many times.
      try db.execute(sql: "PRAGMA cache_size = -131072")
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "PRAGMA synchronous = EXTRA")
    }
    return configuration
  }

  /// Whether this is a journal, and of a format that this program knows.
  private static func compareNumbers(_ db: Database) throws {
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      throw VaultError.damaged(.database("it is not a journal"))
    }
    let format = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard format >= 1 else { throw VaultError.damaged(.database("its format is not numbered")) }
    guard format <= version else { throw VaultError.newerFormat(version: Int(format)) }
  }

  /// Makes the file of a new journal, with its tables and nothing in them.
  static func create(path: String) throws {
    try translating { try createTables(path: path) }
  }

  private static func createTables(path: String) throws {
    let queue = try DatabaseQueue(path: path, configuration: configuration())
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA page_size = 16384; PRAGMA journal_mode = DELETE")
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
      for part in schema { try db.execute(sql: part.sql) }
    }
    try queue.close()
  }

  /// What the file holds, by name, with the very words that made it.
  ///
  /// The two tables of doubled parts are two trees, so no page holds both copies.
  static let schema: [(name: String, sql: String)] = [
    ("part_a", partTable("part_a")),
    ("part_b", partTable("part_b")),
    (
      "record",
      """
      CREATE TABLE record (
        revision INTEGER PRIMARY KEY, entry INTEGER NOT NULL, box BLOB NOT NULL)
      """
    ),
    ("record_entry", "CREATE INDEX record_entry ON record (entry)"),
    ("leaf", "CREATE TABLE leaf (id INTEGER PRIMARY KEY, box BLOB NOT NULL)"),
    ("head", "CREATE TABLE head (sequence INTEGER PRIMARY KEY, box BLOB NOT NULL)"),
  ]

  private static func partTable(_ name: String) -> String {
    "CREATE TABLE \(name) (name TEXT PRIMARY KEY, body BLOB NOT NULL, sha256 BLOB NOT NULL)"
  }

  /// A trigger, a view or a table of other words could swallow what is written; one that is missing
  /// was taken away.
  private static func compareSchema(_ db: Database) throws {
    let sql = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"
    var missing = Dictionary(uniqueKeysWithValues: schema.map { ($0.name, $0.sql) })
    var odd: [String] = []
    for row in try Row.fetchAll(db, sql: sql) {
      // A damaged row can hold values of any kind, and asking GRDB for a text would end the program.
      let name = String.fromDatabaseValue(row["name"]) ?? ""
      let sql = String.fromDatabaseValue(row["sql"])
      if missing.removeValue(forKey: name) != sql { odd.append(String(name.prefix(40))) }
    }
    guard odd.isEmpty else {
      let names = odd.prefix(3).joined(separator: ", ")
      throw VaultError.damaged(.database("it holds what is not Alongside's: \(names)"))
    }
    guard missing.isEmpty else {
      let names = missing.keys.sorted().joined(separator: ", ")
      throw VaultError.damaged(.database("a part of it is missing: \(names)"))
    }
  }

  /// Only this mode leaves nothing of what was removed; another program may have changed it.
  private static func keepJournalMode(_ db: Database) throws {
    if try String.fetchOne(db, sql: "PRAGMA journal_mode") != "delete" {
      try db.execute(sql: "PRAGMA journal_mode = DELETE")
    }
  }

  /// Runs `work` in a transaction that may write, seeing what other processes wrote before.
  ///
  /// - Throws: `VaultError.damaged(.database)` before anything is written where the file's free room may
  ///   hold something; what `work` throws.
  func write<T>(_ work: (Database) throws -> T) throws -> T {
    try Self.translating {
      try queue.write { db in
        guard try freePages?.areProven() ?? true else {
          throw VaultError.damaged(.database("what it takes for free room is not empty"))
        }
        return try work(db)
      }
    }
  }

  /// Whether a change can fill what the file takes for free room.
  func hasProvenRoom() throws -> Bool {
    do {
      try write { _ in }
      return true
    } catch VaultError.damaged {
      return false
    }
  }

  /// Puts the file together anew: pages hold what is in them and zeros.
  ///
  /// SQLite does it in one step, and needs room for the whole file once more.
  func vacuum() throws {
    try Self.translating { try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") } }
  }

  /// Runs `work` on one state of the file.
  ///
  /// It ends by turning back, never by a commit: SQLite refuses to commit after it met a damaged page,
  /// although all that was wanted was read from others.
  func read<T>(_ work: (Database) throws -> T) throws -> T {
    try Self.read(queue, work)
  }

  private static func read<T>(
    _ queue: DatabaseQueue, _ work: (Database) throws -> T
  ) throws -> T {
    try translating {
      try queue.unsafeRead { db in
        try db.beginTransaction(.deferred)
        do {
          let result = try work(db)
          try db.rollback()
          return result
        } catch {
          try? db.rollback()
          throw error
        }
      }
    }
  }

  private static func translating<T>(_ work: () throws -> T) throws -> T {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw VaultError(error)
    }
  }
}

extension VaultError {
  /// SQLite's trouble in our terms.
  ///
  /// Its message names no values.
  init(_ error: DatabaseError) {
    // A failed copy leaves no message, or that of a connection where nothing went wrong.
    let message = error.message == "not an error" ? nil : error.message
    let words = message ?? Self.words(for: error.resultCode)
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .inUse
    case _ where error.isDamage: self = .damaged(.database(words))
    case .SQLITE_READONLY, .SQLITE_PERM:
      self = .system(what: "writing the journal", reason: words)
    default: self = .system(what: "using the journal", reason: words)
    }
  }

  private static func words(for code: ResultCode) -> String {
    switch code {
    case .SQLITE_FULL: "database or disk is full"
    case .SQLITE_IOERR: "disk I/O error"
    default: "code \(code.rawValue)"
    }
  }
}
