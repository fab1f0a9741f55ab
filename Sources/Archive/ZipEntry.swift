/// One line of a zip file's list of files: how and where a file's content is kept.
///
/// Layout: APPNOTE 6.3.3, section 4.3.12.
struct ZipEntry: Sendable, Hashable {
  let name: [UInt8]
  let flags: Int
  let method: Int
  let checksum: Int
  let packedByteCount: Int
  let byteCount: Int
  let start: Int
  /// Where the next file, or the list of files, begins: this one's content ends before it.
  var end = 0

  static let stored = 0
  static let deflated = 8
  /// Locked with a password, in one of the three ways the format has for it.
  static let lockedFlags = 1 | 1 << 6 | 1 << 13
  /// The sizes stand after the content, and not in the header before it.
  static let lateSizesFlag = 1 << 3
  private static let mark = 0x0201_4b50
  private static let fixedByteCount = 46

  var shown: String { MemberPath.shown(name) }
  var isLocked: Bool { flags & Self.lockedFlags != 0 }
  var isFolder: Bool { name.last == UInt8(ascii: "/") && byteCount == 0 }

  /// Reads the entry at `place`, and moves `place` past it.
  init(_ bytes: FilePart, at place: inout Int, before end: Int) throws(ArchiveError) {
    guard end - place >= Self.fixedByteCount, bytes.littleEndian32(at: place) == Self.mark else {
      throw .damaged("its list of files cannot be read")
    }
    let nameEnd = place + Self.fixedByteCount + bytes.littleEndian16(at: place + 28)
    let next =
      nameEnd + bytes.littleEndian16(at: place + 30) + bytes.littleEndian16(at: place + 32)
    guard next <= end else { throw .damaged("its list of files is cut short") }
    name = Array(bytes[(place + Self.fixedByteCount)..<nameEnd])
    flags = bytes.littleEndian16(at: place + 8)
    method = bytes.littleEndian16(at: place + 10)
    checksum = bytes.littleEndian32(at: place + 16)
    packedByteCount = bytes.littleEndian32(at: place + 20)
    byteCount = bytes.littleEndian32(at: place + 24)
    start = bytes.littleEndian32(at: place + 42)
    let disk = bytes.littleEndian16(at: place + 34)
    if disk == 0xFFFF || [packedByteCount, byteCount, start].contains(0xFFFF_FFFF) {
      throw ZipEnd.zip64
    }
    guard disk == 0 else { throw .damaged("it names a part that is not here") }
    place = next
  }

  /// Every entry, in the order of the list, with its room worked out.
  ///
  /// - Throws: `ArchiveError` when the list does not end where it should, when two files share a
  ///   name, or when two files' contents lie over each other.
  static func all(
    _ bytes: FilePart, _ ending: ZipEnd, memberLimit: Int
  ) throws(ArchiveError) -> [ZipEntry] {
    guard ending.memberCount <= memberLimit else { throw .tooManyMembers(limit: memberLimit) }
    var entries: [ZipEntry] = []
    var names: Set<[UInt8]> = []
    var place = ending.directory.lowerBound
    for _ in 0..<ending.memberCount {
      let entry = try ZipEntry(bytes, at: &place, before: ending.directory.upperBound)
      guard names.insert(entry.name).inserted else { throw .samePath(entry.shown) }
      entries.append(entry)
    }
    guard place == ending.directory.upperBound else {
      throw .damaged("its list of files is longer than its end says")
    }
    try giveRooms(&entries, before: ending.directory.lowerBound)
    return entries
  }

  private static func giveRooms(
    _ entries: inout [ZipEntry], before directory: Int
  ) throws(ArchiveError) {
    var next = directory
    for index in entries.indices.sorted(by: { entries[$0].start > entries[$1].start }) {
      let entry = entries[index]
      guard entry.start + ZipLocal.fixedByteCount + entry.packedByteCount <= next else {
        throw .damagedMember(path: entry.shown, reason: "its content lies over another file's")
      }
      entries[index].end = next
      next = entry.start
    }
  }
}
