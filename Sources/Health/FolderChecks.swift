internal import Disk

/// Checks whether an interrupted program left files behind.
package struct LeftoverCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    case nothing
    /// A running process has words open in an editor, in this folder in memory.
    case editorOpen(String)
    /// A process that has ended left words in this folder in memory.
    case editorLeft(String)
    /// Files that were not written to their end.
    case cutOff([String])
    /// SQLite has not finished a change, or was interrupted in one.
    case changeUnderWay(String)
    /// Damaged databases that a salvage kept.
    case damaged([String])
  }

  /// The journal's folder.
  let folder: String
  /// Memory-backed folders that hold an editor's text.
  let memory: [String]
  var me: UInt32 = FileFacts.me
  /// Whether a process exists; a test gives its own answer.
  var isRunning: @Sendable (Int32) -> Bool = { FileFacts.isRunning($0) }

  func notes() -> [HealthNote] {
    let notes = memory.flatMap(editors) + [cutOff, changeUnderWay, damaged].compactMap(\.self)
    return notes.isEmpty ? [HealthNote(.good, .leftovers(.nothing))] : notes
  }

  /// Returns notes on folders of an editor's text, whose names hold the process that made them.
  private func editors(in place: String) -> [HealthNote] {
    FileFacts.names(in: place).filter { $0.hasPrefix(Self.editorPrefix) }.compactMap { name in
      let path = "\(place)/\(name)"
      guard let facts = FileFacts(of: path), facts.kind == .folder, facts.owner == me else {
        return nil
      }
      let process = Int32(name.dropFirst(Self.editorPrefix.count).prefix { $0 != "-" }) ?? 0
      return process > 0 && isRunning(process)
        ? HealthNote(.worthKnowing, .leftovers(.editorOpen(path)))
        : HealthNote(.worthDoing, .leftovers(.editorLeft(path)))
    }
  }

  private static let editorPrefix = "alongside-edit-"

  private var cutOff: HealthNote? {
    let places = ["", "/inbox", "/drafts"].map { folder + $0 }
    let parts = places.flatMap { place in
      FileFacts.names(in: place).filter { $0.hasSuffix(".part") }.map { "\(place)/\($0)" }
    }
    return parts.isEmpty ? nil : HealthNote(.worthKnowing, .leftovers(.cutOff(parts)))
  }

  private var changeUnderWay: HealthNote? {
    let path = "\(folder)/journal.db-journal"
    guard FileFacts(of: path) != nil else { return nil }
    return HealthNote(.worthKnowing, .leftovers(.changeUnderWay(path)))
  }

  private var damaged: HealthNote? {
    let kept = FileFacts.names(in: folder).filter { $0.hasPrefix("journal.db.damaged-") }
      .map { "\(folder)/\($0)" }
    return kept.isEmpty ? nil : HealthNote(.worthKnowing, .leftovers(.damaged(kept)))
  }
}

/// Checks whether this account can read every waiting page and draft, and what did not open.
///
/// It needs no keys: it does not know what a file holds.
package struct SealedFilesCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    case allReadable
    /// Files and folders that this account may not read, and the folder of the journal.
    case unreadable([String], journal: String)
    /// The number of files in this folder that did not open as pages.
    case aside(Int, place: String)
  }

  /// The journal's folder.
  let folder: String

  func notes() -> [HealthNote] {
    let notes = [unreadable, aside].compactMap(\.self)
    return notes.isEmpty ? [HealthNote(.good, .sealedFiles(.allReadable))] : notes
  }

  /// A note on unreadable files, such as a page that root wrote.
  ///
  /// Its words are in no list until it can be read.
  private var unreadable: HealthNote? {
    let places = ["inbox", "inbox/aside", "drafts"].map { "\(folder)/\($0)" }
    let found =
      places.filter { FileFacts(of: $0)?.kind == .folder && !FileFacts.mayRead($0) }
      + places.flatMap { place in
        FileFacts.names(in: place).map { "\(place)/\($0)" }.filter { path in
          path.hasSuffix(".age") && FileFacts(of: path)?.kind == .file && !FileFacts.mayRead(path)
        }
      }
    guard !found.isEmpty else { return nil }
    return HealthNote(.worthDoing, .sealedFiles(.unreadable(found, journal: folder)))
  }

  private var aside: HealthNote? {
    let place = "\(folder)/inbox/aside"
    guard FileFacts(of: place)?.kind == .folder else { return nil }
    let count = FileFacts.names(in: place).count
    guard count > 0 else { return nil }
    return HealthNote(.worthKnowing, .sealedFiles(.aside(count, place: place)))
  }
}
