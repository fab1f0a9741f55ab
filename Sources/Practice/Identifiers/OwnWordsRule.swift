/// Finds the words and phrases of a person's own list.
struct OwnWordsRule: IdentifierRule {
  let kind = IdentifierKind.ownWord
  let begins: TextPieces.Sort = .wordOrDigits

  /// By every form their first word can have; the longest first.
  private let phrases: [String: [Phrase]]

  /// Whether a phrase begins with such a byte, so that most words are passed over at a glance.
  private let isFirst: [Bool]

  init(_ words: [String], fold: @escaping @Sendable (String) -> String) {
    var phrases: [String: [Phrase]] = [:]
    for phrase in Set(words.compactMap { Phrase($0, fold: fold) }) {
      for form in phrase.firstForms { phrases[form, default: []].append(phrase) }
    }
    var isFirst = [Bool](repeating: false, count: 256)
    for byte in phrases.keys.compactMap(\.utf8.first) {
      isFirst[Int(byte)] = true
      // The same letter can be written as an ASCII one with a mark after it.
      if byte >= 0x80 { isFirst = [Bool](repeating: true, count: 256) }
      if 0x61...0x7A ~= byte { isFirst[Int(byte & 0xDF)] = true }
    }
    // A capital beyond ASCII can have a small letter that begins with another byte.
    if !phrases.isEmpty { for byte in 0x80...0xFF { isFirst[byte] = true } }
    self.isFirst = isFirst
    self.phrases = phrases.mapValues { $0.sorted { $0.parts.count > $1.parts.count } }
  }

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    guard isFirst[Int(text.bytes[text.pieces[index].start])],
      let candidates = phrases[text.plain(at: index)]
    else { return nil }
    for phrase in candidates {
      if let end = phrase.end(at: index, in: text) {
        return IdentifierMatch(pieces: index..<end)
      }
    }
    return nil
  }
}
