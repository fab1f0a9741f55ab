/// A fact found around a journal, and how much it matters.
package struct HealthNote: Sendable, Hashable {
  /// How much a note matters; it is never a score.
  package enum Level: Sendable, Hashable, CaseIterable {
    case good
    /// True and perhaps unwelcome, but nothing has to be done.
    case worthKnowing
    /// Something the person can mend, or have mended.
    case worthDoing
  }

  package let level: Level
  package let fact: HealthFact

  package init(_ level: Level, _ fact: HealthFact) {
    self.level = level
    self.fact = fact
  }
}

/// What was found, by topic; whoever tells a person chooses the words.
package enum HealthFact: Sendable, Hashable {
  case permissions(PermissionsCheck.Finding)
  case syncedFolder(SyncedFolderCheck.Finding)
  case diskEncryption(DiskEncryptionCheck.Finding)
  case swap(SwapCheck.Finding)
  case editor(EditorCheck.Finding)
  case kitFiles(KitFileCheck.Finding)
  case leftovers(LeftoverCheck.Finding)
  case sealedFiles(SealedFilesCheck.Finding)
  case signposts(SignpostCheck.Finding)
  case sandbox(SandboxCheck.Finding)
}

/// A look at one thing, from plain inputs, that changes nothing.
protocol HealthCheck {
  /// Returns what was found; at least one note, so that a person knows it was checked.
  func notes() -> [HealthNote]
}
