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
  static let byteCount = 64 << 10
  /// On a disk with less room than this, what is left is of more use where it is.
  private static let leastRoom = 16 * byteCount

  let place: JournalPlace

  /// Makes it where there is none and there is room; a disk that refuses costs nothing.
  func make() {
    guard !isWhole, hasRoom else { return }
    // Random bytes: a file system that compresses, or that keeps equal blocks once, has to give them
    // room as well.
    try? SystemFile.write(
      randomBytes(Self.byteCount), to: place.reserve.lastPart, in: place.folder)
  }

  /// Gives its room back to the disk.
  ///
  /// - Returns: whether there was any.
  func spend() -> Bool {
    guard unlink(place.reserve) == 0 else { return false }
    // Some file systems hand out room again only when the removal is on the disk.
    try? SystemFile.sync(folder: place.folder)
    return true
  }

  private var isWhole: Bool {
    var info = stat()
    return lstat(place.reserve, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
      && info.st_size >= Self.byteCount
  }

  private var hasRoom: Bool {
    var room = statvfs()
    guard statvfs(place.folder, &room) == 0 else { return false }
    let (bytes, isBeyondCounting) = UInt64(room.f_bavail).multipliedReportingOverflow(
      by: UInt64(room.f_frsize))
    return isBeyondCounting || bytes >= UInt64(Self.leastRoom)
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
