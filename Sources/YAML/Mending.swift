/// Puts lines right whose meaning is certain, to find what else is wrong in the same file.
///
/// Nothing is ever used as it was mended; it only lets one run tell of all mistakes.
struct Mending {
  /// So many bytes are gone through again at most, however many lines there are to mend.
  private static let budget = 16 << 20

  /// The bytes with the lines put right.
  private(set) var bytes: [UInt8]
  /// What was found on the way, the first failure too.
  private(set) var problems: [YAMLProblem] = []
  /// True when nothing stands in the way of reading `bytes` any more.
  private(set) var isSound = false

  init(_ bytes: [UInt8], from first: YAMLProblem) {
    self.bytes = bytes
    problems = [first]
    var mended: Set<Int> = []
    var hasGuess = false
    var search = FailureSearch()
    var next: YAMLProblem? = first
    while let problem = next {
      guard let corrected = problem.corrected else { return }
      guard search.cost < Self.budget else {
        problems[problems.count - 1].hint? += " What comes below was not looked at yet."
        return
      }
      mended.insert(problem.mark.line)
      hasGuess = hasGuess || problem.code == .tabIndent || problem.code == .dashSpace
      replace(problem.mark.line, by: corrected)
      next = search.next(in: self.bytes)
      guard let next else { break }
      // What comes of the mending itself, or of a guess at how lines were meant to stand below each
      // other, is no mistake of the author's.
      guard !mended.contains(next.mark.line), !hasGuess || next.corrected != nil else { return }
      problems.append(next)
    }
    isSound = true
  }

  private mutating func replace(_ line: Int, by corrected: String) {
    bytes.replaceSubrange(SourceLines(bytes).range(of: line), with: corrected.utf8)
  }

  /// The same text as UTF-8 without a byte-order mark; nil where it is no such text.
  static func decoded(_ bytes: [UInt8], for code: YAMLProblem.Code?) -> [UInt8]? {
    if code == .byteOrderMark { return Array(bytes.dropFirst(3)) }
    guard code == .utf16, bytes.count % 2 == 0, bytes.count <= 2 * SourceScan.limit else {
      return nil
    }
    let isLittle = bytes.starts(with: [0xFF, 0xFE]) || (bytes.count > 1 && bytes[1] == 0)
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let units = stride(from: hasMark ? 2 : 0, to: bytes.count, by: 2).map { index in
      let (a, b) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? b << 8 | a : a << 8 | b
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }
}
