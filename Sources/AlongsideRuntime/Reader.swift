internal import Practice
package import Vault

/// Reads a journal that its owner opened.
package struct Reader: Sendable {
  package internal(set) var journal: OpenJournal
  /// How many pages came in with this opening.
  package private(set) var takenIn: Int

  /// What keeps pages from being taken in; they stay sealed where they are.
  package enum WhyWaiting: Sendable, Hashable {
    /// A damaged page of the file is where they would come to be, or may be.
    case damage
    /// The system refused, in its own words.
    case system(reason: String)
  }

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
  ) throws -> (count: Int, readsInbox: Bool, why: WhyWaiting?) {
    do {
      let count = try journal.takeIn(summary: EntryPage.summary)
      guard !journal.hasPagesWithoutPlace else { return (count, true, .damage) }
      return (count, journal.isReadOnly, nil)
    } catch VaultError.system(_, let reason) {
      // A full disk must not keep a person from their own words: pages are read where they wait.
      return (0, true, .system(reason: reason))
    } catch VaultError.damaged {
      // What is whole can still be read; `verify` names what is not.
      return (0, true, .damage)
    }
  }

  /// Whether pages are read where they wait, because they cannot be taken in.
  private(set) var readsInbox: Bool
  /// What kept them from being taken in; nil when nothing did.
  package private(set) var whyNotTakenIn: WhyWaiting?

  package var notices: [Notice] { journal.notices }

  /// How many of the notices a person was told.
  private var toldCount = 0

  /// What arose since this was last asked, for a person to be told.
  package mutating func news() -> [Notice] {
    defer { toldCount = journal.notices.count }
    return Array(journal.notices.dropFirst(toldCount))
  }
}
