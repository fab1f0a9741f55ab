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
    try refresh()
    try alone { journal in
      _ = try journal.takeIn(summary: summary)
      try journal.sweepBuilding()
      let old = try journal.read { $0.root }
      let next = try journal.plan(after: old, change: change, slot: slot, now: now)
      try journal.replaceFile(with: next, old: old, slot: slot, erasing: erased, now: now)
    }
  }

  /// Replaces the words of one way in and keeps the journal's keys.
  ///
  /// Quick; but copies made before go on opening with the old words, to the same keys.
  package mutating func replaceSlot(_ change: SlotChange, now: Int64) throws {
    guard let slot = try change.newSlot(of: key.journal) else { return }
    let captures = captures
    try self.change { state in
      state.root.slots.removeAll { $0.kind == change.kind }
      state.root.slots.append(slot.mark(made: now))
      state.root.slots.sort { $0.kind.rawValue < $1.kind.rawValue }
      try state.putKeys(slots: [slot.slot], captures: captures)
    }
    if change.kind == openedWith { self.slot = slot.identity }
  }

  /// Runs `work` while nobody else uses the journal.
  mutating func alone(_ work: (inout OpenJournal) throws -> Void) throws {
    guard let lock = try FileLock.patient(place.lock, .exclusive) else { throw VaultError.inUse }
    exclusive = lock
    defer { exclusive = nil }
    try work(&self)
  }

  /// The same ways in, and new keys.
  func planAnew(_ old: CatalogueRoot, now: Int64) throws -> JournalBuilder.Plan {
    try plan(after: old, change: nil, slot: nil, now: now)
  }

  private func plan(
    after old: CatalogueRoot, change: SlotChange?, slot: NewSlot?, now: Int64
  ) throws -> JournalBuilder.Plan {
    var slots: [(mark: CatalogueRoot.SlotMark, file: [UInt8])] = []
    for mark in old.slots where mark.kind != change?.kind {
      slots.append((mark, try slotFile(mark.kind)))
    }
    if let slot { slots.append((slot.mark(made: now), slot.slot.file)) }
    slots.sort { $0.mark.kind.rawValue < $1.mark.kind.rawValue }
    return JournalBuilder.Plan(
      key: JournalKey(journal: key.journal, epoch: key.epoch + 1), slots: slots,
      captures: try [X25519Identity()] + capturesStillNeeded(), history: old)
  }

  /// The present one, because a page may be on its way right now, and each earlier one that
  /// something in the folder still opens with.
  private func capturesStillNeeded() throws -> [X25519Identity] {
    var needed = Array(captures.prefix(1))
    for capture in captures.dropFirst() where try isNeeded(capture) { needed.append(capture) }
    return needed
  }

  private func isNeeded(_ capture: X25519Identity) throws -> Bool {
    for folder in [place.inbox, place.drafts] {
      for name in try SystemFile.names(in: folder) where name.hasSuffix(".age") {
        guard let bytes = try? SystemFile.read("\(folder)/\(name)") else { continue }
        if (try? Opening.open(bytes, with: [capture])) != nil { return true }
      }
    }
    return false
  }
}
