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
