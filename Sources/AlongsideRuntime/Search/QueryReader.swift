/// Takes folded words apart into terms.
struct QueryReader {
  private var rest: ArraySlice<UInt8>

  private static let quote = UInt8(ascii: "\"")
  private static let minus = UInt8(ascii: "-")
  private static let space = UInt8(ascii: " ")

  init(_ folded: [UInt8]) {
    rest = folded[...]
  }

  /// All that is looked for, each once, in the order typed.
  mutating func terms() -> [(term: SearchTerm, isUnwanted: Bool)] {
    var terms: [(term: SearchTerm, isUnwanted: Bool)] = []
    while let next = next() {
      let isKnown = terms.contains { $0.term == next.term && $0.isUnwanted == next.isUnwanted }
      if !isKnown { terms.append(next) }
    }
    return terms
  }

  private mutating func next() -> (term: SearchTerm, isUnwanted: Bool)? {
    while true {
      rest = rest.drop { $0 == Self.space }
      guard let first = rest.first else { return nil }
      let isUnwanted = first == Self.minus
      if isUnwanted { rest = rest.dropFirst() }
      let isPhrase = rest.first == Self.quote
      let bytes = isPhrase ? phrase() : word()
      if !bytes.isEmpty { return (SearchTerm(bytes: bytes, isPhrase: isPhrase), isUnwanted) }
    }
  }

  /// What stands between quotes; the closing one may be missing.
  private mutating func phrase() -> [UInt8] {
    rest = rest.dropFirst()
    let inside = rest.prefix { $0 != Self.quote }
    rest = rest[inside.endIndex...].dropFirst()
    return Array(Self.trimmed(inside) { $0 == Self.space })
  }

  /// The bytes up to a space or a quote, without the comma or full stop that a sentence leaves.
  private mutating func word() -> [UInt8] {
    let word = rest.prefix { $0 != Self.space && $0 != Self.quote }
    rest = rest[word.endIndex...]
    let bare = Self.trimmed(word) { ",.;:!?".utf8.contains($0) }
    return Array(bare.isEmpty ? word : bare)
  }

  private static func trimmed(
    _ bytes: ArraySlice<UInt8>, where isOuter: (UInt8) -> Bool
  ) -> ArraySlice<UInt8> {
    let start = bytes.drop(while: isOuter)
    guard let last = start.lastIndex(where: { !isOuter($0) }) else { return [] }
    return start[...last]
  }
}
