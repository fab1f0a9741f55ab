/// A word or several that are looked for as a whole, in any case, singular or plural.
struct Phrase: Sendable, Hashable {
  struct Part: Sendable, Hashable {
    /// A folded word, a number or a mark.
    var written: String
    /// Whether a space stands before it.
    var isApart: Bool
  }

  let parts: [Part]

  /// Nil when there is no letter or digit in it.
  init?(_ text: String, fold: @escaping @Sendable (String) -> String) {
    let text = TextPieces(text, fold: fold)
    var parts: [Part] = []
    for index in 0..<text.count where !TextPieces.Sort.space.contains(text.pieces[index].sort) {
      if parts.isEmpty, text.sort(at: index) == .mark { continue }
      let isApart = text.sort(at: index - 1).map(TextPieces.Sort.space.contains) ?? false
      parts.append(Part(written: Self.plain(index, in: text), isApart: isApart))
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// The forms its first word can have in a text.
  var firstForms: Set<String> {
    guard let first = parts.first else { return [] }
    return parts.count == 1 ? Self.forms(of: first.written) : [first.written]
  }

  /// Where the phrase ends that begins there, if it stands there as a whole.
  ///
  /// A hyphen or one line end will do for a space.
  func end(at index: Int, in text: TextPieces) -> Int? {
    guard !text.isWordOrDigits(at: index - 1) else { return nil }
    var next = index
    for (number, part) in parts.enumerated() {
      if part.isApart, number > 0 {
        guard let after = text.afterGap(at: next, also: ["-"]) else { return nil }
        next = after
      }
      guard next < text.count else { return nil }
      let written = Self.plain(next, in: text)
      let isSame = written == part.written
      let isLast = number == parts.count - 1
      guard isSame || isLast && Self.forms(of: part.written).contains(written) else { return nil }
      next += 1
    }
    return text.isWordOrDigits(at: next - 1) && text.isWordOrDigits(at: next) ? nil : next
  }

  /// The piece as it is compared; dashes and apostrophes of all kinds are one.
  private static func plain(_ index: Int, in text: TextPieces) -> String {
    if let sign = text.sign(at: index), sign == "-" || sign == "'" { return String(sign) }
    return text.plain(at: index)
  }

  /// The word with and without the endings of an English plural, where it is ASCII letters.
  private static func forms(of word: String) -> Set<String> {
    let letters = Array(word.utf8)
    guard letters.allSatisfy({ 0x61...0x7A ~= $0 }) else { return [word] }
    var forms: Set = [word, word + "s", word + "es"]
    if letters.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") {
      forms.insert(String(word.dropLast()))
      if word.hasSuffix("es"), letters.count > 4 { forms.insert(String(word.dropLast(2))) }
      if word.hasSuffix("ies") { forms.insert(word.dropLast(3) + "y") }
    }
    if letters.count > 2, word.hasSuffix("y") { forms.insert(word.dropLast() + "ies") }
    return forms
  }
}
