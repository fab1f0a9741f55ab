package import Practice
package import YAML

extension Node {
  /// The text without blanks around it; nil for a list, a map, or nothing at all.
  package var words: String? {
    guard let scalar, !isEmpty else { return nil }
    let bytes = scalar.text.utf8
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
    guard let first = bytes.firstIndex(where: { !isBlank($0) }),
      let last = bytes.lastIndex(where: { !isBlank($0) })
    else { return nil }
    return String(scalar.text[first...last])
  }

  /// The number written without quotes.
  var number: Double? {
    guard let scalar, scalar.isPlain else { return nil }
    return Numerals.number(scalar.text)
  }

  /// The whole number written without quotes.
  var whole: Int? {
    guard let scalar, scalar.isPlain else { return nil }
    return Numerals.whole(scalar.text)
  }

  /// The words of a list, or of one text that stands for a list of one.
  package var wordList: [String] {
    items?.compactMap(\.words) ?? [words].compactMap(\.self)
  }

  /// What this is, in a few words.
  var shapeName: String {
    switch kind {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

extension String {
  /// The words with a capital at their beginning.
  package var beginningSentence: String { prefix(1).uppercased() + dropFirst() }
}

extension Nearest {
  /// The nearest known word, for something typed that may be far too long to be a slip.
  package static func near(_ typed: String, among known: some Sequence<String>) -> String? {
    guard typed.utf8.count <= 80 else { return nil }
    return word(to: typed, among: known)
  }

  /// The same as a question to add to a message.
  package static func question(_ typed: String, among known: some Sequence<String>) -> Hint? {
    near(typed, among: known).map { "Did you mean \"\($0)\"?" }
  }
}

/// Numbers as files may write them: plain decimal digits and nothing clever.
enum Numerals {
  /// `-3`, `0`, `12`; nil for anything else.
  static func whole(_ text: String) -> Int? {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard 1...10 ~= digits.count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// `-3`, `0.5`, `12`; nil for anything else.
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

  /// Without a point where it is whole.
  static func text(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? String(number)
  }
}
