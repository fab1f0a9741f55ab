/// Why a list of sums cannot be read.
package struct SumsProblem: Error, Sendable, Hashable {
  /// Counted from 1.
  package let line: Int
  /// What is wrong with it, to follow "this line".
  package let reason: String
}

extension Sums {
  /// Reads a list, strictly: only the very bytes that `bytes` would write again.
  ///
  /// - Throws: `SumsProblem`, for the first line that is wrong.
  package init(_ text: [UInt8], mostFiles: Int) throws(SumsProblem) {
    guard !text.isEmpty else { throw SumsProblem(line: 1, reason: "is empty") }
    guard text.count <= Self.byteLimit else {
      throw SumsProblem(line: 1, reason: "begins a list of more than \(Self.byteLimit) bytes")
    }
    var lines: [Line] = []
    for part in text.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
      let number = lines.count + 1
      guard number <= mostFiles else {
        throw SumsProblem(line: number, reason: "is one more than the \(mostFiles) files allowed")
      }
      lines.append(try Self.line(part, number, after: lines.last))
    }
    guard text.last == 0x0A else {
      throw SumsProblem(line: lines.count + 1, reason: "does not end with a newline")
    }
    self.init(lines: lines)
  }

  private static func line(
    _ bytes: ArraySlice<UInt8>, _ number: Int, after last: Line?
  ) throws(SumsProblem) -> Line {
    let form = "is not of the form: SHA256, two spaces, size, two spaces, path"
    guard let (hash, afterHash) = word(bytes, where: isHexadecimal), hash.count == 64,
      let (size, path) = word(afterHash, where: isDigit), 1...8 ~= size.count,
      size.count == 1 || size.first != UInt8(ascii: "0"),
      let byteCount = Int(String(decoding: size, as: UTF8.self))
    else { throw SumsProblem(line: number, reason: form) }
    if let rule = PackPath.brokenRule(path) {
      throw SumsProblem(line: number, reason: "has the path \"\(PackPath.shown(path))\": \(rule)")
    }
    let line = Line(
      hash: String(decoding: hash, as: UTF8.self), byteCount: byteCount,
      path: String(decoding: path, as: UTF8.self))
    guard line.path != name, line.path != signatureName else {
      throw SumsProblem(line: number, reason: "lists \"\(line.path)\", which is never listed")
    }
    if line.path == last?.path {
      throw SumsProblem(line: number, reason: "lists \"\(line.path)\" a second time")
    }
    if let last, !last.path.utf8.lexicographicallyPrecedes(line.path.utf8) {
      throw SumsProblem(line: number, reason: "is out of order: \"\(line.path)\" comes earlier")
    }
    return line
  }

  /// The bytes up to two spaces, and what comes after these.
  private static func word(
    _ bytes: ArraySlice<UInt8>, where isTaken: (UInt8) -> Bool
  ) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    let word = bytes.prefix(while: isTaken)
    let rest = bytes.dropFirst(word.count)
    guard rest.starts(with: "  ".utf8) else { return nil }
    return (word, rest.dropFirst(2))
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
