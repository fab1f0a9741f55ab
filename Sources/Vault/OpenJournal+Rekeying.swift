internal import Age

extension OpenJournal {
  /// Changes the journal's keys, and perhaps the words that open it: a complete new file, sealed
  /// anew, in place of the old one.
  ///
  /// Copies of the old file open only with the old words, and what was erased before is in neither.
  ///
  /// A crash or a full disk at any point leaves the old journal or the new one.
  ///
  /// - Parameters:
  ///   - erased: an entry that does not come along, and is noted as erased.
  ///   - summary: as in `takeIn`, which comes first.
  /// - Throws: `VaultError.inUse` when another process has the journal open; `damaged` when not
  ///   everything opens: then `salvage` comes first.
  package mutating func rekey(
    _ change: SlotChange? = nil, erasing erased: ItemID? = nil, now: Int64,
    summary: (Page) throws -> PageSummary?
  ) throws {
    guard !isReadOnly else { throw VaultError.cannotWrite(folder: place.folder) }
    // Derived before the lock is taken, so that nobody waits for it.
    let slot = try change?.newSlot(of: key.journal)
    try alone { journal in
      let plan = try journal.refreshing { journal, keys in
        // The opening told of a file that cannot be removed; its key stays for as long as it is there.
        let stuck = try journal.takeIn(keys, summary: summary).stuck
        if let file = stuck.first(where: { $0.page == erased }) { throw file.trouble }
        journal.tell(Drafts(readBy: keys).unopened)
        try journal.sweepBuilding()
        return try journal.plan(after: keys, change: change, slot: slot, now: now)
      }
      try journal.replaceFile(with: plan, slot: slot, erasing: erased, now: now)
    }
  }

  /// Replaces the words of one way in and keeps the journal's keys.
  ///
  /// Quick; but copies made before go on opening with the old words, to the same keys.
  package mutating func replaceSlot(_ change: SlotChange, now: Int64) throws {
    guard let slot = try change.newSlot(of: key.journal) else { return }
    try withPresentKeys { keys in
      try self.change { state in
        state.root.slots.removeAll { $0.kind == change.kind }
        state.root.slots.append(slot.mark(made: now))
        state.root.slots.sort { $0.kind.rawValue < $1.kind.rawValue }
        try state.putKeys(slots: [slot.slot], captures: keys.captures)
      }
    }
    goOn(with: slot)
  }

  /// The same ways in, and new keys.
  func planAnew(_ keys: borrowing PresentKeys, now: Int64) throws -> JournalBuilder.Plan {
    try plan(after: keys, change: nil, slot: nil, now: now)
  }

  private func plan(
    after keys: borrowing PresentKeys, change: SlotChange?, slot: NewSlot?, now: Int64
  ) throws -> JournalBuilder.Plan {
    var slots: [(mark: CatalogueRoot.SlotMark, file: [UInt8])] = []
    // Read now: the root that proved the keys may be older than a page that was just taken in.
    let root = try read { $0.root }
    for mark in root.slots where mark.kind != change?.kind {
      slots.append((mark, try slotFile(mark.kind)))
    }
    if let slot { slots.append((slot.mark(made: now), slot.slot.file)) }
    slots.sort { $0.mark.kind.rawValue < $1.mark.kind.rawValue }
    return JournalBuilder.Plan(
      key: JournalKey(journal: key.journal, epoch: key.epoch + 1), slots: slots,
      captures: [X25519Identity()] + keys.capturesStillNeeded(), history: root)
  }
}
