internal import Age
internal import GRDB

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

  private mutating func replaceFile(
    with plan: JournalBuilder.Plan, old: CatalogueRoot, slot: NewSlot?, erasing: ItemID?,
    now: Int64
  ) throws {
    let capture = Capture(
      journal: key.journal, recipient: plan.captures[0].recipient.description)
    // Known before it is used: whoever writes a page in between finds both.
    try? remember([capture.recipient] + old.captures.prefix(1), now: now)
    let name = ".\(Base32.encode(randomBytes(10))).part"
    do {
      let root = try JournalBuilder.build(name, in: place.folder, plan) { builder in
        try copy(into: &builder, erasing: erasing, now: now)
      }
      try SystemFile.move("\(place.folder)/\(name)", to: place.database)
      settle(plan, root, capture, slot: slot, now: now)
    } catch {
      for path in ["", "-journal"] { try? SystemFile.remove("\(place.folder)/\(name)\(path)") }
      throw error
    }
  }

  /// Seals everything anew: wordings, ledger, history.
  private func copy(
    into builder: inout JournalBuilder, erasing: ItemID?, now: Int64
  ) throws {
    _ = try copyWordings(into: &builder, erasing: erasing.map { ($0, now) })
    try read { state in
      for sequence in stride(from: UInt64(1), through: state.root.sequence, by: 1) {
        guard let head = try state.head(at: sequence) else { continue }
        try builder.put(head: head, sequence: sequence)
      }
    }
  }

  /// Seals wordings and ledger anew; returns how many wordings there were.
  func copyWordings(
    into builder: inout JournalBuilder, erasing: (entry: ItemID, at: Int64)? = nil
  ) throws -> Int {
    try read { state in
      var count = 0
      for mark in state.root.leaves {
        for row in try state.leaf(mark).rows where row.entry != erasing?.entry {
          try builder.add(Wording(row, payload: try state.payload(of: row)))
          count += 1
        }
      }
      var ledger = try state.ledger()
      if let erasing {
        ledger.add([Ledger.Tombstone(entry: erasing.entry, revision: nil, erased: erasing.at)])
      }
      if ledger != Ledger() { try builder.put(ledger) }
      return count
    }
  }

  /// After the rename the new file counts, so nothing here may fail any more: what follows only
  /// brings the rest into line with it, and an opening mends whatever is left out.
  private mutating func settle(
    _ plan: JournalBuilder.Plan, _ root: CatalogueRoot, _ capture: Capture, slot: NewSlot?,
    now: Int64
  ) {
    try? SystemFile.sync(folder: place.folder)
    try? AnchorFile(place: place, journal: key.journal).advance(
      to: Anchor(root: root, epoch: plan.key.epoch), key: root.anchorKey)
    if let slot, slot.slot.kind == openedWith { self.slot = slot.identity }
    if let database = try? JournalDatabase(path: place.database, isReadOnly: false) {
      file = SystemFile.Identity(of: place.database)
      self.database = database
      key = plan.key
      sealer = plan.key.sealer
      captures = plan.captures
    }
    guard (try? capture.write(to: place)) != nil else { return }
    try? resealDrafts()
    try? remember([capture.recipient], now: now)
  }

  private func remember(_ recipients: [String], now: Int64) throws {
    try Known(
      folder: SystemFile.resolved(place.folder), recipients: recipients, checked: now
    ).write(of: key.journal, in: place)
  }

  /// Seals the drafts that nobody is being asked to the present key.
  private func resealDrafts() throws {
    for (hold, draft) in try drafts() {
      try SystemFile.write(
        Sealing.seal(draft.bytes, to: [captures[0].recipient]), to: hold.name, in: place.drafts)
    }
  }
}

/// A slot that was just made, with the identity in it.
struct NewSlot: Sendable {
  let slot: Slot
  let identity: X25519Identity

  func mark(made now: Int64) -> CatalogueRoot.SlotMark {
    CatalogueRoot.SlotMark(kind: slot.kind, recipient: slot.recipient.description, made: now)
  }
}

extension SlotChange {
  /// The slot for the new words; nil when the way in is taken away.
  func newSlot(of journal: JournalID) throws -> NewSlot? {
    guard let words else { return nil }
    let identity = X25519Identity()
    return NewSlot(
      slot: try Slot(kind: kind, journal: journal, words: words, identity: identity, logN: logN),
      identity: identity)
  }
}

extension Wording {
  /// A wording that a row of the catalogue names.
  package init(_ row: CatalogueRow, payload: [UInt8]) {
    self.init(
      page: Page(id: row.entry, written: row.written, payload: payload), revision: row.revision,
      parents: row.parents, revised: row.revised, card: row.card)
  }
}
