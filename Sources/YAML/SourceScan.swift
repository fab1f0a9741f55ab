/// The first look at a file's bytes, before any parsing: encoding, size, unseen characters.
package struct SourceScan {
  /// At most this many bytes are read as one file, unless a caller says otherwise.
  package static let limit = 256 * 1024
  /// After so many unseen characters the rest go unreported.
  private static let enough = 20

  /// What is wrong, in the order of the bytes.
  package private(set) var problems: [YAMLProblem] = []
  /// True when parsing on would only mislead.
  package private(set) var mustStop = false

  private let bytes: [UInt8]
  private var index = 0
  private var mark = Mark.start
  private var before: Unicode.Scalar?

  /// Looks at all the bytes, unless there are more than `limit`.
  package init(_ bytes: [UInt8], limit: Int = limit) {
    self.bytes = bytes
    if let problem = Self.wholeFileProblem(bytes, limit: limit) {
      stop(problem)
    } else {
      scan()
    }
  }

  private static func wholeFileProblem(_ bytes: [UInt8], limit: Int) -> YAMLProblem? {
    if bytes.count > limit {
      return YAMLProblem(
        .tooLarge, at: .start,
        "This file has \(bytes.count) bytes; at most \(limit) (\(limit >> 10) KiB) are read.",
        hint: "Split it into several files.")
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.prefix(2).contains(0)
    {
      return YAMLProblem(
        .utf16, at: .start, "This file is saved as UTF-16.",
        hint: "Save it again with the encoding UTF-8.")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return YAMLProblem(
        .byteOrderMark, at: .start, "This file begins with a byte-order mark.",
        hint:
          "Save it again as UTF-8 without a byte-order mark (\"UTF-8\", not \"UTF-8 with BOM\").")
    }
    return nil
  }

  private mutating func stop(_ problem: YAMLProblem) {
    problems.append(problem)
    mustStop = true
  }

  private mutating func scan() {
    while index < bytes.count, !mustStop {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F {
        before = Unicode.Scalar(byte)
        index += 1
        mark.column += 1
      } else if byte == 0x0A || byte == 0x0D {
        lineBreak(byte)
      } else {
        unusual()
      }
    }
  }

  private mutating func lineBreak(_ byte: UInt8) {
    index += byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    mark = Mark(line: mark.line + 1, column: 1)
    before = nil
  }

  private mutating func unusual() {
    guard let (scalar, length) = UTF8Step.decode(bytes, at: index) else {
      return stop(
        YAMLProblem(
          .notUTF8, at: mark,
          "The bytes here (byte \(index) of the file) are not UTF-8 text.",
          hint: "Save the file again with the encoding UTF-8."))
    }
    if scalar != "\t", let kind = UnseenCharacter(scalar) {
      note(kind, scalar, after: index + length)
    }
    before = scalar
    index += length
    mark.column += 1
  }

  private mutating func note(_ kind: UnseenCharacter, _ scalar: Unicode.Scalar, after next: Int) {
    if kind == .joiner {
      let following = next < bytes.count ? UTF8Step.decode(bytes, at: next)?.scalar : nil
      if UnseenCharacter.joins(before, following) { return }
    }
    // The parser takes these for line breaks or refuses them, so its places would be wrong.
    mustStop = kind == .control || [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
    if problems.count < Self.enough { problems.append(kind.problem(scalar, at: mark)) }
  }
}
