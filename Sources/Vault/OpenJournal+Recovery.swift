package import Age

extension OpenJournal {
  /// Whether recovery words were made, and when.
  ///
  /// Milliseconds since 1970 in UTC.
  package func recoveryMade() throws -> Int64? {
    try read { $0.root.slots.first { $0.kind == .recovery }?.made }
  }

  /// Adds the first recovery words: a second way in, sealed like the first.
  ///
  /// No key changes.
  ///
  /// - Throws: `VaultError.recoveryExists` when words were made before: those would go on opening
  ///   every copy of today's file, so replacing them means changing the journal's keys.
  package func addRecovery(
    _ words: Passphrase, now: Int64, logN: Int = ScryptWork.shipped
  ) throws {
    // Derived before the transaction, so that nobody waits for it.
    let slot = try Slot(kind: .recovery, journal: key.journal, words: words, logN: logN)
    try withPresentKeys { keys in
      try change { state in try state.addSlot(slot, captures: keys.captures, now: now) }
    }
  }
}

extension JournalState {
  fileprivate mutating func addSlot(_ slot: Slot, captures: [X25519Identity], now: Int64) throws {
    guard !root.slots.contains(where: { $0.kind == .recovery }) else {
      throw VaultError.recoveryExists
    }
    root.slots.append(
      CatalogueRoot.SlotMark(kind: .recovery, recipient: slot.recipient.description, made: now))
    try putKeys(slots: [slot], captures: captures)
  }
}
