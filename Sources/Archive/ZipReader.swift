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

/// Reads a zip file that another program wrote, a part at a time.
///
/// Stored and deflated files are read, as most programs write no others. Nothing is written
/// anywhere. Folders are left out of the list.
package struct ZipReader {
  /// Every file, in the order of the zip file's own list.
  package let members: [ZipMember]
  private let byteCount: Int
  private let read: (Range<Int>) throws -> [UInt8]

  /// Reads the list of files.
  ///
  /// - Parameters:
  ///   - byteCount: how long the zip file is.
  ///   - memberLimit: the most files and folders it may hold.
  ///   - contentLimit: the most bytes all its content together may have, once unpacked.
  ///   - read: reads bytes of the zip file, all that are asked for.
  /// - Throws: `ArchiveError`; a zip file of the large kind (zip64) is refused as such.
  package init(
    byteCount: Int, memberLimit: Int, contentLimit: Int,
    read: @escaping (Range<Int>) throws -> [UInt8]
  ) throws {
    func part(_ range: Range<Int>) throws -> FilePart {
      FilePart(start: range.lowerBound, bytes: try read(range))
    }
    let tail = max(0, byteCount - ZipEnd.largestByteCount)..<byteCount
    let ending = try ZipEnd(part(tail))
    let entries = try ZipEntry.all(part(ending.directory), ending, memberLimit: memberLimit)
    guard entries.reduce(0, { $0 + $1.byteCount }) <= contentLimit else {
      throw ArchiveError.tooLarge(limit: contentLimit)
    }
    self.byteCount = byteCount
    self.read = read
    members = entries.filter { !$0.isFolder }.map(ZipMember.init)
  }

  /// Reads the list of files of a zip file in memory.
  package init(
    _ bytes: [UInt8], archiveLimit: Int, memberLimit: Int, contentLimit: Int
  ) throws {
    guard bytes.count <= archiveLimit else { throw ArchiveError.tooLarge(limit: archiveLimit) }
    try self.init(
      byteCount: bytes.count, memberLimit: memberLimit, contentLimit: contentLimit
    ) { Array(bytes[$0]) }
  }

  /// The content of one file, its size and checksum verified.
  ///
  /// - Throws: `ArchiveError.memberTooLarge` past `limit` bytes, before anything is unpacked;
  ///   `.locked`, `.packedOtherwise` and `.damagedMember` for a file that cannot be read.
  package func content(of member: ZipMember, limit: Int) throws -> [UInt8] {
    let entry = member.entry
    guard max(entry.byteCount, entry.packedByteCount) <= limit else {
      throw ArchiveError.memberTooLarge(path: entry.shown, limit: limit)
    }
    if entry.isLocked { throw ArchiveError.locked(path: entry.shown) }
    guard entry.end <= byteCount else {
      throw ArchiveError.damagedMember(path: entry.shown, reason: "its header is missing")
    }
    let head = entry.start..<min(entry.end, entry.start + ZipLocal.largestByteCount)
    let place = try ZipLocal.content(
      of: entry, in: FilePart(start: head.lowerBound, bytes: try read(head)))
    let content = try unpack(try read(place)[...], entry)
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

/// Some bytes of a larger file, found by their places in the file.
struct FilePart {
  /// Where in the file they begin.
  let start: Int
  let bytes: [UInt8]

  var end: Int { start + bytes.count }

  subscript(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[(range.lowerBound - start)..<(range.upperBound - start)]
  }

  /// The number in two bytes, the low one first; the caller has checked that they are there.
  func littleEndian16(at place: Int) -> Int {
    Int(bytes[place - start]) | Int(bytes[place - start + 1]) << 8
  }

  /// The number in four bytes, the low one first; the caller has checked that they are there.
  func littleEndian32(at place: Int) -> Int {
    littleEndian16(at: place) | littleEndian16(at: place + 2) << 16
  }
}
