/// The bytes of an archive as they are pulled in, counted against a limit.
struct UstarBlocks {
  private let byteLimit: Int
  private let pull: (Int) throws -> ArraySlice<UInt8>
  private var held: ArraySlice<UInt8> = []
  private var taken = 0
  private static let pullByteCount = 1 << 16

  init(byteLimit: Int, pull: @escaping (Int) throws -> ArraySlice<UInt8>) {
    self.byteLimit = byteLimit
    self.pull = pull
  }

  /// One whole block.
  mutating func block() throws -> [UInt8] {
    var block: [UInt8] = []
    while block.count < UstarField.blockByteCount {
      block += try some(atMost: UstarField.blockByteCount - block.count)
    }
    return block
  }

  /// At least one byte and at most `count`; the end of the bytes is an error here.
  mutating func some(atMost count: Int) throws -> ArraySlice<UInt8> {
    if held.isEmpty { held = try pull(Self.pullByteCount) }
    guard !held.isEmpty else { throw ArchiveError.cutShort }
    let piece = held.prefix(count)
    held = held.dropFirst(piece.count)
    taken += piece.count
    guard taken <= byteLimit else { throw ArchiveError.tooLarge(limit: byteLimit) }
    return piece
  }

  /// Refuses a size that the limit has no room for, before any of it is read.
  func expectRoom(for byteCount: Int) throws(ArchiveError) {
    guard byteCount <= byteLimit - taken else { throw .tooLarge(limit: byteLimit) }
  }

  /// Reads to the end of the bytes: zeros may fill a last record, nothing else may come.
  mutating func expectOnlyZeros() throws {
    while true {
      if held.isEmpty { held = try pull(Self.pullByteCount) }
      guard !held.isEmpty else { return }
      guard try some(atMost: held.count).allSatisfy({ $0 == 0 }) else {
        throw ArchiveError.damaged("it goes on after its end")
      }
    }
  }
}
