import PackFormat

extension InstalledPacks {
  /// Goes back to the version used before, or to one that is named; the one in use is kept.
  ///
  /// - Parameters:
  ///   - revision: one of those kept; nil for the one used last.
  ///   - others: the packs it would stand beside, as they are in use.
  /// - Returns: The version that is in use now.
  /// - Throws: `PackTrouble` when there is none, its files were changed, or it does not go together
  ///   with another pack any more.
  package func rollback(
    _ id: String, toRevision revision: Int? = nil, beside others: [Pack] = []
  ) throws(PackTrouble) -> InstalledVersion {
    try change { lock throws(PackTrouble) in
      let pack = try installed(id, in: lock)
      let found = pack.previous.first { revision == nil || $0.revision == revision }
      guard let found else { throw Self.nothingBefore(pack, revision) }
      switch store.read(found.h1) {
      case .changed(let finding):
        throw PackTrouble(
          .store, "The files of revision \(found.revision) of \(id) were changed.",
          hint: "The version in use stays. Install the other again from its file.",
          findings: [finding])
      case .sound(let files):
        if let trouble = Self.conflict(of: files, id, with: others) { throw trouble }
      }
      lock.put(found, for: id)
      return found
    }
  }

  /// What another pack changes as well since then, or no longer has.
  ///
  /// A change that is refused since then costs only itself, as in a version that stayed in use.
  private static func conflict(
    of files: PackFiles, _ id: String, with all: [Pack]
  ) -> PackTrouble? {
    let others = all.filter { $0.id != id }
    let terms = Set(others.flatMap(\.manifest.vocabulary.keys))
    guard let pack = PackFolder(files, terms: terms).pack else { return nil }
    return PackTrouble.conflict(
      Composition.conflicts(of: pack, with: others).filter {
        !Composition.refusing.contains($0.code)
      })
  }

  private static func nothingBefore(_ pack: InstalledPack, _ revision: Int?) -> PackTrouble {
    let kept = pack.previous.map { String($0.revision) }
    if revision == pack.active.revision {
      return PackTrouble(
        .nothingBefore,
        "Revision \(pack.active.revision) of \(pack.id) is in use already.",
        hint: kept.isEmpty
          ? "It is the only one here." : "Kept are: \(kept.joined(separator: ", ")).")
    }
    let message =
      revision.map { "Revision \($0) of \(pack.id) is not kept here." }
      ?? "There is no version of \(pack.id) to go back to."
    return PackTrouble(
      .nothingBefore, message,
      hint: kept.isEmpty
        ? "Revision \(pack.active.revision) is the only one here; "
          + "\(.remove(pack.id)) takes it away."
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
