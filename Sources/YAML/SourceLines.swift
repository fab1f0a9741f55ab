/// The lines of a file, for the one line that a message is about.
struct SourceLines {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The line with this number, without its end; empty when there is none.
  func text(_ line: Int) -> String {
    var start = 0
    var current = 1
    while current < line, start < bytes.count {
      start = end(from: start)
      let isPair = start + 1 < bytes.count && bytes[start] == 0x0D && bytes[start + 1] == 0x0A
      start += isPair ? 2 : 1
      current += 1
    }
    guard current == line, start < bytes.count else { return "" }
    return String(decoding: bytes[start..<end(from: start)], as: UTF8.self)
  }

  /// Where the line that begins at `start` ends.
  private func end(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }
}
