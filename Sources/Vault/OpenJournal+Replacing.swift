internal import Age
internal import Codec
internal import Disk

extension OpenJournal {
  /// A complete new file, then in place of the old one in one step.
  mutating func replaceFile(
    with plan: JournalBuilder.Plan, slot: NewSlot?, erasing: ItemID?, now: Int64
  ) throws {
    let capture = Capture(
      journal: key.journal, recipient: plan.captures[0].recipient.description)
    // Known before it is used: whoever writes a page in between finds both.
    let old = plan.captures.dropFirst().first?.recipient.description
    try? remember([capture.recipient] + (old.map { [$0] } ?? []), now: now)
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
    into builder: inout JournalBuilder, erasing: (entry: ItemID, at: Int64)? = nil,
    noting note: (name: String, body: [UInt8])? = nil
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
      if let note { ledger.notes[note.name] = note.body }
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
    try? goOn(with: plan, slot: slot)
    guard (try? capture.write(to: place)) != nil else { return }
    try? resealDrafts()
    try? remember([capture.recipient], now: now)
  }

  private func remember(_ recipients: [String], now: Int64) throws {
    try Known(
      folder: FileFacts.resolved(place.folder), recipients: recipients, checked: now
    ).write(of: key.journal, in: place)
  }

  /// Seals the drafts that nobody is being asked to the present key; any other keeps its key.
  private func resealDrafts() throws {
    try withPresentKeys { keys in
      for (hold, draft) in Drafts(heldBy: keys).free {
        try SystemFile.write(
          Sealing.seal(draft.bytes, to: [keys.captures[0].recipient]), to: hold.name,
          in: place.drafts)
      }
    }
  }
}
