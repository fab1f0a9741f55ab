internal import Disk

/// Whether something that was cut off left files behind.
struct LeftoverCheck: HealthCheck {
  static let topic = "leftovers"

  /// The journal's folder.
  let folder: String
  /// Memory-backed folders that an editor's text is put in.
  let memory: [String]
  var me: UInt32 = FileFacts.me
  /// Whether a process is there; a test answers for itself.
  var isRunning: @Sendable (Int32) -> Bool = { FileFacts.isRunning($0) }

  func notes() -> [HealthNote] {
    let notes =
      memory.flatMap(editorNotes) + [partNote, databaseNote, damagedNote].compactMap(\.self)
    guard notes.isEmpty else { return notes }
    return [HealthNote(.good, Self.topic, "Nothing that was cut off left a file behind.")]
  }

  /// Folders of an editor's text: the process that made one is in its name.
  private func editorNotes(in place: String) -> [HealthNote] {
    FileFacts.names(in: place).filter { $0.hasPrefix(Self.editorPrefix) }.compactMap { name in
      let path = "\(place)/\(name)"
      guard let facts = FileFacts(of: path), facts.kind == .folder, facts.owner == me else {
        return nil
      }
      let process = Int32(name.dropFirst(Self.editorPrefix.count).prefix { $0 != "-" }) ?? 0
      if process > 0, isRunning(process) {
        return HealthNote(
          .worthKnowing, Self.topic,
          "Another window has words open in an editor, in memory at \(path).")
      }
      return HealthNote(
        .worthDoing, Self.topic,
        "Words that were open in an editor when it was cut off are still in memory at \(path).",
        next: "Copy what you want to keep, then: rm -r \(path.asShellWord)")
    }
  }

  private static let editorPrefix = "alongside-edit-"

  private var partNote: HealthNote? {
    let places = ["", "/inbox", "/drafts"].map { folder + $0 }
    let parts = places.flatMap { place in
      FileFacts.names(in: place).filter { $0.hasSuffix(".part") }.map { "\(place)/\($0)" }
    }
    guard let files = HealthNote.firstOf(parts) else { return nil }
    return HealthNote(
      .worthKnowing, Self.topic,
      "A file was cut off while it was written: \(files). It is sealed, and nothing that was "
        + "said to be kept is in it alone.",
      next: "With no other window open: rm \(parts.map(\.asShellWord).joined(separator: " "))")
  }

  private var damagedNote: HealthNote? {
    let kept = FileFacts.names(in: folder).filter { $0.hasPrefix("journal.db.damaged-") }
      .map { "\(folder)/\($0)".asShellWord }
    guard !kept.isEmpty else { return nil }
    return HealthNote(
      .worthKnowing, Self.topic,
      "What salvage put by is still here, sealed. What you erased since may be in it.",
      next: "When you are content: rm \(kept.joined(separator: " "))")
  }

  private var databaseNote: HealthNote? {
    let path = "\(folder)/journal.db-journal"
    guard FileFacts(of: path) != nil else { return nil }
    return HealthNote(
      .worthKnowing, Self.topic,
      "A change to your journal is under way in another window, or was cut off: \(path). "
        + "Leave that file where it is; the next opening mends the journal with it.",
      next: "alongside list")
  }
}
