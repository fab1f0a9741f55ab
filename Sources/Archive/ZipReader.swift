/// A file of a zip file, before its content is read.
package struct ZipMember: Sendable, Hashable {
  /// The path as the file's writer gave it, bytes that are no text replaced.
  ///
  /// It may be anything, `../` and all; it is a name to look up, never a place to write to.
  package let path: String
  /// Whether the path keeps the rules for paths, and so may be shown or used as it is.
  package let hasSafePath: Bool
  /// The size of the content, once unpacked.
  package let byteCount: Int
  let entry: ZipEntry

  init(_ entry: ZipEntry) {
    self.entry = entry
    path = String(decoding: entry.name, as: UTF8.self)
    hasSafePath = MemberPath.brokenRule(entry.name) == nil
    byteCount = entry.byteCount
  }
}

/// Reads a zip file that another program wrote, from memory.
///
/// Stored and deflated files are read, as most programs write no others. Nothing is written
/// anywhere. Folders are left out of the list.
package struct ZipReader: Sendable {
  /// Every file, in the order of the zip file's own list.
  package let members: [ZipMember]
  private let bytes: [UInt8]

  /// Reads the list of files.
  ///
  /// - Parameters:
  ///   - archiveLimit: the most bytes the zip file itself may have.
  ///   - memberLimit: the most files and folders it may hold.
  ///   - contentLimit: the most bytes all its content together may have, once unpacked.
  /// - Throws: `ArchiveError`; a zip file of the large kind (zip64) is refused as such.
  package init(
    _ bytes: [UInt8], archiveLimit: Int, memberLimit: Int, contentLimit: Int
  ) throws {
    guard bytes.count <= archiveLimit else { throw ArchiveError.tooLarge(limit: archiveLimit) }
    let entries = try ZipEntry.all(bytes, ZipEnd(bytes), memberLimit: memberLimit)
    guard entries.reduce(0, { $0 + $1.byteCount }) <= contentLimit else {
      throw ArchiveError.tooLarge(limit: contentLimit)
    }
    self.bytes = bytes
    members = entries.filter { !$0.isFolder }.map(ZipMember.init)
  }

  /// The content of one file, its size and checksum verified.
  ///
  /// - Throws: `ArchiveError.memberTooLarge` past `limit` bytes, before anything is unpacked;
  ///   `.locked`, `.packedOtherwise` and `.damagedMember` for a file that cannot be read.
  package func content(of member: ZipMember, limit: Int) throws -> [UInt8] {
    let entry = member.entry
    guard entry.byteCount <= limit else {
      throw ArchiveError.memberTooLarge(path: entry.shown, limit: limit)
    }
    if entry.isLocked { throw ArchiveError.locked(path: entry.shown) }
    let content = try unpack(bytes[ZipLocal.content(of: entry, in: bytes)], entry)
    guard Inflation.checksum(content[...]) == entry.checksum else {
      throw ArchiveError.damagedMember(
        path: entry.shown, reason: "its content does not match its checksum")
    }
    return content
  }

  private func unpack(
    _ packed: ArraySlice<UInt8>, _ entry: ZipEntry
  ) throws(ArchiveError) -> [UInt8] {
    let otherSize = ArchiveError.damagedMember(
      path: entry.shown, reason: "its content is not of the size that was declared")
    switch entry.method {
    case ZipEntry.stored:
      guard packed.count == entry.byteCount else { throw otherSize }
      return Array(packed)
    case ZipEntry.deflated:
      do {
        return try Inflation.inflate(packed, byteCount: entry.byteCount)
      } catch {
        switch error {
        case .otherSize: throw otherSize
        case .damaged:
          throw .damagedMember(path: entry.shown, reason: "its content cannot be unpacked")
        }
      }
    default:
      throw .packedOtherwise(path: entry.shown)
    }
  }
}
