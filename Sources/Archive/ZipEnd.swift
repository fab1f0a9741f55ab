/// The record at the end of a zip file, which says where its list of files is.
///
/// Layout: APPNOTE 6.3.3, section 4.3.16.
struct ZipEnd {
  /// Where the list of files is in the bytes.
  let directory: Range<Int>
  let memberCount: Int

  static let mark = 0x0605_4b50
  private static let byteCount = 22
  private static let largestComment = 0xFFFF
  private static let zip64LocatorMark = 0x0706_4b50
  private static let zip64LocatorByteCount = 20

  /// The most bytes at a file's end that the record, its comment and the mark of zip64 take.
  static let largestByteCount = zip64LocatorByteCount + byteCount + largestComment

  /// - Parameter bytes: the last bytes of the file.
  init(_ bytes: FilePart) throws(ArchiveError) {
    guard let start = Self.find(bytes) else {
      throw .notThisKind("this is not a zip file, or its end is missing")
    }
    let locator = start - Self.zip64LocatorByteCount
    let isLarge =
      locator >= bytes.start && bytes.littleEndian32(at: locator) == Self.zip64LocatorMark
    let counts = (bytes.littleEndian16(at: start + 8), bytes.littleEndian16(at: start + 10))
    let size = bytes.littleEndian32(at: start + 12)
    let offset = bytes.littleEndian32(at: start + 16)
    if isLarge || counts.1 == 0xFFFF || size == 0xFFFF_FFFF || offset == 0xFFFF_FFFF {
      throw Self.zip64
    }
    let disks = (bytes.littleEndian16(at: start + 4), bytes.littleEndian16(at: start + 6))
    guard disks == (0, 0), counts.0 == counts.1 else {
      throw .notThisKind("this zip file is one part of several; only whole ones are read")
    }
    guard offset + size == start else {
      throw .damaged("its list of files is not where its end says")
    }
    directory = offset..<start
    memberCount = counts.1
  }

  /// What is said to the form of zip for files of 4 GiB and more.
  static var zip64: ArchiveError {
    .notThisKind("this zip file is of the large kind (zip64), which is not read")
  }

  /// Looks from the end for the record whose comment ends exactly where the bytes do.
  private static func find(_ bytes: FilePart) -> Int? {
    let last = bytes.end - byteCount
    guard last >= bytes.start else { return nil }
    return (max(bytes.start, last - largestComment)...last).reversed().first { place in
      bytes.littleEndian32(at: place) == mark
        && place + byteCount + bytes.littleEndian16(at: place + 20) == bytes.end
    }
  }
}
