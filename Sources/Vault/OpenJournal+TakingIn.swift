internal import Age
internal import Codec
internal import Disk

/// What the runtime reads out of a page's payload for the vault.
package struct PageSummary: Sendable {
  /// What a list shows.
  package var card: [UInt8]
  /// The interview that the page finishes, whose left-over draft is dropped.
  package var interview: ItemID?
  /// The page is no entry but a note to keep under this name, with these bytes.
  package var note: (name: String, body: [UInt8])?

  package init(card: [UInt8], interview: ItemID?) {
    self.card = card
    self.interview = interview
  }

  package init(note name: String, _ body: [UInt8]) {
    card = []
    note = (name, body)
  }
}

/// A page on its way into the journal.
private typealias Taken = (found: Inbox.Found, summary: PageSummary)

/// A page that was taken in, and whose file could not be removed.
struct Stuck {
  var page: ItemID
  /// Inside the journal's folder.
  var path: String
  var trouble: any Error
}

extension OpenJournal {
  /// Takes in what was written while the journal was closed.
  ///
  /// One transaction, where no damaged page of the file keeps some of them from having a place: those
  /// wait, and `hasPagesWithoutPlace` says so. A page that is here already adds nothing, so a crash, a
  /// second process or a file copied back cannot double one. Files go only after the commit.
  ///
  /// - Parameter summary: reads a page's payload; nil or an error sets the page aside.
  /// - Returns: how many pages were new.
  package mutating func takeIn(summary: (Page) throws -> PageSummary?) throws -> Int {
    try refreshing { journal, keys in
      guard !journal.isReadOnly else {
        journal.tell(Inbox(keys).unopened)
        return 0
      }
      let taking = try journal.takeIn(keys, summary: summary)
      for file in taking.stuck {
        let reason = (file.trouble as? VaultError)?.reason ?? "it is in use"
        journal.tell(.notRemoved(path: file.path, reason: reason))
      }
      return taking.count
    }
  }

  /// `takeIn` for whoever has the keys already: they stay as they are until all of it is done.
  ///
  /// - Returns: how many pages were new, and those that are in the journal and whose files could not be
  ///   removed.
  mutating func takeIn(
    _ keys: borrowing PresentKeys, summary: (Page) throws -> PageSummary?
  ) throws -> (count: Int, stuck: [Stuck]) {
    sweepParts()
    let inbox = Inbox(keys)
    tell(inbox.unopened.filter(\.stays))
    var strange = inbox.unopened.filter { !$0.stays }
    var taken: [Taken] = []
    let taking = try strangers(inbox.pages.map(\.page))
    for found in inbox.pages {
      if !taking.contains(found.page.id), let summary = try? summary(found.page) {
        taken.append((found, summary))
      } else if !found.isAside {
        strange.append(Unopened(path: found.path, reason: .garbage))
      }
    }
    let (count, waiting) = try add(taken)
    hasPagesWithoutPlace = !waiting.isEmpty
    setAside(strange)
    return (count, remove(taken.filter { !waiting.contains($0.found.page.id) }))
  }

  /// Removes what was taken in, after the commit.
  ///
  /// A file that cannot be removed adds nothing the next time; it does not keep the others.
  private func remove(
    _ taken: [Taken]
  ) -> [Stuck] {
    guard !taken.isEmpty else { return [] }
    var stuck: [Stuck] = []
    for (found, summary) in taken {
      do {
        // The draft goes before its page: cut off in between, the page tells once more which to drop.
        if let interview = summary.interview { try dropDraft(of: interview) }
        try SystemFile.remove("\(place.folder)/\(found.path)")
      } catch {
        stuck.append(Stuck(page: found.page.id, path: found.path, trouble: error))
      }
    }
    // A page whose removal is not on the disk adds nothing either.
    try? SystemFile.sync(folder: place.inbox)
    return stuck
  }

  /// The ids that are taken by a wording of another entry: no page of ours has one.
  private func strangers(_ pages: [Page]) throws -> Set<ItemID> {
    guard !pages.isEmpty else { return [] }
    return try read { state in
      Set(
        try pages.map(\.id).filter { try state.hasRecord($0) && !state.hasEntry($0) })
    }
  }

  /// Adds the pages whose ids are not here yet.
  ///
  /// One transaction for all. Where a damaged page of the file is in the way of some, one for each half:
  /// they keep no other.
  ///
  /// - Returns: how many were new, and the pages that have no place for now.
  private func add(_ taken: [Taken]) throws -> (count: Int, waiting: Set<ItemID>) {
    do {
      let count = try add(
        taken.filter { $0.summary.note == nil }.map { ($0.found.page, $0.summary.card) },
        notes: taken.compactMap(\.summary.note))
      return (count, [])
    } catch VaultError.damaged where taken.count > 1 {
      // Where no change at all can be made, none of the halves can.
      guard (try? change({ _ in })) != nil else { return (0, Set(taken.map(\.found.page.id))) }
      let halves = [taken.prefix(taken.count / 2), taken.dropFirst(taken.count / 2)]
      return try halves.map { try add(Array($0)) }.reduce((0, [])) { all, half in
        (all.0 + half.count, all.1.union(half.waiting))
      }
    } catch VaultError.damaged(.database) {
      return (0, Set(taken.map(\.found.page.id)))
    }
  }

  /// Adds the pages whose ids are not here yet, in one transaction.
  private func add(
    _ pages: [(page: Page, card: [UInt8])], notes: [(name: String, body: [UInt8])]
  ) throws -> Int {
    guard !pages.isEmpty || !notes.isEmpty else { return 0 }
    let isNew = try read { state in
      let isErased = try state.ledger().isErased
      return try pages.map {
        try !isErased($0.page.id, $0.page.id) && !state.hasEntry($0.page.id)
      }
    }
    guard isNew.contains(true) || !notes.isEmpty else { return 0 }
    return try change { state in
      let isErased = try state.ledger().isErased
      var rows: [CatalogueRow] = []
      var seen: Set<ItemID> = []
      for (page, card) in pages {
        // Asked again inside the transaction: another process may have been quicker.
        guard seen.insert(page.id).inserted, !isErased(page.id, page.id),
          try !state.hasEntry(page.id), try !state.hasRecord(page.id)
        else { continue }
        rows.append(try state.addRecord(Wording(first: page, card: card)))
      }
      try state.insert(rows)
      try state.add(notes)
      return rows.count
    }
  }

  /// The pages that wait, where they can only be read through.
  package func waitingPages() throws -> [Page] {
    try withPresentKeys { keys in
      let pages = Inbox(keys).pages.map(\.page)
      return try read { state in
        // Where the list of what was erased is damaged, a page is read rather than hidden.
        let isErased = ((try? state.ledger()) ?? Ledger()).isErased
        return try pages.filter { try !isErased($0.id, $0.id) && !state.hasEntry($0.id) }
      }
    }
  }

  private func dropDraft(of interview: ItemID) throws {
    guard try SystemFile.isThere("\(place.drafts)/\(interview).age") else { return }
    try DraftHold(interview, at: place)?.drop()
  }

  /// Moves what is no page of this journal out of the way, and remembers to say so.
  ///
  /// A file that cannot be moved stays where it is: it is named all the same and stops nothing.
  private mutating func setAside(_ strange: [Unopened]) {
    guard !strange.isEmpty else { return }
    try? SystemFile.makeFolder(place.aside)
    // Never through a link, and a plain file of this name is one of the strangers.
    let moved = FileFacts.isFolder(place.aside) ? strange.filter(move) : []
    try? SystemFile.sync(folder: place.aside)
    try? SystemFile.sync(folder: place.inbox)
    if !moved.isEmpty { tell(.aside(moved)) }
    tell(strange.filter { !moved.contains($0) })
  }

  private func move(_ strange: Unopened) -> Bool {
    var target = "\(place.aside)/\(strange.name)"
    if FileFacts.mayBeThere(target) { target = "\(place.aside)/\(Base32.encode(randomBytes(16)))" }
    return (try? SystemFile.move("\(place.folder)/\(strange.path)", to: target)) != nil
  }

  /// Remembers to name what did not open and stays where it is.
  package mutating func tell(_ unopened: [Unopened]) {
    if !unopened.isEmpty { tell(.unopened(unopened)) }
  }

  /// Removes what writers that were cut off left behind, once it is a day old: sealed, and never
  /// reported as written.
  ///
  /// A change of keys or a restore that was cut off leaves a whole sealed journal.
  private func sweepParts() {
    let known = place.state(of: key.journal)
    for folder in [place.inbox, place.drafts, place.folder, known]
    where folder == place.folder || FileFacts.isFolder(folder) {
      for name in (try? SystemFile.names(in: folder)) ?? []
      where name.hasPrefix(".") && name.contains(".part") {
        let path = "\(folder)/\(name)"
        guard let facts = FileFacts(of: path), facts.changed * 1000 < openedAt - 86_400_000 else {
          continue
        }
        try? SystemFile.remove(path)
      }
    }
    sweepLocks()
  }

  /// Removes the locks of interviews that left no draft and that nobody holds.
  private func sweepLocks() {
    for name in (try? SystemFile.names(in: place.drafts)) ?? [] where name.hasSuffix(".lock") {
      guard let interview = ItemID(String(name.dropLast(5))),
        let hold = try? DraftHold(interview, at: place),
        // Asked under the hold: a draft may have been saved a moment ago.
        !FileFacts.mayBeThere("\(place.drafts)/\(interview).age")
      else { continue }
      try? hold.drop()
    }
  }
}
