internal import Age

/// What the runtime reads out of a page's payload for the vault.
package struct PageSummary: Sendable {
  /// What a list shows.
  package var card: [UInt8]
  /// The interview that the page finishes, whose left-over draft is dropped.
  package var interview: ItemID?

  package init(card: [UInt8], interview: ItemID?) {
    self.card = card
    self.interview = interview
  }
}

extension OpenJournal {
  /// Takes in what was written while the journal was closed.
  ///
  /// One transaction. A page that is here already adds nothing, so a crash, a second process or a
  /// file copied back cannot double one. Files go only after the commit.
  ///
  /// - Parameter summary: reads a page's payload; nil or an error sets the page aside.
  /// - Returns: how many pages were new.
  package mutating func takeIn(summary: (Page) throws -> PageSummary?) throws -> Int {
    guard !isReadOnly else { return 0 }
    try sweepParts()
    let inbox = try Inbox(at: place, opening: captures)
    var aside = inbox.aside
    var taken: [(found: Inbox.Found, summary: PageSummary)] = []
    for found in inbox.pages {
      if let summary = try? summary(found.page) {
        taken.append((found, summary))
      } else {
        aside.append(SetAside(name: found.name, reason: .garbage))
      }
    }
    let count = try add(taken.map { ($0.found.page, $0.summary.card) })
    for (found, summary) in taken {
      try SystemFile.remove("\(place.inbox)/\(found.name)")
      if let interview = summary.interview { try dropDraft(of: interview) }
    }
    if !taken.isEmpty { try SystemFile.sync(folder: place.inbox) }
    try setAside(aside)
    return count
  }

  /// Adds the pages whose ids are not here yet, in one transaction.
  private func add(_ pages: [(page: Page, card: [UInt8])]) throws -> Int {
    let isNew = try read { state in try pages.map { try !state.db.hasEntry($0.page.id) } }
    guard isNew.contains(true) else { return 0 }
    return try change { state in
      var rows: [CatalogueRow] = []
      var seen: Set<ItemID> = []
      for (page, card) in pages {
        // Asked again inside the transaction: another process may have been quicker.
        guard seen.insert(page.id).inserted, try !state.db.hasEntry(page.id) else { continue }
        rows.append(try state.addRecord(page, revision: .fresh(), card: card))
      }
      try state.insert(rows)
      return rows.count
    }
  }

  /// The pages that wait, where they can only be read through.
  package func waitingPages() throws -> [Page] {
    try Inbox(at: place, opening: captures).pages.map(\.page)
  }

  private func dropDraft(of interview: ItemID) throws {
    guard SystemFile.exists("\(place.drafts)/\(interview).age") else { return }
    try DraftHold(interview, at: place)?.drop()
  }

  /// Moves what is no page of this journal out of the way, and remembers to say so.
  private mutating func setAside(_ aside: [SetAside]) throws {
    guard !aside.isEmpty else { return }
    try SystemFile.makeFolder(place.aside)
    for item in aside {
      var target = "\(place.aside)/\(item.name)"
      while SystemFile.exists(target) { target += "-" + Base32.encode(randomBytes(3)) }
      try SystemFile.move("\(place.inbox)/\(item.name)", to: target)
    }
    try SystemFile.sync(folder: place.inbox)
    notices.append(.aside(aside))
  }

  /// Removes what writers that were cut off left behind, once it is a day old: sealed, and never
  /// reported as written.
  private func sweepParts() throws {
    for folder in [place.inbox, place.drafts] {
      for name in try SystemFile.names(in: folder)
      where name.hasPrefix(".") && name.hasSuffix(".part") {
        let path = "\(folder)/\(name)"
        if let changed = SystemFile.changed(path), changed < openedAt - 86_400_000 {
          try SystemFile.remove(path)
        }
      }
    }
  }
}
