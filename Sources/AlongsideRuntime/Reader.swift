internal import Practice
package import Vault

/// Reads a journal that its owner opened.
package struct Reader: Sendable {
  package internal(set) var journal: OpenJournal
  /// How many pages came in with this opening.
  package private(set) var takenIn: Int

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
    (takenIn, readsInbox, whyNotTakenIn) = try Self.takeIn(&journal)
  }

  /// Brings an open journal up to what other processes did meanwhile.
  package mutating func catchUp(takingIn: Bool = true) throws {
    try journal.refresh()
    guard takingIn else { return readsInbox = true }
    (takenIn, readsInbox, whyNotTakenIn) = try Self.takeIn(&journal)
  }

  private static func takeIn(
    _ journal: inout OpenJournal
  ) throws -> (count: Int, readsInbox: Bool, why: String?) {
    do {
      let count = try journal.takeIn(summary: EntryPage.summary)
      guard !journal.hasPagesWithoutPlace else { return (count, true, damagedWords) }
      return (count, journal.isReadOnly, nil)
    } catch VaultError.system(_, let reason) {
      // A full disk must not keep a person from their own words: pages are read where they lie.
      return (0, true, reason)
    } catch VaultError.damaged {
      // What is whole can still be read; `verify` names what is not.
      return (0, true, damagedWords)
    }
  }

  private static let damagedWords = "part of the journal is damaged"

  /// Whether pages are read where they wait, because they cannot be taken in.
  private(set) var readsInbox: Bool
  /// What kept them from being taken in, in the system's words; nil when nothing did.
  package private(set) var whyNotTakenIn: String?

  package var notices: [Notice] { journal.notices }

  /// How many of the notices a person was told.
  private var toldCount = 0

  /// What arose since this was last asked, for a person to be told.
  package mutating func news() -> [Notice] {
    defer { toldCount = journal.notices.count }
    return Array(journal.notices.dropFirst(toldCount))
  }
}
