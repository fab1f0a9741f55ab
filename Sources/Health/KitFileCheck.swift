internal import Disk

/// Whether recovery words lie about in files, in the places files are usually put.
///
/// Only first lines are read, and never more of a kit than its heading; no words are printed.
struct KitFileCheck: HealthCheck {
  static let topic = "kit-files"

  /// Folders to look in, their first level alone.
  let folders: [String]

  /// How many files of one folder are looked at.
  static let countLimit = 400
  private static let sizeLimit: Int64 = 64 << 10
  private static let heading = Array("RECOVERY WORDS for the Alongside journal".utf8)

  /// The places people put files: home, desktop, documents, downloads, and where they are now.
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
    guard notes.isEmpty else { return notes }
    return [
      HealthNote(
        .good, Self.topic,
        "No recovery kit was found in the places where files are usually put. Only their first "
          + "level was looked at.")
    ]
  }

  private func notes(on folder: String) -> [HealthNote] {
    let names = FileFacts.names(in: folder)
    let backups = names.filter { name in
      name.hasSuffix(Self.recovery)
        && names.contains(name.dropLast(Self.recovery.count) + Self.passphrase)
    }
    let kits = names.filter { !$0.hasSuffix(".age") }.prefix(Self.countLimit)
      .map { folder + ($0.first == "/" ? "" : "/") + $0 }.filter(Self.isKit)
    return kits.map { Self.note(kit: $0, besideBackup: !backups.isEmpty) }
      + (backups.isEmpty ? [] : [Self.note(backups: backups, in: folder)])
      + (names.count > Self.countLimit ? [Self.manyNote(folder)] : [])
  }

  private static let recovery = ".recovery.age"
  private static let passphrase = ".passphrase.age"

  /// Whether a plain file begins as a kit does; a mark of UTF-8 in front of it is passed over.
  private static func isKit(_ path: String) -> Bool {
    guard let facts = FileFacts(of: path), facts.kind == .file, facts.size < sizeLimit,
      let bytes = FileFacts.beginning(of: path, limit: heading.count + 3)
    else { return false }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return text.starts(with: heading)
  }

  private static func note(kit: String, besideBackup: Bool) -> HealthNote {
    HealthNote(
      .worthDoing, topic,
      "A recovery kit lies in \(kit). Whoever has it and a copy of your journal can read all of it."
        + (besideBackup ? " A backup lies beside it, so the two together are such a copy." : ""),
      next: "Once the words are on paper: rm \(kit.asShellWord)")
  }

  private static func manyNote(_ folder: String) -> HealthNote {
    HealthNote(
      .worthKnowing, topic,
      "There is much in \(folder); only its first \(countLimit) names were looked at for a kit.")
  }

  private static func note(backups: [String], in folder: String) -> HealthNote {
    let count = backups.count == 1 ? "A backup lies" : "\(backups.count) backups lie"
    return HealthNote(
      .worthKnowing, topic,
      "\(count) in \(folder), sealed, with what your passphrase and your kit need to open it.",
      next: "Keep a copy away from this machine, and never a kit beside it.")
  }
}
