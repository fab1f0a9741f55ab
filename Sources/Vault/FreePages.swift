internal import Disk

/// What SQLite takes for free room in a journal's file, read beside it.
///
/// A change fills free pages without a look at them, and begins new ones where the head of the file says
/// that it ends. One wrong number there, and new words come to be where old ones are. But SQLite fills
/// every page that it frees with zeros (`secure_delete`): a page that holds anything is not free. Source:
/// <https://sqlite.org/fileformat2.html>, "The Database Header" and "The Freelist".
///
/// It keeps the file open for as long as the database is: closing a file lets go of every lock that the
/// process has on it (POSIX `fcntl`), those of SQLite as well.
///
/// ```swift
/// let free = try FreePages(of: path)
/// guard try free.areProven() else { throw VaultError.damaged(.database("its free pages hold something")) }
/// ```
final class FreePages: Sendable {
  private let file: OpenFile

  /// - Throws: `VaultError.system`, and `damaged` where no file has this name.
  init(of path: String) throws(VaultError) {
    let opened: OpenFile?
    do throws(DiskTrouble) { opened = try OpenFile(reading: path) } catch {
      throw VaultError(error)
    }
    guard let opened else { throw .damaged(.database("it is gone")) }
    file = opened
  }

  /// Whether the file ends where its head says, and every page that is called free is all zeros and is
  /// called so once.
  ///
  /// True only inside a transaction that may write: no other process changes the file then.
  ///
  /// - Throws: `VaultError.system` where the disk does not answer.
  func areProven() throws(VaultError) -> Bool {
    let head = try bytes(at: 0, count: 100)
    guard head.count == 100 else { return false }
    let said = Int(head[16]) << 8 | Int(head[17])
    let pageSize = said == 1 ? 65536 : said
    let length = try SystemFile.told { () throws(DiskTrouble) in Int(try file.facts().size) }
    guard pageSize >= 512, length % pageSize == 0 else { return false }
    let pageCount = length / pageSize
    // Where the two counters differ, SQLite does not go by the head.
    let isLengthSaid = head[24..<28] == head[92..<96]
    guard !isLengthSaid || Self.number(head, 28) == pageCount else { return false }
    return try isProven(
      listFrom: Self.number(head, 32), count: Self.number(head, 36), pageSize, pageCount)
  }

  /// Follows the list: each trunk page has the number of the next, and those of free pages.
  private func isProven(
    listFrom first: Int, count: Int, _ pageSize: Int, _ pageCount: Int
  ) throws(VaultError) -> Bool {
    var seen: Set<Int> = []
    var next = first
    while next != 0 {
      guard (2...pageCount).contains(next), seen.insert(next).inserted else { return false }
      let trunk = try bytes(at: (next - 1) * pageSize, count: pageSize)
      guard trunk.count == pageSize else { return false }
      let leaves = Self.number(trunk, 4)
      guard leaves <= pageSize / 4 - 2 else { return false }
      for index in 0..<leaves {
        let leaf = Self.number(trunk, 8 + 4 * index)
        guard (2...pageCount).contains(leaf), seen.insert(leaf).inserted,
          try bytes(at: (leaf - 1) * pageSize, count: pageSize).allSatisfy({ $0 == 0 })
        else { return false }
      }
      next = Self.number(trunk, 0)
    }
    return seen.count == count
  }

  private func bytes(at offset: Int, count: Int) throws(VaultError) -> [UInt8] {
    try SystemFile.told { () throws(DiskTrouble) in try file.bytes(at: offset, count: count) }
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> Int {
    bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
  }
}
