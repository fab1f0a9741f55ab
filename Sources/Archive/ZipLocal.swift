/// The header before a file's content in a zip file, which has to agree with the list of files.
///
/// Layout: APPNOTE 6.3.3, section 4.3.7.
enum ZipLocal {
  static let fixedByteCount = 30
  /// The most bytes such a header takes.
  static let largestByteCount = fixedByteCount + 2 * 0xFFFF
  private static let mark = 0x0403_4b50

  /// Where the packed content of an entry is.
  ///
  /// - Throws: `ArchiveError.damagedMember` when the header is missing, says something else than
  ///   the list, or leaves no room for the content.
  ///
  /// - Parameter bytes: the bytes of the file from the header on.
  static func content(of entry: ZipEntry, in bytes: FilePart) throws(ArchiveError) -> Range<Int> {
    let start = entry.start
    guard start + fixedByteCount <= min(entry.end, bytes.end),
      bytes.littleEndian32(at: start) == mark
    else { throw .damagedMember(path: entry.shown, reason: "its header is missing") }
    let nameEnd = start + fixedByteCount + bytes.littleEndian16(at: start + 26)
    let content = nameEnd + bytes.littleEndian16(at: start + 28)
    guard content <= bytes.end, content + entry.packedByteCount <= entry.end else {
      throw .damagedMember(path: entry.shown, reason: "its content is cut short")
    }
    guard bytes[(start + fixedByteCount)..<nameEnd].elementsEqual(entry.name),
      agrees(entry, bytes)
    else {
      throw .damagedMember(
        path: entry.shown, reason: "its header and the list of files say different things")
    }
    return content..<(content + entry.packedByteCount)
  }

  private static func agrees(_ entry: ZipEntry, _ bytes: FilePart) -> Bool {
    let start = entry.start
    let flags = bytes.littleEndian16(at: start + 6)
    guard (flags ^ entry.flags) & ZipEntry.lockedFlags == 0,
      bytes.littleEndian16(at: start + 8) == entry.method
    else { return false }
    // Where the sizes come after the content, the list has them and this header need not.
    return (flags | entry.flags) & ZipEntry.lateSizesFlag != 0
      || bytes.littleEndian32(at: start + 14) == entry.checksum
        && bytes.littleEndian32(at: start + 18) == entry.packedByteCount
        && bytes.littleEndian32(at: start + 22) == entry.byteCount
  }
}
