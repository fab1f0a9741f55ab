/// One header block, read strictly: what it holds, or the reason it is refused.
struct UstarHeader {
  let path: MemberPath
  let isFolder: Bool
  let byteCount: Int

  init(_ block: [UInt8]) throws(ArchiveError) {
    let shown = Self.shown(block)
    try Self.checkFormat(block, shown: shown)
    isFolder = try Self.isFolder(block, shown: shown)
    guard let name = UstarField.name.text(of: block),
      let prefix = UstarField.prefix.text(of: block),
      UstarField.unused.bytes(of: block).allSatisfy({ $0 == 0 })
    else {
      throw .damagedMember(path: shown, reason: "its header holds bytes that do not belong there")
    }
    let joined = prefix.isEmpty ? Array(name) : Array(prefix) + [UInt8(ascii: "/")] + name
    let endsOpen = isFolder && joined.last == UInt8(ascii: "/")
    path = try MemberPath(endsOpen ? joined.dropLast() : joined[...])
    byteCount = try Self.size(block, shown: shown)
    if isFolder, byteCount != 0 {
      throw .damagedMember(path: shown, reason: "it is a folder and yet has a size")
    }
  }

  private static func checkFormat(_ block: [UInt8], shown: String) throws(ArchiveError) {
    guard UstarField.magic.bytes(of: block).elementsEqual(UstarField.magicBytes) else {
      throw .notThisKind("the archive is not a plain tar archive (ustar)")
    }
    let tail = UstarField.checksum.bytes(of: block).suffix(2)
    guard tail.elementsEqual("\u{0} ".utf8),
      UstarField.checksum.number(of: block, digits: 6) == UstarField.sum(of: block)
    else {
      throw .damagedMember(path: shown, reason: "its header does not match its checksum")
    }
  }

  private static func isFolder(_ block: [UInt8], shown: String) throws(ArchiveError) -> Bool {
    let mark = block[UstarField.kind.range.lowerBound]
    switch Unicode.Scalar(mark) {
    case "0": return false
    case "5": return true
    case "1": throw .otherKind(path: shown, kind: "a hard link")
    case "2": throw .otherKind(path: shown, kind: "a symbolic link")
    case "3", "4": throw .otherKind(path: shown, kind: "a device")
    case "6": throw .otherKind(path: shown, kind: "a named pipe")
    case "x", "g", "X": throw .otherKind(path: shown, kind: "an extension of the pax format")
    case "A"..."Z": throw .otherKind(path: shown, kind: "an extension of one tar program")
    default: throw .otherKind(path: shown, kind: "of a kind that is not known here")
    }
  }

  /// Eleven octal digits, and the zero byte or space that ends them; nothing else will do.
  private static func size(_ block: [UInt8], shown: String) throws(ArchiveError) -> Int {
    let last = UstarField.size.bytes(of: block).last
    guard last == 0 || last == UInt8(ascii: " "),
      let size = UstarField.size.number(of: block, digits: 11)
    else {
      throw .damagedMember(path: shown, reason: "its size is not written in octal digits")
    }
    return size
  }

  /// The path for an error, from a block that may be anything.
  private static func shown(_ block: [UInt8]) -> String {
    let name = UstarField.name.bytes(of: block).prefix { $0 != 0 }
    let prefix = UstarField.prefix.bytes(of: block).prefix { $0 != 0 }
    return MemberPath.shown(prefix.isEmpty ? Array(name) : prefix + [UInt8(ascii: "/")] + name)
  }
}
