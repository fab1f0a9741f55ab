internal import Practice
package import Vault

/// Saves what is whole of a damaged journal.
package enum Salvaging {
  /// - Throws: `VaultError`.
  package static func run(
    at place: JournalPlace, with words: UnlockWords, clock: Clock, acceptingOlder: Bool = false
  ) throws -> Salvage.Outcome {
    let salvage = try Salvage(at: place, with: words, acceptingOlder: acceptingOlder)
    return try salvage.run(now: clock.now().utcMilliseconds) { page, revision in
      guard let entry = try? EntryPage.entry(page), entry.revision == revision.description else {
        return nil
      }
      var wording = try? EntryPage.wording(entry)
      wording?.page.payload = page.payload
      return wording
    }
  }
}
