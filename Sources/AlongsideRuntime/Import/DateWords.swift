internal import Practice

/// A date as people and programs write it: a day, perhaps a time, perhaps an offset.
///
/// `2026-01-02`, `2026-01-02 10:00`, `2026-01-02T10:00:30.5Z`, `2026-01-02 3:04 pm`,
/// `2026-01-02 10:00:00 +0100`; `/` may stand for `-` in the day.
struct DateWords {
  let day: Day
  /// Milliseconds of the day; nil without a time.
  let millisecond: Int?
  /// Seconds ahead of UTC; nil where it is not said.
  let offset: Int?

  /// Nil for anything else, a day that there never was included.
  init?(_ text: some StringProtocol) {
    var rest = DateBytes(text)
    guard let shape = rest.day(), let day = Day(year: shape.0, month: shape.1, day: shape.2)
    else { return nil }
    self.day = day
    guard !rest.isAtEnd else {
      (millisecond, offset) = (nil, nil)
      return
    }
    guard rest.take("T") || rest.take("t") || rest.spaces(), let time = rest.time() else {
      return nil
    }
    millisecond = time
    _ = rest.spaces()
    offset = rest.isAtEnd ? nil : rest.offset()
    guard rest.isAtEnd else { return nil }
  }

  /// True when it begins as a date does, whether or not there is such a day.
  static func begins(_ text: some StringProtocol) -> Bool {
    var rest = DateBytes(text)
    return rest.day() != nil
  }
}

/// Takes a date apart, byte by byte.
private struct DateBytes {
  private var rest: Substring.UTF8View

  init(_ text: some StringProtocol) { rest = Substring(text).utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ sign: Unicode.Scalar) -> Bool {
    guard let first = rest.first, UInt32(first) == sign.value else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func spaces() -> Bool {
    let count = rest.prefix { $0 == 0x20 }.count
    rest = rest.dropFirst(count)
    return count > 0
  }

  mutating func number(_ counts: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(counts.upperBound).prefix { 0x30...0x39 ~= $0 }
    guard counts ~= digits.count else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func day() -> (Int, Int, Int)? {
    guard let year = number(4...4) else { return nil }
    let sign: Unicode.Scalar = rest.first == 0x2F ? "/" : "-"
    guard take(sign), let month = number(1...2), take(sign), let day = number(1...2) else {
      return nil
    }
    return (year, month, day)
  }

  mutating func time() -> Int? {
    guard var hour = number(1...2), take(":"), let minute = number(2...2), minute < 60 else {
      return nil
    }
    var second = 0
    var fraction = 0
    if take(":") {
      guard let value = number(2...2), value < 60 else { return nil }
      second = value
      if take(".") {
        guard let value = thousandths() else { return nil }
        fraction = value
      }
    }
    if let half = half() {
      guard 1...12 ~= hour else { return nil }
      hour = hour % 12 + half
    }
    guard hour < 24 else { return nil }
    return ((hour * 60 + minute) * 60 + second) * 1000 + fraction
  }

  private mutating func thousandths() -> Int? {
    let digits = rest.prefix { 0x30...0x39 ~= $0 }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    let three = Array(digits.prefix(3)) + [UInt8](repeating: 0x30, count: max(0, 3 - digits.count))
    return three.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// 0 for `am`, 12 for `pm`, whatever the case.
  private mutating func half() -> Int? {
    let start = rest
    _ = spaces()
    let two = rest.prefix(2).map { $0 | 0x20 }
    guard two.count == 2, two[1] == UInt8(ascii: "m"),
      two[0] == UInt8(ascii: "a") || two[0] == UInt8(ascii: "p")
    else {
      rest = start
      return nil
    }
    rest = rest.dropFirst(2)
    return two[0] == UInt8(ascii: "p") ? 12 : 0
  }

  mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    if rest.elementsEqual("UTC".utf8) {
      rest = rest.dropFirst(3)
      return 0
    }
    let isAhead = take("+")
    guard isAhead || take("-"), let hour = number(2...2), hour < 24 else { return nil }
    _ = take(":")
    guard let minute = number(2...2), minute < 60 else { return nil }
    return (isAhead ? 1 : -1) * (hour * 60 + minute) * 60
  }
}
