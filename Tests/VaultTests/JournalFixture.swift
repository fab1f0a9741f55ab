import Age
import TestSupport
import Vault

/// A journal in a folder of its own, with cheap key derivation, and ways to tamper with it.
struct JournalFixture {
  let scratch: Scratch
  let place: JournalPlace
  static let words = Array("gentle river walk".utf8)
  static let kit = Array("apple bridge candle".utf8)
  static let now: Int64 = 1_795_000_000_000

  init(recovery: Bool = false, name: String = "mine", in scratch: Scratch? = nil) throws {
    self.scratch = try scratch ?? Scratch()
    place = JournalPlace(
      home: self.scratch.file("home"), name: name, state: self.scratch.file("state"),
      memory: ["/dev/shm"])
    try NewJournal.make(
      at: place, passphrase: Passphrase(Self.words),
      recovery: recovery ? Passphrase(Self.kit) : nil, now: Self.now, logN: 10)
  }

  @discardableResult
  func open(
    _ words: [UInt8] = words, kind: SlotKind = .passphrase, acceptingOlder: Bool = false
  ) throws -> OpenJournal {
    try OpenJournal.open(
      at: place, with: UnlockWords([(kind, Passphrase(words))]), now: Self.now + 1000,
      acceptingOlder: acceptingOlder)
  }

  /// Writes pages with these texts, a second apart, and returns them.
  @discardableResult
  func write(_ texts: [String], from start: Int64 = now) throws -> [Page] {
    let closed = try ClosedJournal(at: place)
    return try texts.enumerated().map { index, text in
      let page = Page(
        id: .fresh(), written: start + Int64(index) * 1000, payload: Array(text.utf8))
      try closed.keep(page)
      return page
    }
  }

  /// Opens the journal and takes everything in.
  @discardableResult
  func takeIn() throws -> OpenJournal {
    var journal = try open()
    _ = try journal.takeIn(summary: Self.summary)
    return journal
  }

  static func summary(_ page: Page) -> PageSummary? {
    PageSummary(card: Array(page.payload.prefix(4)), interview: nil)
  }

  /// Every text in the journal, oldest first, and what could not be read.
  static func texts(_ journal: OpenJournal) throws -> (texts: [String], damage: [Damage]) {
    let reading = try journal.rows { _ in .take }
    var damage = reading.damage
    var texts: [String] = []
    for row in reading.found.reversed() {
      do {
        texts.append(String(decoding: try journal.payload(of: row), as: UTF8.self))
      } catch VaultError.damaged(let one) {
        damage.append(one)
      }
    }
    return (texts, damage)
  }

  /// Runs stock `sqlite3` on the database.
  @discardableResult
  func sql(_ statement: String) async throws -> String {
    let run = try await Tool.run("sqlite3", [place.folder + "/journal.db", statement])
    guard run.code == 0 else { throw VaultError.system(what: "sqlite3", reason: run.err) }
    return run.text
  }

  func path(_ name: String) -> String { "home/journals/\(place.name)/\(name)" }
}
