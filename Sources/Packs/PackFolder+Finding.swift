internal import Disk

extension PackFolder {
  /// The folders below `path` that are packs, by their `pack.yaml`, in order of name.
  package static func packs(in path: String) -> [String] {
    let names = (try? Folders.names(in: path)) ?? []
    return names.filter(\.isExact).map { "\(path)/\($0.text)" }.filter(isPack)
  }

  /// Whether a folder has a `pack.yaml`, or a link to one.
  static func isPack(_ path: String) -> Bool {
    FileFacts(of: "\(path)/pack.yaml", followingLinks: true) != nil
  }
}
