internal import Age

/// What a walk through everything found.
package struct Verdict: Sendable {
  package var entries = 0
  package var waiting = 0
  package var drafts = 0
  /// When an older journal was accepted on purpose.
  ///
  /// Milliseconds since 1970 in UTC.
  package var accepted: [Int64] = []
  package var damage: [Damage] = []
  /// Files in the inbox or in `inbox/aside` that are proven to be no pages of this journal.
  package var aside: [Unopened] = []
  /// Pages that are damaged, drafts that do not open, and what could not be read.
  package var unopened: [Unopened] = []
  /// Parts of which one copy of two is damaged.
  package var damagedCopies: [String] = []
}

extension Verdict {
  /// Counts what is beside the database.
  fileprivate mutating func add(
    _ inbox: Inbox, _ found: Drafts, _ summary: (Page) throws -> PageSummary?
  ) {
    let refused = inbox.pages.filter { (try? summary($0.page)) == nil }
      .map { Unopened(path: $0.path, reason: .garbage) }
    let files = inbox.unopened + inbox.aside + refused
    waiting = inbox.pages.count - refused.count
    aside = files.filter { !$0.mayBeOurs }
    drafts = found.read.count
    unopened = files.filter(\.mayBeOurs) + found.unopened
  }
}

extension OpenJournal {
  /// Opens every record, every leaf, every copy and every page that waits.
  ///
  /// Changes nothing.
  ///
  /// - Parameters:
  ///   - summary: as in `takeIn`: a page that it refuses is none.
  ///   - check: reads a payload; an error counts the entry as damaged.
  package func verify(
    summary: (Page) throws -> PageSummary? = { _ in PageSummary(card: [], interview: nil) },
    check: (Page) throws -> Void
  ) throws -> Verdict {
    var verdict = try read { state in try verifyCatalogue(state, check) }
    let parts: [JournalDatabase.Part] =
      [.key, .capture, .root]
      + (try read { state in
        state.root.slots.map { .slot($0.kind) }
          + (state.root.ledger.isEmpty ? [] : [.ledger])
      })
    for part in parts {
      let kept = try database.kept(part)
      if kept.intact.isEmpty, part != .ledger { verdict.damage.append(.part(part.name)) }
      if kept.damaged == 1 { verdict.damagedCopies.append(part.name) }
    }
    try withPresentKeys { keys in verdict.add(Inbox(keys), Drafts(readBy: keys), summary) }
    return verdict
  }

  private func verifyCatalogue(
    _ state: JournalState, _ check: (Page) throws -> Void
  ) throws -> Verdict {
    var verdict = Verdict()
    verdict.accepted = state.root.accepted
    var last: CatalogueKey?
    var listed = 0
    for (index, mark) in state.root.leaves.enumerated() {
      listed += Int(mark.count)
      do {
        let rows = try state.leaf(mark).rows
        for row in rows {
          if let last, last >= row.key { verdict.damage.append(.entry(row.entry.description)) }
          // Wordings of one entry are neighbours.
          if last?.entry != row.entry { verdict.entries += 1 }
          last = row.key
          verdict.damage += try damage(in: row, state, check)
        }
      } catch VaultError.damaged(let damage) {
        verdict.damage += [damage] + (try state.torn(byLeafAt: index))
      }
    }
    verdict.damage += try tooMuch(in: state, listed: listed)
    do {
      _ = try state.ledger()
    } catch VaultError.damaged(let damage) {
      verdict.damage.append(damage)
    }
    verdict.damage += try damageInHistory(state)
    return verdict
  }

  /// A record more than the catalogue names was put here by someone else.
  ///
  /// Counting goes through indexes that nothing else here reads.
  private func tooMuch(in state: JournalState, listed: Int) throws -> [Damage] {
    do {
      let tooMany = [
        try state.db.count("record") - listed,
        try state.db.count("leaf") - state.root.leaves.count,
        try state.db.count("head") - Int(state.root.sequence),
      ].filter { $0 > 0 }.reduce(0, +)
      return tooMany > 0 ? [.unlisted(count: tooMany)] : []
    } catch VaultError.damaged(let damage) {
      return [damage]
    }
  }

  private func damage(
    in row: CatalogueRow, _ state: JournalState, _ check: (Page) throws -> Void
  ) throws -> [Damage] {
    let payload: [UInt8]
    do {
      payload = try state.payload(of: row)
    } catch VaultError.damaged(let damage) {
      return [damage]
    }
    do {
      try check(Page(id: row.entry, written: row.written, payload: payload))
      return []
    } catch {
      return [.entry(row.entry.description)]
    }
  }

  /// Every step of the history has its row, and the last one is the root's.
  private func damageInHistory(_ state: JournalState) throws -> [Damage] {
    var damage: [Damage] = []
    for sequence in stride(from: UInt64(1), through: state.root.sequence, by: 1) {
      let head = try state.head(at: sequence)
      if head == nil || (sequence == state.root.sequence && head != state.root.head) {
        damage.append(.history(sequence: sequence))
      }
    }
    return damage
  }
}
