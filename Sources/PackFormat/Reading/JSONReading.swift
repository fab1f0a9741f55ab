import Codec
package import YAML

/// The nodes of a JSON text, as YAML with the same content gives them, and every problem in it.
///
/// For what programs send and people do not write, such as the steps of a form. Strict: one value,
/// UTF-8, no key twice, no unseen characters, at most 1 MiB and 64 levels. A text is a scalar in
/// quotes; a number, `true`, `false` and `null` are scalars without. No bytes make it crash.
///
/// ```swift
/// let reading = JSONReading(Array(#"[{"id": "hope", "ask": "Where was hope?"}]"#.utf8))
/// let question = reading.root?.items?.first?["ask"]?.scalar?.text  // "Where was hope?"
/// ```
package struct JSONReading: Sendable {
  /// The most bytes that one text may have.
  package static let sizeLimit = 1 << 20
  /// The most levels of nested maps and lists.
  package static let depthLimit = 64

  /// The value; `nil` if it could not be read to its end.
  package private(set) var root: Node?
  /// The problems in the order of the text; empty if and only if it is sound.
  package private(set) var problems: [YAMLProblem]

  /// Reads a text.
  package init(_ bytes: [UInt8]) {
    let scan = SourceScan(bytes, limit: Self.sizeLimit)
    problems = scan.problems
    guard !scan.mustStop else { return }
    bytes.withUnsafeBytes { text in
      var nodes = JSONNodes(text)
      do throws(YAMLProblem) { root = try nodes.whole() } catch { problems.append(error) }
      problems += nodes.problems
    }
    problems.sort { $0.mark < $1.mark }
  }
}

/// Builds nodes in one pass over a text.
private struct JSONNodes {
  /// The problems that did not end the reading.
  private(set) var problems: [YAMLProblem] = []

  private let text: UnsafeRawBufferPointer
  private var cursor: JSONCursor
  private var depth = 0
  /// The index up to which `mark` has been counted.
  private var counted = 0
  private var mark = Mark.start

  init(_ text: UnsafeRawBufferPointer) {
    self.text = text
    cursor = JSONCursor(text)
  }

  /// Returns the one value of the text.
  mutating func whole() throws(YAMLProblem) -> Node {
    cursor.skipSpace()
    guard cursor.byte != nil else {
      throw YAMLProblem(.empty, at: .start, "There is nothing in this text.")
    }
    let root = try node()
    cursor.skipSpace()
    guard cursor.byte == nil else { throw syntax("More follows after the end.") }
    return root
  }

  private mutating func node() throws(YAMLProblem) -> Node {
    cursor.skipSpace()
    let mark = mark(at: cursor.at)
    switch cursor.byte {
    case UInt8(ascii: "{"): return Node(.mapping(try pairs(from: mark)), at: mark)
    case UInt8(ascii: "["): return Node(.sequence(try items(from: mark)), at: mark)
    case UInt8(ascii: "\""): return Node(.scalar(.init(try string(), isPlain: false)), at: mark)
    default: return Node(.scalar(.init(try literal(), isPlain: true)), at: mark)
    }
  }

  private mutating func items(from mark: Mark) throws(YAMLProblem) -> [Node] {
    var items: [Node] = []
    try open(mark)
    while try !isAtEnd(UInt8(ascii: "]"), isFirst: items.isEmpty, from: mark) {
      items.append(try node())
    }
    return items
  }

  /// Returns the keys with their values; drops the second value of a duplicate key.
  private mutating func pairs(from mark: Mark) throws(YAMLProblem) -> [Node.Pair] {
    var pairs: [Node.Pair] = []
    var lines: [String: Int] = [:]
    try open(mark)
    while try !isAtEnd(UInt8(ascii: "}"), isFirst: lines.isEmpty, from: mark) {
      cursor.skipSpace()
      let keyMark = self.mark(at: cursor.at)
      guard cursor.byte == UInt8(ascii: "\"") else {
        throw syntax("A key in double quotes belongs here.")
      }
      let key = try string()
      cursor.skipSpace()
      guard cursor.byte == UInt8(ascii: ":") else {
        throw syntax("A colon belongs here, between a key and its value.")
      }
      cursor.advance()
      let value = try node()
      if let line = lines[key] {
        problems.append(.duplicateKey("\"\(key)\"", first: line, at: keyMark))
      } else {
        lines[key] = keyMark.line
        pairs.append(.init(key: key, keyMark: keyMark, value: value))
      }
    }
    return pairs
  }

  private mutating func open(_ mark: Mark) throws(YAMLProblem) {
    depth += 1
    guard depth <= JSONReading.depthLimit else {
      throw .tooDeep(JSONReading.depthLimit, at: mark)
    }
    cursor.advance()
  }

  /// Whether a map or list ends here; skips its bracket, or the comma before the next part.
  private mutating func isAtEnd(
    _ close: UInt8, isFirst: Bool, from mark: Mark
  ) throws(YAMLProblem) -> Bool {
    cursor.skipSpace()
    switch cursor.byte {
    case close:
      depth -= 1
      cursor.advance()
      return true
    case UInt8(ascii: ",") where !isFirst: cursor.advance()
    case nil:
      throw YAMLProblem(.unclosedBracket, at: mark, "The bracket that opens here is never closed.")
    default: if !isFirst { throw syntax("A comma or a closing bracket belongs here.") }
    }
    return false
  }

  private mutating func string() throws(YAMLProblem) -> String {
    let start = mark(at: cursor.at)
    let unclosed = YAMLProblem(
      .unclosedQuote, at: start, "The quotes that open here are not closed on this line.")
    guard let passed = try? cursor.passString(inOneLine: true) else { throw unclosed }
    let inside = UnsafeRawBufferPointer(rebasing: text[passed.inside])
    guard !inside.contains(where: { $0 < 0x20 }) else {
      throw YAMLProblem(
        .escape, at: start, "There is a tab or line end inside these quotes.",
        hint: "Write it as \\t or \\n.")
    }
    guard let words = JSONCursor.unescaped(inside) else {
      throw YAMLProblem(.escape, at: start, "There is an escape here that JSON does not have.")
    }
    // Unescaped characters have been checked in the bytes.
    if !passed.isPlain, let (kind, scalar) = UnseenCharacter.first(in: words) {
      problems.append(kind.problem(scalar, at: start))
    }
    return words
  }

  /// Returns a number, `true`, `false` or `null`, as written.
  private mutating func literal() throws(YAMLProblem) -> String {
    let start = cursor.at
    var words: [UInt8] = []
    while let byte = cursor.byte, !Self.ends(byte) {
      words.append(byte)
      cursor.advance()
    }
    let text = String(decoding: words, as: UTF8.self)
    guard ["true", "false", "null"].contains(text) || Self.isNumber(words) else {
      throw YAMLProblem(
        .syntax, at: mark(at: start),
        "A value belongs here: a text in double quotes, a number, true, false, null, a list or a map."
      )
    }
    return text
  }

  private static func ends(_ byte: UInt8) -> Bool {
    JSONCursor.isSpace(byte) || ",:]}[{\"".utf8.contains(byte)
  }

  /// Whether the words are digits without a leading zero; sign, fraction and exponent may occur.
  private static func isNumber(_ words: [UInt8]) -> Bool {
    func isDigits(_ digits: some Collection<UInt8>) -> Bool {
      !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
    let unsigned = words.first == UInt8(ascii: "-") ? words.dropFirst() : words[...]
    let parts = unsigned.split(omittingEmptySubsequences: false) { $0 | 0x20 == UInt8(ascii: "e") }
    let numbers = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, numbers.count <= 2, numbers.allSatisfy(isDigits),
      numbers[0].count == 1 || numbers[0].first != UInt8(ascii: "0")
    else { return false }
    guard parts.count == 2 else { return true }
    let isSigned = parts[1].first == UInt8(ascii: "-") || parts[1].first == UInt8(ascii: "+")
    return isDigits(isSigned ? parts[1].dropFirst() : parts[1])
  }

  private mutating func syntax(_ message: String) -> YAMLProblem {
    YAMLProblem(.syntax, at: mark(at: cursor.at), message)
  }

  /// Returns the place of a byte, which must not precede the last one asked for.
  private mutating func mark(at index: Int) -> Mark {
    while counted < index {
      let byte = text[counted]
      if byte == 0x0A || (byte == 0x0D && (counted + 1 == text.count || text[counted + 1] != 0x0A))
      {
        mark = Mark(line: mark.line + 1, column: 1)
      } else if byte & 0xC0 != 0x80 {
        mark.column += 1
      }
      counted += 1
    }
    return mark
  }
}
