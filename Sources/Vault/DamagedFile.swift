internal import Crypto

/// The main file of a damaged journal, read page by page without SQLite.
///
/// SQLite stops at a damaged page and never gets to what is behind it. Here every byte of every page is
/// tried as the beginning of a row of this program's tables, whatever became of the pages that should
/// lead there, of the list of tables and of the page's own head. Whether a row is what it seems only its
/// seal or its checksum says. Source of the layout: <https://sqlite.org/fileformat2.html>, "B-tree Pages"
/// and "Record Format".
///
///     let file = try DamagedFile(place.database)
///     for row in file.records { ... }
struct DamagedFile: Sendable {
  /// A row that was found.
  struct Row: Sendable {
    /// Its number: the id of a revision or a leaf, the sequence of a head.
    var id: UInt64
    /// The columns behind the number, as they are kept.
    fileprivate var columns: [Column]
    fileprivate var place: Place
    /// Whether the page names it among its rows; else it may be an old copy that SQLite left behind.
    var isLive: Bool
  }

  /// What a column holds.
  fileprivate enum Column: Sendable {
    case number(byteCount: Int)
    case bytes(count: Int)

    var byteCount: Int {
      switch self {
      case .number(let count), .bytes(let count): count
      }
    }
  }

  /// Where the content of a row begins, and how long it is with the head that describes it.
  fileprivate struct Place: Sendable {
    var offset: Int
    var headCount: Int
    var count: Int
  }

  /// A copy of a part that was found, with a checksum that holds.
  private struct Copy: Sendable {
    var name: String
    var body: [UInt8]
    var isLive: Bool
  }

  /// Records: the number is the revision's.
  private(set) var records: [Row] = []
  /// Leaves and heads, which look alike.
  private(set) var boxes: [Row] = []
  private var copies: [Copy] = []
  private let bytes: [UInt8]
  private let pageSize: Int

  /// Reads the file and finds its rows.
  ///
  /// - Throws: `VaultError.system` where the disk refuses: nothing may be given up for that.
  init(_ path: String) throws(VaultError) {
    bytes = try SystemFile.read(path, limit: .max) ?? []
    pageSize = Self.pageSize(of: bytes)
    for start in stride(from: 0, to: bytes.count, by: pageSize) { look(throughPageAt: start) }
  }

  /// The format that the head of the file names; nil where there is no such head.
  var format: Int? { Self.hasHead(bytes) ? number(60) : nil }

  private static func hasHead(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 100 && bytes.starts(with: "SQLite format 3\0".utf8)
  }

  /// What its head says, or what every journal is made with: whichever more of the pages agree with.
  private static func pageSize(of bytes: [UInt8]) -> Int {
    let made = 16384
    guard hasHead(bytes) else { return made }
    let said = Int(bytes[16]) << 8 | Int(bytes[17])
    // The one size that has no room in the two bytes.
    let size = said == 1 ? 65536 : said
    guard size >= 512, size.nonzeroBitCount == 1, size != made else { return made }
    return share(of: bytes, inPagesOf: size) >= share(of: bytes, inPagesOf: made) ? size : made
  }

  /// How many of the pages of that size begin as a page of a tree does.
  private static func share(of bytes: [UInt8], inPagesOf size: Int) -> Double {
    let starts = stride(from: size, to: bytes.count, by: size)
    let kinds: Set<UInt8> = [0x02, 0x05, 0x0A, 0x0D]
    return Double(starts.count { kinds.contains(bytes[$0]) }) / Double(max(1, bytes.count / size))
  }

  private mutating func look(throughPageAt start: Int) {
    let end = min(start + pageSize, bytes.count)
    let live = liveRows(onPageAt: start, end: end)
    for at in start..<end {
      guard var row = row(at: at, end: end) else { continue }
      row.isLive = live.contains(at - start)
      keep(row)
    }
  }

  /// Where the rows of a page begin, as its head lists them; empty where it lists none.
  private func liveRows(onPageAt start: Int, end: Int) -> Set<Int> {
    let head = start == 0 ? 100 : start
    // A leaf of a table: its kind, two numbers that do not matter here, and how many rows it has.
    guard head + 8 <= end, bytes[head] == 0x0D else { return [] }
    let count = pair(head + 3)
    guard head + 8 + 2 * count <= end else { return [] }
    return Set((0..<count).map { pair(head + 8 + 2 * $0) })
  }

  private func pair(_ at: Int) -> Int { Int(bytes[at]) << 8 | Int(bytes[at + 1]) }

  private mutating func keep(_ row: Row) {
    switch row.columns.count {
    case 1: boxes.append(row)
    case 2: records.append(row)
    default:
      guard let content = content(of: row) else { return }
      let name = String(decoding: content[..<row.columns[0].byteCount], as: UTF8.self)
      let body = Array(content[row.columns[0].byteCount...].dropLast(SHA256.byteCount))
      guard Array(SHA256.hash(data: body)) == Array(content.suffix(SHA256.byteCount)) else {
        return
      }
      copies.append(Copy(name: name, body: body, isLive: row.isLive))
    }
  }
}

extension DamagedFile {
  /// The sealed box of a leaf, a head or a record; nil where the pages that it goes on to are not there.
  func box(of row: Row) -> [UInt8]? {
    guard let content = content(of: row) else { return nil }
    return row.columns.count == 2
      ? Array(content.dropFirst(row.columns[0].byteCount)) : content
  }

  /// The entry that a record belongs to, as its row says outside the seal.
  func entry(of row: Row) -> ItemID? {
    guard case .number(let count) = row.columns.first, let content = content(of: row, first: count)
    else { return nil }
    let isNegative = content.first.map { $0 >= 0x80 } ?? false
    return ItemID(bits: content.reduce(isNegative ? .max : 0) { $0 << 8 | UInt64($1) })
  }

  /// The bytes of a row behind the head that describes it, or the first of them.
  private func content(of row: Row, first count: Int? = nil) -> [UInt8]? {
    let place = row.place
    let wanted = count.map { place.headCount + $0 } ?? place.count
    let local = localCount(of: place.count)
    var content = Array(bytes[place.offset..<place.offset + local])
    var next = local < place.count ? number(place.offset + local) : 0
    // The rest is on a chain of pages, four bytes of each naming the next.
    while content.count < wanted {
      let start = (next - 1) * pageSize
      let count = min(pageSize - 4, place.count - content.count)
      guard next > 0, start + 4 + count <= bytes.count else { return nil }
      content += bytes[start + 4..<start + 4 + count]
      next = number(start)
    }
    return Array(content[place.headCount..<wanted])
  }

  private func number(_ at: Int) -> Int {
    guard at + 4 <= bytes.count else { return 0 }
    return bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
  }

  /// How much of a row's content is on its own page ("B-tree Cell Format": the rules for X, M and K).
  private func localCount(of count: Int) -> Int {
    let most = pageSize - 35
    guard count > most else { return count }
    let least = (pageSize - 12) * 32 / 255 - 23
    let fitting = least + (count - least) % (pageSize - 4)
    return fitting <= most ? fitting : least
  }

  /// The row that begins here, if something of the right shape does.
  private func row(at start: Int, end: Int) -> Row? {
    var at = start
    // Twice what a page may have, and never more than there is.
    let most = UInt64(min(bytes.count, 2 * Page.byteLimit))
    guard let count = variable(&at, end), count >= 32, count <= most,
      let id = variable(&at, end)
    else { return nil }
    let head = at
    guard let headCount = variable(&at, end), headCount <= 16, head + Int(headCount) <= end,
      let columns = columns(from: &at, to: head + Int(headCount))
    else { return nil }
    let total = columns.reduce(Int(headCount)) { $0 + $1.byteCount }
    let place = Place(offset: head, headCount: Int(headCount), count: Int(count))
    guard total == Int(count), head + localCount(of: total) <= end else { return nil }
    return Row(id: id, columns: columns, place: place, isLive: false)
  }

  /// The columns that a head describes, where they are those of one of our tables: number and box,
  /// number, entry and box, or name, body and checksum.
  private func columns(from at: inout Int, to end: Int) -> [Column]? {
    var kinds: [UInt64] = []
    while at < end {
      guard let kind = variable(&at, end), kinds.count < 3 else { return nil }
      kinds.append(kind)
    }
    guard let last = kinds.last, last >= 12, last % 2 == 0 else { return nil }
    let box = Column.bytes(count: Int(clamping: last - 12) / 2)
    switch kinds.count {
    // The number itself is kept in front of the row; its column is empty.
    case 2 where kinds[0] == 0: return [box]
    case 3 where kinds[0] == 0:
      return Self.numberByteCount(kinds[1]).map { [.number(byteCount: $0), box] }
    case 3 where kinds[0] > 12 && kinds[0] % 2 == 1 && kinds[1] >= 12 && kinds[1] % 2 == 0:
      guard box.byteCount == SHA256.byteCount else { return nil }
      return [
        .bytes(count: Int(clamping: kinds[0] - 13) / 2),
        .bytes(count: Int(clamping: kinds[1] - 12) / 2), box,
      ]
    default: return nil
    }
  }

  private static func numberByteCount(_ kind: UInt64) -> Int? {
    switch kind {
    case 1...4: Int(kind)
    case 5: 6
    case 6: 8
    // Nought and one take no room.
    case 8, 9: 0
    default: nil
    }
  }

  /// A number of one to nine bytes, seven bits in each but the ninth.
  private func variable(_ at: inout Int, _ end: Int) -> UInt64? {
    var value: UInt64 = 0
    for index in 0..<9 {
      guard at < end else { return nil }
      let byte = bytes[at]
      at += 1
      if index == 8 { return value << 8 | UInt64(byte) }
      value = value << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return value }
    }
    return nil
  }
}

extension DamagedFile: PartSource {
  /// The whole copies of a part that a page lists among its rows.
  ///
  /// If no page lists one, the old copies that SQLite left behind.
  func kept(_ part: JournalDatabase.Part) -> KeptPart {
    let found = copies.filter { $0.name == part.name }
    let live = found.filter(\.isLive).map(\.body)
    var intact: [[UInt8]] = []
    for body in live.isEmpty ? found.map(\.body) : live where !intact.contains(body) {
      intact.append(body)
    }
    return KeptPart(
      intact: intact, damaged: max(0, 2 - live.count),
      isAbsent: found.isEmpty && !isNamed(part.name))
  }

  /// Whether the name of a part is anywhere in the file.
  private func isNamed(_ name: String) -> Bool {
    let name = Array(name.utf8)
    return bytes.withUnsafeBytes { bytes in
      bytes.indices.dropLast(name.count - 1).contains { at in
        bytes[at] == name[0] && bytes[at..<at + name.count].elementsEqual(name)
      }
    }
  }
}
