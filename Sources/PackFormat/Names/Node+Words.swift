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
