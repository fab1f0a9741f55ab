package import Practice
package import Vault

extension Reader {
  /// Keeps a new wording of an entry; every earlier one stays.
  ///
  /// - Parameters:
  ///   - change: makes the new content; id, moment and revision are set here.
  ///   - now: when it was made, with the zone of the place.
  /// - Returns: the new wording, or nil when nothing changed.
  /// - Throws: `VaultError.tooLong`, and then the entry is as it was.
  @discardableResult
  package mutating func revise(
    _ name: String, now: Moment, _ change: (inout Entry) throws -> Void
  ) throws -> Entry? {
    try journal.refresh()
    let row = try row(name)
    let old = try entry(row)
    var entry = old
    try change(&entry)
    let parents = OpenJournal.latest(try journal.wordings(of: row.entry)).map(\.revision)
    guard !entry.hasSameContent(as: old) || parents.count > 1 else { return nil }
    let revision = ItemID.fresh()
    entry.id = old.id
    entry.kind = old.kind
    entry.written = old.written
    entry.revision = revision.description
    entry.parents = parents.map(\.description)
    entry.revised = now
    let wording = try EntryPage.wording(entry)
    // The rule of a new page: a longer one could not come back out of an export or a backup.
    guard wording.page.payload.count <= Page.byteLimit else { throw VaultError.tooLong }
    guard try journal.add([wording]).wordings == 1 else {
      throw VaultError.noSuchEntry(id: entry.id)
    }
    return entry
  }

  /// Brings an earlier wording of an entry back as a new one; none is removed.
  ///
  /// Where two stand side by side, the new one takes the place of both.
  ///
  /// - Parameter number: its place among the wordings that can be read, counted from 1.
  /// - Returns: the new wording, or nil when the entry says the same already; and what could not be
  ///   read.
  /// - Throws: `RuntimeError.noSuchWording`.
  package mutating func bringBack(
    _ number: Int, of name: String, now: Moment
  ) throws -> Reading<Entry?> {
    try journal.refresh()
    let reading = try wordings(of: name)
    guard reading.found.indices.contains(number - 1) else {
      throw RuntimeError.noSuchWording(number: number, count: reading.found.count)
    }
    let earlier = reading.found[number - 1]
    let brought = try revise(earlier.id, now: now) { entry in
      (entry.title, entry.tags, entry.text) = (earlier.title, earlier.tags, earlier.text)
      (entry.answers, entry.prompt) = (earlier.answers, earlier.prompt)
    }
    return Reading(found: brought, damage: reading.damage)
  }

  /// Removes an entry with every wording, without residue.
  ///
  /// - Parameter everywhere: changes the journal's keys in the same step: both happen, or neither.
  package mutating func erase(_ name: String, everywhere: Bool = false, now: Moment) throws {
    try journal.refresh()
    let entry = try row(name).entry
    if everywhere {
      try journal.rekey(
        erasing: entry, now: now.utcMilliseconds, summary: EntryPage.summary)
    } else {
      try journal.erase(entry, now: now.utcMilliseconds)
    }
    // New words for it that were put aside hold its old ones; so may a draft that does not open.
    let drafts = try journal.drafts()
    journal.tell(drafts.unopened)
    for (hold, draft) in drafts.free
    where (try? JSON.read(DraftJSON.self, from: draft.payload))?.revises == entry.description {
      try hold.drop()
    }
  }

  /// Removes every wording of an entry but the latest.
  ///
  /// - Returns: how many there were.
  @discardableResult
  package mutating func forgetEarlierWordings(of name: String, now: Moment) throws -> Int {
    try journal.refresh()
    return try journal.forgetEarlierWordings(
      of: try row(name).entry, now: now.utcMilliseconds)
  }

  /// Changes the journal's keys, and perhaps the words of one way in.
  package mutating func rekey(_ change: SlotChange? = nil, now: Moment) throws {
    try journal.rekey(change, now: now.utcMilliseconds, summary: EntryPage.summary)
  }

  /// Replaces the words of one way in, and keeps the journal's keys.
  package mutating func replaceWords(_ change: SlotChange, now: Moment) throws {
    try journal.refresh()
    try journal.replaceSlot(change, now: now.utcMilliseconds)
  }
}

extension Entry {
  /// Whether title, tags, answers and words are the same.
  package func hasSameContent(as other: Entry) -> Bool {
    title == other.title && tags == other.tags && answers == other.answers && text == other.text
  }
}
