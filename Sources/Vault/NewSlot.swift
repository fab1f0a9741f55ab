internal import Age

/// A slot that was just made, with the identity in it.
struct NewSlot: Sendable {
  let slot: Slot
  let identity: X25519Identity

  func mark(made now: Int64) -> CatalogueRoot.SlotMark { slot.mark(made: now) }
}

extension Slot {
  /// What the root says of it.
  func mark(made now: Int64) -> CatalogueRoot.SlotMark {
    CatalogueRoot.SlotMark(kind: kind, recipient: recipient.description, made: now)
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
