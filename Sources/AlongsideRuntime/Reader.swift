package import Practice
package import Vault

/// Reads a journal that its owner opened.
package struct Reader: Sendable {
  package private(set) var journal: OpenJournal
  /// How many pages came in with this opening.
  package let takenIn: Int

  /// Opens a journal and takes in what was written while it was closed.
  ///
  /// - Parameter takingIn: false reads waiting pages where they lie, and adds nothing.
  /// - Throws: `VaultError`.
  package init(
    at place: JournalPlace, with words: UnlockWords, clock: Clock, acceptingOlder: Bool = false,
    takingIn: Bool = true
  ) throws {
    journal = try OpenJournal.open(
      at: place, with: words, now: clock.now().utcMilliseconds, acceptingOlder: acceptingOlder)
    guard takingIn else {
      takenIn = 0
      readsInbox = true
      whyNotTakenIn = nil
      return
    }
    do {
      takenIn = try journal.takeIn(summary: EntryPage.summary)
      readsInbox = journal.isReadOnly
      whyNotTakenIn = nil
    } catch VaultError.system(_, let reason) {
      // A full disk must not keep a person from their own words: pages are read where they lie.
      takenIn = 0
      readsInbox = true
      whyNotTakenIn = reason
    }
  }

  /// Whether pages are read where they wait, because they cannot be taken in.
  private let readsInbox: Bool
  /// What kept them from being taken in, in the system's words; nil when nothing did.
  package let whyNotTakenIn: String?

  package var notices: [Notice] { journal.notices }

  /// What a list leaves out.
  package struct Filter: Sendable {
    package var limit: Int?
    /// Days as lived where the entry was written.
    package var since: Day?
    package var until: Day?
    package var tag: String?
    /// A prompt's id, with or without its pack.
    package var prompt: String?

    package init(
      limit: Int? = nil, since: Day? = nil, until: Day? = nil, tag: String? = nil,
      prompt: String? = nil
    ) {
      self.limit = limit
      self.since = since
      self.until = until
      self.tag = tag
      self.prompt = prompt
    }

    func takes(_ entry: Entry) -> Bool {
      if let since, entry.written.day < since { return false }
      if let until, entry.written.day > until { return false }
      if let tag, !entry.tags.contains(tag) { return false }
      guard let prompt else { return true }
      return entry.prompt.map { $0.id == prompt || $0.id.hasSuffix("/\(prompt)") } ?? false
    }
  }

  /// The entries that a filter takes, newest first, without answers and text.
  package func list(_ filter: Filter = Filter()) throws -> Reading<[Entry]> {
    var entries: [Entry] = []
    if filter.limit == 0 { return Reading(found: [], damage: []) }
    if readsInbox { entries = try waiting().filter(filter.takes).reversed() }
    let reading = try journal.rows { row in
      if let limit = filter.limit, entries.count >= limit { return .end }
      let entry = try Self.card(row)
      if filter.takes(entry) { entries.append(entry) }
      return .leave
    }
    entries = filter.limit.map { Array(entries.prefix($0)) } ?? entries
    return Reading(found: entries, damage: reading.damage)
  }

  /// One entry, whole: by id, by the beginning of one, or `last`.
  ///
  /// - Throws: `VaultError.noSuchEntry`, `severalEntries`, `damaged`.
  package func show(_ name: String) throws -> Entry {
    if readsInbox, let entry = try waitingEntry(name) { return entry }
    guard name == "last" else { return try entry(try journal.row(prefix: name)) }
    guard let row = try journal.rows(where: { _ in .takeAndEnd }).found.first else {
      throw VaultError.noSuchEntry(id: name)
    }
    return try entry(row)
  }

  private func waitingEntry(_ name: String) throws -> Entry? {
    let waiting = try waiting()
    if name == "last" { return waiting.last }
    return name.utf8.count >= ItemID.prefixLetterCount
      ? waiting.first { $0.id.hasPrefix(name) } : nil
  }

  /// Pages that could not be taken in because nothing can be written here, oldest first.
  private func waiting() throws -> [Entry] {
    try journal.waitingPages().compactMap { try? EntryPage.entry($0) }
  }

  /// Every entry, whole, oldest first.
  package func everything() throws -> Reading<[Entry]> {
    var reading = try journal.rows { _ in .take }
    var entries: [Entry] = []
    for row in reading.found.reversed() {
      do {
        entries.append(try entry(row))
      } catch VaultError.damaged(let damage) {
        reading.damage.append(damage)
      }
    }
    if readsInbox { entries += try waiting() }
    return Reading(found: entries, damage: reading.damage)
  }

  /// Opens everything and says what is broken.
  package func verify() throws -> Verdict {
    try journal.verify { page in _ = try EntryPage.entry(page) }
  }

  private static func card(_ row: CatalogueRow) throws -> Entry {
    guard let entry = try? JSON.read(EntryJSON.self, from: row.card).entry else {
      throw VaultError.damaged(.entry(row.entry.description))
    }
    return entry
  }

  private func entry(_ row: CatalogueRow) throws -> Entry {
    let page = Page(
      id: row.entry, written: row.written, payload: try journal.payload(of: row))
    guard let entry = try? EntryPage.entry(page) else {
      throw VaultError.damaged(.entry(row.entry.description))
    }
    return entry
  }
}
