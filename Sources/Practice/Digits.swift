/// Reads fixed shapes of ASCII digits and signs, byte by byte.
struct Digits {
  private var rest: Substring.UTF8View

  init(_ text: some StringProtocol) {
    self.rest = Substring(text).utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  /// The number that exactly so many digits make; nil, taking nothing, when they are not there.
  mutating func number(of count: Int) -> Int? {
    let head = rest.prefix(count)
    guard head.count == count, let number = Self.number(head) else { return nil }
    rest = rest.dropFirst(count)
    return number
  }

  /// The number that all digits from here on make, from one digit to nine.
  mutating func number() -> (value: Int, count: Int)? {
    let head = rest.prefix { 0x30...0x39 ~= $0 }
    guard 1...9 ~= head.count, let number = Self.number(head) else { return nil }
    rest = rest.dropFirst(head.count)
    return (number, head.count)
  }

  /// Takes the sign if it comes next.
  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == sign.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// The number with zeros before it, as wide as asked.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func number(_ bytes: Substring.UTF8View.SubSequence) -> Int? {
    var number = 0
    for byte in bytes {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    return number
  }
}
