/// The lines of a file, for the one line that a message is about.
package struct SourceLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins.
  private let starts: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      starts.append(index)
    }
    self.starts = starts
  }

  /// The line with this number, without its end; empty when there is none.
  package func text(_ line: Int) -> String {
    String(decoding: bytes[range(of: line)], as: UTF8.self)
  }

  /// Where the line stands among the bytes, without its end.
  func range(of line: Int) -> Range<Int> {
    guard line > 0, line <= starts.count else { return bytes.count..<bytes.count }
    var end = line < starts.count ? starts[line] : bytes.count
    let start = starts[line - 1]
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return start..<end
  }

  /// How many spaces the line begins with, or nil for a blank line or none at all.
  func indent(of line: Int) -> Int? {
    let range = range(of: line)
    guard let first = bytes[range].firstIndex(where: { $0 != 0x20 }) else { return nil }
    return first - range.lowerBound
  }

  /// The last line before this one that is not blank.
  func before(_ line: Int) -> Int? {
    (1..<max(line, 1)).last { indent(of: $0) != nil }
  }

  /// The first line after this one that is not blank.
  func next(after line: Int) -> Int? {
    var next = line + 1
    while next <= starts.count {
      if indent(of: next) != nil { return next }
      next += 1
    }
    return nil
  }
}
