package import Practice
package import Vault

extension Reader {
  /// One entry, whole: by id, by the beginning of one, or `last`.
  ///
  /// - Throws: `VaultError.noSuchEntry`, `severalEntries`, `damaged`.
  package func show(_ name: String) throws -> Entry {
    if readsInbox, let entry = try waitingEntry(name) { return entry }
    return try entry(try row(name))
  }

  /// The entries of a day as it was lived, oldest first.
  package func entries(on day: Day) throws -> Reading<[Entry]> {
    try whole(list(SearchFilter(since: day, until: day)))
  }

  /// The entries of this day in other years, oldest first.
  ///
  /// On the last of February those of a leap day come too.
  package func entries(onThisDay today: Day) throws -> Reading<[Entry]> {
    let reading = try list()
    let isLeap = Day(year: today.year, month: 2, day: 29) != nil
    let found = reading.found.filter { entry in
      let day = entry.written.day
      guard day.year != today.year, day.month == today.month else { return false }
      return day.day == today.day
        || (!isLeap && today.month == 2 && today.day == 28 && day.day == 29)
    }
    return try whole(Reading(found: found, damage: reading.damage))
  }

  /// The same entries with answers and text, oldest first.
  private func whole(_ cards: Reading<[Entry]>) throws -> Reading<[Entry]> {
    var reading = Reading<[Entry]>(found: [], damage: cards.damage)
    for card in cards.found.reversed() {
      do {
        reading.found.append(try show(card.id))
      } catch VaultError.damaged(let one) {
        reading.damage.append(one)
      }
    }
    return reading
  }

  /// Every wording of an entry, in the order in which they were made.
  package func wordings(of name: String) throws -> Reading<[Entry]> {
    if readsInbox, let entry = try waitingEntry(name) {
      return Reading(found: [entry], damage: [])
    }
    var reading = Reading<[Entry]>(found: [], damage: [])
    for row in try journal.wordings(of: try row(name).entry) {
      do {
        reading.found.append(try entry(row))
      } catch VaultError.damaged(let one) {
        reading.damage.append(one)
      }
    }
    return reading
  }

  /// The wordings that stand side by side, because the entry was changed in two places; one where
  /// it was not.
  package func latestWordings(of entry: Entry) throws -> [ItemID] {
    guard let id = ItemID(entry.id) else { return [] }
    if readsInbox, try waitingEntry(entry.id) != nil { return [id] }
    return OpenJournal.latest(try journal.wordings(of: id)).map(\.revision)
  }

  /// An entry as it stands: one wording, or those side by side, in the order in which they were made.
  package func standing(_ name: String) throws -> Reading<[Entry]> {
    let entry = try show(name)
    let latest = Set(try latestWordings(of: entry).map(\.description))
    guard latest.count > 1 else { return Reading(found: [entry], damage: []) }
    var reading = try wordings(of: entry.id)
    reading.found = reading.found.filter { latest.contains($0.revision) }
    return reading
  }

  /// Where an entry stands in the journal.
  ///
  /// - Throws: `RuntimeError.stillWaiting` for a page that could not be taken in.
  func row(_ name: String) throws -> CatalogueRow {
    if readsInbox, let entry = try waitingEntry(name) {
      throw RuntimeError.stillWaiting(id: entry.id, why: whyNotTakenIn)
    }
    guard name == "last" else { return try journal.row(prefix: name) }
    let reading = try journal.rows { _ in .takeAndEnd }
    if let row = reading.found.first { return row }
    // Damage is never told as an empty journal.
    if let damage = reading.damage.first { throw VaultError.damaged(damage) }
    throw VaultError.noSuchEntry(id: name)
  }

  private func waitingEntry(_ name: String) throws -> Entry? {
    let waiting = try waiting()
    if name == "last" { return waiting.last }
    return name.utf8.count >= ItemID.prefixLetterCount
      ? waiting.first { $0.id.hasPrefix(name) } : nil
  }
}

extension Reader {
  /// How many of the latest entries are looked through for what was answered last time.
  private static let reach = 50

  /// What was last answered to the questions of a prompt that bring it back, place by place.
  ///
  /// Of each question the latest entry that answers it counts. An entry that cannot be read is passed
  /// over; `list` and `verify` name it.
  package func lastTime(
    for prompt: Prompt
  ) throws -> [Interview.Place: Interview.LastTime] {
    let wanted = Set(prompt.steps.filter(\.bringsLastTime).map(\.id))
    guard !wanted.isEmpty else { return [:] }
    var found: [Interview.Place: Interview.LastTime] = [:]
    let filter = SearchFilter(prompt: prompt.fullID)
    for card in try list(filter, limit: Self.reach).found {
      guard let entry = try? show(card.id) else { continue }
      for answer in entry.answers
      where wanted.contains(answer.step) && answer.value != nil && answer.by == nil {
        let place = Interview.Place(step: answer.step, item: answer.item)
        if found[place] == nil { found[place] = .init(answer, on: entry.written.day) }
      }
    }
    return found
  }
}
