#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

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
    guard case .file = present, unlink(place.reserve) == 0 else { return }
    // Some file systems hand out room again only when the removal is on the disk.
    try? SystemFile.sync(folder: place.folder)
  }

  private enum Present {
    case none
    case file(Int)
    /// A link, a folder or a device: somebody else made it, and it stays.
    case other
  }

  private var present: Present {
    var info = stat()
    guard lstat(place.reserve, &info) == 0 else { return .none }
    return info.st_mode & S_IFMT == S_IFREG ? .file(Int(info.st_size)) : .other
  }

  /// The new file is written beside the one that it replaces.
  private func hasRoom(for wanted: Int) -> Bool {
    var room = statvfs()
    guard statvfs(place.folder, &room) == 0 else { return false }
    let (bytes, isBeyondCounting) = UInt64(room.f_bavail).multipliedReportingOverflow(
      by: UInt64(room.f_frsize))
    return isBeyondCounting || bytes >= UInt64(max(Self.leastRoom, 2 * wanted))
  }
}

extension VaultError {
  /// Whether the disk, or this person's share of it, is full.
  var isForWantOfRoom: Bool {
    // The error has the system's words and not its number.
    guard case .system(_, let reason) = self else { return false }
    return [ENOSPC, EDQUOT].contains { String(cString: strerror($0)) == reason }
  }
}
