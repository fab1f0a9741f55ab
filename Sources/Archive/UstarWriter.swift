/// Writes a plain tar archive (ustar), the same bytes for the same content every time.
///
/// Every file has the mode 0600, no owner's name and one fixed time: the archive tells nothing
/// about the machine it was made on. Stock `tar` reads it.
package struct UstarWriter: Sendable {
  private let modified: Int64
  private var written: Set<String> = []

  /// Starts an archive.
  ///
  /// - Parameter modified: the time given to every file, in seconds since 1970; by default the
  ///   first moment of the year 2000, in UTC.
  package init(modified: Int64 = 946_684_800) {
    self.modified = modified
  }

  /// One whole file: header, content and padding.
  ///
  /// - Throws: `ArchiveError`, as `header` does.
  package mutating func member(_ path: String, _ bytes: [UInt8]) throws -> [UInt8] {
    try header(path, byteCount: bytes.count) + bytes + Self.padding(after: bytes.count)
  }

  /// The header of a file whose `byteCount` bytes and `padding` the caller writes after it.
  ///
  /// - Throws: `ArchiveError.path` for a path that breaks a rule or is too long for the format,
  ///   `.samePath` for a path already written, `.memberTooLarge` from 8 GiB on.
  package mutating func header(_ path: String, byteCount: Int) throws -> [UInt8] {
    let checked = try MemberPath(path.utf8)
    let shown = MemberPath.shown(path.utf8)
    let (prefix, name) = try Self.split(Array(path.utf8), shown: shown)
    guard (0..<UstarField.numberEnd).contains(byteCount) else {
      throw ArchiveError.memberTooLarge(path: shown, limit: UstarField.numberEnd - 1)
    }
    guard let time = Int(exactly: modified), (0..<UstarField.numberEnd).contains(time) else {
      throw ArchiveError.damagedMember(path: shown, reason: "its time does not fit the format")
    }
    guard written.insert(checked.folded).inserted else { throw ArchiveError.samePath(shown) }
    return Self.block(prefix: prefix, name: name, byteCount: byteCount, time: time)
  }

  /// The zeros that fill the last block of a file's content.
  package static func padding(after byteCount: Int) -> [UInt8] {
    let over = byteCount % UstarField.blockByteCount
    return [UInt8](repeating: 0, count: over == 0 ? 0 : UstarField.blockByteCount - over)
  }

  /// The two blocks of zeros that end an archive.
  package func end() -> [UInt8] {
    [UInt8](repeating: 0, count: 2 * UstarField.blockByteCount)
  }

  private static func block(
    prefix: ArraySlice<UInt8>, name: ArraySlice<UInt8>, byteCount: Int, time: Int
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: UstarField.blockByteCount)
    UstarField.name.put(name, into: &block)
    UstarField.prefix.put(prefix, into: &block)
    UstarField.mode.putNumber(0o600, into: &block)
    for field in [
      UstarField.owner, UstarField.group, UstarField.deviceMajor, UstarField.deviceMinor,
    ] {
      field.putNumber(0, into: &block)
    }
    UstarField.size.putNumber(byteCount, into: &block)
    UstarField.modified.putNumber(time, into: &block)
    UstarField.kind.put("0".utf8, into: &block)
    UstarField.magic.put(UstarField.magicBytes, into: &block)
    let sum = String(UstarField.sum(of: block), radix: 8)
    let digits = String(repeating: "0", count: 6 - min(6, sum.utf8.count)) + sum
    UstarField.checksum.put("\(digits)\u{0} ".utf8, into: &block)
    return block
  }

  /// Divides a path over the two fields that hold it, at the first `/` that lets both fit.
  private static func split(
    _ path: [UInt8], shown: String
  ) throws(ArchiveError) -> (prefix: ArraySlice<UInt8>, name: ArraySlice<UInt8>) {
    let nameRoom = UstarField.name.range.count
    let prefixRoom = UstarField.prefix.range.count
    if path.count <= nameRoom { return ([], path[...]) }
    for (place, byte) in path.enumerated() where byte == UInt8(ascii: "/") {
      if place <= prefixRoom, path.count - place - 1 <= nameRoom {
        return (path[..<place], path[(place + 1)...])
      }
    }
    throw .path(shown, rule: "it is too long for a tar archive")
  }
}
