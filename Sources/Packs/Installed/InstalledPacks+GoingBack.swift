extension InstalledPacks {
  /// Goes back to the version used before, or to one that is named; the one in use is kept.
  ///
  /// - Parameter revision: one of those kept; nil for the one used last.
  /// - Returns: The version that is in use now.
  /// - Throws: `PackTrouble` when there is none, or its files were changed.
  package func rollback(
    _ id: String, toRevision revision: Int? = nil
  ) throws(PackTrouble) -> InstalledVersion {
    try change { lock throws(PackTrouble) in
      let pack = try installed(id, in: lock)
      let found = pack.previous.first { revision == nil || $0.revision == revision }
      guard let found else { throw Self.nothingBefore(pack, revision) }
      if case .changed(let finding) = store.read(found.h1) {
        throw PackTrouble(
          .store, .failed, "The files of revision \(found.revision) of \(id) were changed.",
          hint: "The version in use stays. Install the other again from its file.",
          findings: [finding])
      }
      lock.put(found, for: id)
      return found
    }
  }

  private static func nothingBefore(_ pack: InstalledPack, _ revision: Int?) -> PackTrouble {
    let kept = pack.previous.map { String($0.revision) }
    if revision == pack.active.revision {
      return PackTrouble(
        .nothingBefore, .failed,
        "Revision \(pack.active.revision) of \(pack.id) is in use already.",
        hint: kept.isEmpty
          ? "It is the only one here." : "Kept are: \(kept.joined(separator: ", ")).")
    }
    let message =
      revision.map { "Revision \($0) of \(pack.id) is not kept here." }
      ?? "There is no version of \(pack.id) to go back to."
    return PackTrouble(
      .nothingBefore, .failed, message,
      hint: kept.isEmpty
        ? "Revision \(pack.active.revision) is the only one here; alongside packs remove"
          + " \(pack.id) takes it away."
        : "Kept are: \(kept.joined(separator: ", ")).")
  }

  /// Takes a pack away with all its versions; what was written with it keeps its questions.
  ///
  /// Signers stay known, and so do the revisions that were seen.
  ///
  /// - Throws: `PackTrouble` when it is not installed.
  package func remove(_ id: String) throws(PackTrouble) -> InstalledPack {
    try change { lock throws(PackTrouble) in
      let pack = try installed(id, in: lock)
      lock.packs.removeAll { $0.id == id }
      return pack
    }
  }
}
