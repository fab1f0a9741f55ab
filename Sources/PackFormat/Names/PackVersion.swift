/// Three whole numbers, which can be tested against the ranges that `needs` asks for.
///
/// A range is words separated by blanks, all of which must hold: `>=1.0`, `<2.0`, `=1.4.2`, `^1.2`
/// (the same first number), `~1.2` (the same first two), `1.2` alone as `>=1.2`, and `*`.
package struct PackVersion: Sendable, Hashable, Comparable {
  private let numbers: [Int]

  /// Reads one, two or three numbers with dots, and ignores what follows a hyphen or plus.
  package init?(_ text: some StringProtocol) {
    let core = text.prefix { $0 != "-" && $0 != "+" }
    let parts = core.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Numerals.whole(String($0)) }
    guard 1...3 ~= parts.count, numbers.count == parts.count, numbers.allSatisfy({ $0 >= 0 })
    else { return nil }
    self.numbers = numbers + [Int](repeating: 0, count: 3 - numbers.count)
  }

  private init(_ numbers: [Int]) { self.numbers = numbers }

  package static func < (a: Self, b: Self) -> Bool {
    a.numbers.lexicographicallyPrecedes(b.numbers)
  }

  /// Whether this version is within a range; `nil` if the range could not be read.
  package func isWithin(_ range: String) -> Bool? {
    let words = range.split(separator: " ")
    guard !words.isEmpty else { return nil }
    var isWithin = true
    for word in words {
      guard let holds = holds(word) else { return nil }
      isWithin = isWithin && holds
    }
    return isWithin
  }

  private func holds(_ word: Substring) -> Bool? {
    if word == "*" { return true }
    let signs = word.prefix { "<>=^~".contains($0) }
    guard let bound = PackVersion(word.dropFirst(signs.count)) else { return nil }
    switch signs {
    case "", ">=": return self >= bound
    case ">": return self > bound
    case "<=": return self <= bound
    case "<": return self < bound
    case "=", "==": return self == bound
    case "^": return self >= bound && self < bound.next(at: bound.numbers[0] == 0 ? 1 : 0)
    case "~": return self >= bound && self < bound.next(at: 1)
    default: return nil
    }
  }

  /// Returns the first version whose number at this place is larger by one.
  private func next(at place: Int) -> PackVersion {
    PackVersion(numbers.enumerated().map { $0 < place ? $1 : ($0 == place ? $1 + 1 : 0) })
  }
}
