internal import Disk

/// Checks whether files in the usual places hold recovery words.
///
/// It reads only first lines, and no more of a kit than its heading; it prints no words.
package struct KitFileCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    /// Nothing was found at the first level of the usual places.
    case nothing
    case kit(String, besideBackup: Bool)
    /// Only the first names of this folder were looked at, up to a limit.
    case tooMany(folder: String, looked: Int)
    /// The number of backups in this folder that are next to what opens them.
    case backups(Int, folder: String)
  }

  /// The folders to look in, only at their first level.
  let folders: [String]

  /// The most files of one folder to look at.
  static let countLimit = 400
  private static let sizeLimit: Int64 = 64 << 10
  private static let heading = Array("RECOVERY WORDS for the Alongside journal".utf8)

  /// Returns where people put files: home, desktop, documents, downloads, and the current folder.
  static func usualFolders(home: String?, current: String?) -> [String] {
    let atHome = home.map { home in
      [home] + ["Desktop", "Documents", "Downloads"].map { "\(home)/\($0)" }
    }
    return (atHome ?? []) + (current.map { [$0] } ?? [])
  }

  func notes() -> [HealthNote] {
    var seen: Set<String> = []
    let places = folders.map(FileFacts.resolved).filter { seen.insert($0).inserted }
    let notes = places.flatMap(notes(on:))
    return notes.isEmpty ? [HealthNote(.good, .kitFiles(.nothing))] : notes
  }

  private func notes(on folder: String) -> [HealthNote] {
    let names = FileFacts.names(in: folder)
    let backups = names.filter { name in
      name.hasSuffix(Self.recovery)
        && names.contains(name.dropLast(Self.recovery.count) + Self.passphrase)
    }
    let kits = names.filter { !$0.hasSuffix(".age") }.prefix(Self.countLimit)
      .map { folder + ($0.first == "/" ? "" : "/") + $0 }.filter(Self.isKit)
    var notes = kits.map { kit in
      HealthNote(.worthDoing, .kitFiles(.kit(kit, besideBackup: !backups.isEmpty)))
    }
    if !backups.isEmpty {
      notes.append(
        HealthNote(.worthKnowing, .kitFiles(.backups(backups.count, folder: folder))))
    }
    if names.count > Self.countLimit {
      notes.append(
        HealthNote(.worthKnowing, .kitFiles(.tooMany(folder: folder, looked: Self.countLimit))))
    }
    return notes
  }

  private static let recovery = ".recovery.age"
  private static let passphrase = ".passphrase.age"

  /// Whether a plain file begins as a kit does; skips a UTF-8 byte order mark.
  private static func isKit(_ path: String) -> Bool {
    guard let facts = FileFacts(of: path), facts.kind == .file, facts.size < sizeLimit,
      let bytes = FileFacts.beginning(of: path, limit: heading.count + 3)
    else { return false }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.starts(with: heading)
  }
}
