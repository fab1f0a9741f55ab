package import Practice
package import YAML

extension Node {
  /// The text without blanks around it; `nil` if the node is a list, a map or empty.
  package var words: String? {
    guard let scalar, !isEmpty else { return nil }
    let bytes = scalar.text.utf8
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return String(scalar.text[first...last])
  }

  /// The unquoted number.
  var number: Double? {
    guard let scalar, scalar.isPlain else { return nil }
    return Numerals.number(scalar.text)
  }

  /// The unquoted whole number.
  var whole: Int? {
    guard let scalar, scalar.isPlain else { return nil }
    return Numerals.whole(scalar.text)
  }

  /// The words of a list, or a single text as a list of one.
  package var wordList: [String] {
    items?.compactMap(\.words) ?? [words].compactMap(\.self)
  }

  /// The kind of node in a few words.
  var shapeName: String {
    switch kind {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

extension String {
  /// The words with a capital first letter.
  package var beginningSentence: String { prefix(1).uppercased() + dropFirst() }
}

extension Nearest {
  /// Returns the nearest known word to `typed`, which may be far too long to be a slip.
  package static func near(_ typed: String, among known: some Sequence<String>) -> String? {
    guard typed.utf8.count <= 80 else { return nil }
    return word(to: typed, among: known)
  }

  /// Returns the nearest known word as a question to add to a message.
  package static func question(_ typed: String, among known: some Sequence<String>) -> Hint? {
    near(typed, among: known).map { "Did you mean \"\($0)\"?" }
  }
}

/// Reads and writes numbers as files have them: plain decimal digits only.
enum Numerals {
  /// Reads `-3`, `0` or `12`; returns `nil` for anything else.
  static func whole(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard 1...10 ~= digits.count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// Reads `-3`, `0.5` or `12`; returns `nil` for anything else.
  static func number(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, text.utf8.count <= 18 else { return nil }
    let whole = first.utf8.first == UInt8(ascii: "-") ? first.dropFirst() : first
    let digits = [whole] + parts.dropFirst()
    guard digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39) ~= $0 } }) else {
      return nil
    }
    return Double(text)
  }

  /// Returns the number as text, without a point if it is whole.
  static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
