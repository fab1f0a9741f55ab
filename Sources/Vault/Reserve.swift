internal import Age
internal import Disk

/// Room on the disk that is kept for the last draft: `reserve` in the journal's folder.
///
/// A terminal can go away while the disk is full, and then nobody is there to make room for what was
/// just typed. The file's only content is its length; no other part of the program looks at it.
struct Reserve {
  /// It is a multiple of this.
  static let byteCount = 64 << 10
  /// What a last draft may add to the one before it.
  private static let growth = 8 << 10
  /// On a disk with less room than this, what is left is of more use where it is.
  private static let leastRoom = 16 * byteCount

  let place: JournalPlace

  /// Makes it where it is missing or too small, and there is room; a disk that refuses costs nothing.
  ///
  /// - Parameter draft: how long the last draft is.
  func make(draft: Int = 0) {
    let steps = (draft + Self.growth + Self.byteCount - 1) / Self.byteCount
    let wanted = steps * Self.byteCount
    switch present {
    case .other: return
    case .file(let count) where count >= wanted: return
    case .none, .file: break
    }
    guard hasRoom(for: wanted) else { return }
    // Random bytes: a file system that compresses, or that keeps equal blocks once, has to give them
    // room as well.
    try? SystemFile.write(randomBytes(wanted), to: place.reserve.lastPart, in: place.folder)
  }

  /// Gives its room back to the disk, where there is any.
  func spend() {
    guard case .file = present, (try? Files.remove(place.reserve)) != nil else { return }
    // Some file systems hand out room again only when the removal is on the disk.
    try? Folders.confirm(place.folder)
  }

  private enum Present {
    case none
    case file(Int)
    /// A link, a folder or a device: somebody else made it, and it stays.
    case other
  }

  private var present: Present {
    guard let facts = FileFacts(of: place.reserve) else { return .none }
    return facts.kind == .file ? .file(Int(facts.size)) : .other
  }

  /// The new file is written beside the one that it replaces.
  private func hasRoom(for wanted: Int) -> Bool {
    FileFacts.room(in: place.folder).map { $0 >= UInt64(max(Self.leastRoom, 2 * wanted)) } ?? false
  }
}
