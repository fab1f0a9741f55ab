// Archive: files in one file. Tar is read and written, zip is read.
//
// `UstarReader` goes through a tar archive from start to end, and `UstarWriter` makes one, the same bytes for
// the same content each time. `ZipReader` reads what another journal exported. `Sums` is the list of a
// pack's files, with their sizes and a `ContentHash` for each. `MemberPath` has the rules for paths.
//
// Everything is bytes in memory or a closure that gives them; a caller says how much it will take.
//
// It must never open or write a file, give out a path that leads out of a folder, pass over a part that it
// does not know, or unpack more than was declared.

/// A file of a plain tar archive, before its content is read.
package struct UstarMember: Sendable, Hashable {
  /// A relative path that keeps the rules for paths: it cannot lead out of a folder.
  package let path: String
  /// The size of the content.
  package let byteCount: Int
}

/// Reads a plain tar archive (ustar) from start to end, strictly.
///
/// Files are given in order and folders are passed over. Links, devices and the extensions of tar
/// programs are refused, as is anything after the end. Nothing is written anywhere, and no more is
/// held at once than the caller asks for. After an error every further call throws it again.
///
/// ```swift
/// var rest = archive[...]
/// var reader = UstarReader(memberLimit: 100, byteLimit: 1 << 20) { count in
///   defer { rest = rest.dropFirst(count) }
///   return rest.prefix(count)
/// }
/// while let member = try reader.next() {
///   let bytes = try reader.content(limit: 1 << 16)
///   print(member.path, bytes.count)
/// }
/// ```
package struct UstarReader {
  private var blocks: UstarBlocks
  private let memberLimit: Int
  private let pathRule: (String) -> String?
  private var memberCount = 0
  private var seen: Set<String> = []
  private var open: UstarMember?
  private var contentLeft = 0
  private var paddingLeft = 0
  private var hasEnded = false
  private var failure: (any Error)?

  /// Starts to read.
  ///
  /// - Parameters:
  ///   - memberLimit: the most files and folders the archive may hold.
  ///   - byteLimit: the most bytes the whole archive may have, headers and padding included.
  ///   - pathRule: the rule that a path breaks, on top of those that hold for every archive.
  ///   - pull: returns up to the number of bytes asked for, and none only at the end.
  package init(
    memberLimit: Int, byteLimit: Int, pathRule: @escaping (String) -> String? = { _ in nil },
    pull: @escaping (Int) throws -> ArraySlice<UInt8>
  ) {
    self.memberLimit = memberLimit
    self.pathRule = pathRule
    blocks = UstarBlocks(byteLimit: byteLimit, pull: pull)
  }

  /// Goes on to the next file, passing over what is left of the one before.
  ///
  /// - Returns: nil once the archive has come to its proper end.
  /// - Throws: `ArchiveError`, or whatever `pull` throws.
  package mutating func next() throws -> UstarMember? {
    try keepingFailure { reader in
      if reader.hasEnded { return nil }
      try reader.passRest { _ in }
      while let header = try reader.nextHeader() {
        guard !header.isFolder else { continue }
        let member = UstarMember(path: header.path.text, byteCount: header.byteCount)
        reader.open = member
        reader.contentLeft = header.byteCount
        reader.paddingLeft = UstarWriter.padding(after: header.byteCount).count
        return member
      }
      try reader.blocks.expectOnlyZeros()
      reader.hasEnded = true
      return nil
    }
  }

  /// The whole content of the file that `next` gave.
  ///
  /// - Throws: `ArchiveError.memberTooLarge` when it has more than `limit` bytes; the file can then
  ///   still be passed over with `next`.
  package mutating func content(limit: Int) throws -> [UInt8] {
    if let open, failure == nil, open.byteCount > limit {
      throw ArchiveError.memberTooLarge(path: MemberPath.shown(open.path.utf8), limit: limit)
    }
    var content: [UInt8] = []
    try readContent { content += $0 }
    return content
  }

  /// Hands over the content of the file that `next` gave, piece by piece.
  ///
  /// - Throws: `ArchiveError`, or whatever `pull` or `body` throws.
  package mutating func readContent(into body: (ArraySlice<UInt8>) throws -> Void) throws {
    guard open != nil || failure != nil else { throw ArchiveError.noMemberOpen }
    try keepingFailure { try $0.passRest(into: body) }
  }

  /// Reads one header, or nil at the first of the two blocks that end the archive.
  private mutating func nextHeader() throws -> UstarHeader? {
    let block = try blocks.block()
    if block.allSatisfy({ $0 == 0 }) {
      guard try blocks.block().allSatisfy({ $0 == 0 }) else {
        throw ArchiveError.damaged("it has an empty header between two files")
      }
      return nil
    }
    let header = try UstarHeader(block)
    if let rule = pathRule(header.path.text) {
      throw ArchiveError.path(MemberPath.shown(header.path.text.utf8), rule: rule)
    }
    memberCount += 1
    guard memberCount <= memberLimit else {
      throw ArchiveError.tooManyMembers(limit: memberLimit)
    }
    guard seen.insert(header.path.folded).inserted else {
      throw ArchiveError.samePath(MemberPath.shown(header.path.text.utf8))
    }
    try blocks.expectRoom(for: header.byteCount)
    return header
  }

  private mutating func passRest(into body: (ArraySlice<UInt8>) throws -> Void) throws {
    while contentLeft > 0 {
      let piece = try blocks.some(atMost: contentLeft)
      contentLeft -= piece.count
      try body(piece)
    }
    while paddingLeft > 0 {
      let piece = try blocks.some(atMost: paddingLeft)
      paddingLeft -= piece.count
      guard piece.allSatisfy({ $0 == 0 }) else {
        throw ArchiveError.damaged("it has bytes between two files")
      }
    }
    open = nil
  }

  private mutating func keepingFailure<Value>(
    _ work: (inout UstarReader) throws -> Value
  ) throws -> Value {
    if let failure { throw failure }
    do {
      return try work(&self)
    } catch {
      failure = error
      throw error
    }
  }
}
