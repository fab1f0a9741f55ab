package import Packs
internal import Synchronization

/// The packs that came with the program, read once in a run however many parts of it ask.
///
/// Most commands need them more than once: for the library, for the ids that no other pack may
/// have, for the signposts as written. The program's own files do not change while it runs.
///
/// ```swift
/// let packs = ProgramPacks(in: "/usr/share/alongside/packs")
/// packs.folders.first { $0.folder.pack?.id == "core" }?.path
/// ```
package final class ProgramPacks: Sendable {
  package typealias Read = (path: String, folder: PackFolder)

  /// The folder that holds the packs; `nil` if the program was found without one.
  package let place: String?
  private let read: @Sendable (String) -> PackFolder
  private let known = Mutex<[Read]?>(nil)

  /// - Parameter read: reads the folder of one pack.
  package init(
    in place: String?, read: @escaping @Sendable (String) -> PackFolder = { PackFolder(path: $0) }
  ) {
    self.place = place
    self.read = read
  }

  /// Each pack with its folder, sorted by name.
  package var folders: [Read] {
    known.withLock { known in
      if let known { return known }
      let found = (place.map(PackFolder.packs) ?? []).map { (path: $0, folder: read($0)) }
      known = found
      return found
    }
  }

  /// The packs as they were written, without those that could not be read.
  package var packs: [Pack] { folders.compactMap(\.folder.pack) }
}
