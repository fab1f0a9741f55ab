internal import Disk

/// Checks whether only the person can read and change a journal's files.
package struct PermissionsCheck: HealthCheck {
  package enum Finding: Sendable, Hashable {
    case yoursAlone
    /// The journal's folder does not exist.
    case noFolder(String)
    /// A folder above that lets others replace this journal with another.
    case writableAbove(String)
    /// A folder above that lets others look inside.
    case openAbove(String)
    case links([String])
    /// Files and folders that belong to another account.
    case notYours([String])
    /// Folders and files in a journal that others may read or change, and the journal's folder.
    case openFolders([String], journal: String)
    case openFiles([String], journal: String)
    case openPassphrase(String)
  }

  /// The journal's folder as named, with links not resolved.
  let folder: String
  /// Our folders above it: the home of all journals and the folder in it.
  let above: [String]
  /// The files that a passphrase is read from, if the person named any.
  var secrets: [String] = []
  var me: UInt32 = FileFacts.me

  private static let countLimit = 20_000

  func notes() -> [HealthNote] {
    let inside = Self.everything(below: folder)
    guard !inside.isEmpty else {
      return [HealthNote(.worthKnowing, .permissions(.noFolder(folder)))]
    }
    let notes =
      above.compactMap(note(above:))
      + [links(inside), notYours(inside), openFolders(inside), openFiles(inside)].compactMap(\.self)
      + secrets.compactMap(note(secret:))
    return notes.isEmpty ? [HealthNote(.good, .permissions(.yoursAlone))] : notes
  }

  private typealias Found = (path: String, facts: FileFacts)

  /// Returns the folder and a few levels of its content; only the folder itself may be a link.
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

  private func note(above path: String) -> HealthNote? {
    guard let facts = FileFacts(of: path), facts.kind == .folder else { return nil }
    if facts.owner != me && facts.owner != 0 || facts.isWritableByOthers {
      return HealthNote(.worthDoing, .permissions(.writableAbove(path)))
    }
    return facts.isOpenToOthers ? HealthNote(.worthKnowing, .permissions(.openAbove(path))) : nil
  }

  private func links(_ all: [Found]) -> HealthNote? {
    let links = all.filter { $0.facts.kind == .link }.map(\.path)
    return links.isEmpty ? nil : HealthNote(.worthKnowing, .permissions(.links(links)))
  }

  private func notYours(_ all: [Found]) -> HealthNote? {
    let others = all.filter { $0.facts.owner != me }.map(\.path)
    return others.isEmpty ? nil : HealthNote(.worthDoing, .permissions(.notYours(others)))
  }

  private func openFolders(_ all: [Found]) -> HealthNote? {
    let open = Self.open(.folder, in: all)
    guard !open.isEmpty else { return nil }
    return HealthNote(.worthDoing, .permissions(.openFolders(open, journal: folder)))
  }

  private func openFiles(_ all: [Found]) -> HealthNote? {
    let open = Self.open(.file, in: all)
    guard !open.isEmpty else { return nil }
    return HealthNote(.worthDoing, .permissions(.openFiles(open, journal: folder)))
  }

  private static func open(_ kind: FileFacts.Kind, in all: [Found]) -> [String] {
    all.filter { $0.facts.kind == kind && $0.facts.isOpenToOthers }.map(\.path)
  }

  private func note(secret path: String) -> HealthNote? {
    guard let facts = FileFacts(of: FileFacts.resolved(path)), facts.kind == .file else {
      return nil
    }
    guard facts.isOpenToOthers || facts.owner != me else { return nil }
    return HealthNote(.worthDoing, .permissions(.openPassphrase(path)))
  }
}
