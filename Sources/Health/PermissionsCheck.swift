internal import Disk

/// Whether a journal's files are for the person alone.
struct PermissionsCheck: HealthCheck {
  static let topic = "permissions"

  /// The journal's folder as it is named, links not resolved.
  let folder: String
  /// The folders above it that are ours: the home of all journals and the folder in it.
  let above: [String]
  /// Files a passphrase is read from, where the person named any.
  var secrets: [String] = []
  var me: UInt32 = FileFacts.me

  private static let countLimit = 20_000

  func notes() -> [HealthNote] {
    let inside = Self.everything(below: folder)
    guard !inside.isEmpty else {
      return [HealthNote(.worthKnowing, Self.topic, "There is no folder \(folder) to look at.")]
    }
    let notes =
      aboveNotes
      + [linkNote(inside), ownerNote(inside), folderNote(inside), fileNote(inside)]
      .compactMap(\.self) + secrets.compactMap(secretNote)
    guard notes.isEmpty else { return notes }
    return [HealthNote(.good, Self.topic, "Your journal's files are yours alone.")]
  }

  private typealias Found = (path: String, facts: FileFacts)

  /// The folder and what is in it, a few levels down; only the folder itself may be a link.
  private static func everything(below folder: String, depth: Int = 4) -> [Found] {
    guard let facts = FileFacts(of: folder) else { return [] }
    var found = [(path: folder, facts: facts)]
    let isFollowed = depth == 4 && facts.kind == .link
    if isFollowed { return found + everything(below: FileFacts.resolved(folder), depth: 3) }
    guard facts.kind == .folder, depth > 0 else { return found }
    for name in FileFacts.names(in: folder) where found.count < countLimit {
      found += everything(below: "\(folder)/\(name)", depth: depth - 1)
    }
    return found
  }

  private var aboveNotes: [HealthNote] {
    above.compactMap { path in
      guard let facts = FileFacts(of: path), facts.kind == .folder else { return nil }
      if facts.owner != me && facts.owner != 0 || facts.isWritableByOthers {
        return HealthNote(
          .worthDoing, Self.topic,
          "Others on this machine can write in \(path), and so could put another journal in the "
            + "place of yours.", next: "chmod go-w \(path.asShellWord)")
      }
      guard facts.isOpenToOthers else { return nil }
      return HealthNote(
        .worthKnowing, Self.topic,
        "Others on this machine can look into \(path). They see that you keep a journal, not what "
          + "is in it.", next: "chmod 700 \(path.asShellWord)")
    }
  }

  private func linkNote(_ all: [Found]) -> HealthNote? {
    let links = all.filter { $0.facts.kind == .link }
    guard !links.isEmpty else { return nil }
    return HealthNote(
      .worthKnowing, Self.topic,
      "\(Self.named(links)) is a link to somewhere else. Links inside a journal are not followed.",
      next: "ls -l \(links[0].path.asShellWord)")
  }

  private func ownerNote(_ all: [Found]) -> HealthNote? {
    let others = all.filter { $0.facts.owner != me }
    guard !others.isEmpty else { return nil }
    return HealthNote(
      .worthDoing, Self.topic, "\(Self.named(others)) belongs to another account.",
      next: "Ask whoever looks after this machine to give it to your account, or move a copy of "
        + "your own into its place.")
  }

  private func folderNote(_ all: [Found]) -> HealthNote? {
    modeNote(all.filter { $0.facts.kind == .folder }, fix: "chmod 700")
  }

  private func fileNote(_ all: [Found]) -> HealthNote? {
    modeNote(all.filter { $0.facts.kind == .file }, fix: "chmod 600")
  }

  private func modeNote(_ all: [Found], fix: String) -> HealthNote? {
    let open = all.filter { $0.facts.isOpenToOthers }
    guard let first = open.first else { return nil }
    let fix =
      open.count == 1 ? "\(fix) \(first.path.asShellWord)" : "chmod -R go= " + folder.asShellWord
    return HealthNote(
      .worthDoing, Self.topic,
      "Others on this machine may read or change \(Self.named(open)). What is in it is sealed; "
        + "how much there is, and when it changed, shows.", next: fix)
  }

  private func secretNote(_ path: String) -> HealthNote? {
    guard let facts = FileFacts(of: FileFacts.resolved(path)), facts.kind == .file else {
      return nil
    }
    guard facts.isOpenToOthers || facts.owner != me else { return nil }
    return HealthNote(
      .worthDoing, Self.topic, "Others on this machine may read your passphrase in \(path).",
      next: "chmod 600 \(path.asShellWord)")
  }

  private static func named(_ found: [Found]) -> String {
    HealthNote.firstOf(found.map(\.path)) ?? ""
  }
}
