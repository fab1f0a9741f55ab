/// Looks for passages that could point to a person.
///
/// It finds fewer than there are and more than matter: a text with no findings is not anonymous,
/// and a finding is a question, never a verdict. It looks at nothing but the text it is given.
package struct IdentifierCheck: Sendable {
  /// The most specific rule first: what one rule has taken, later ones leave alone.
  private let rules: [any IdentifierRule]
  private let fold: @Sendable (String) -> String

  /// - Parameters:
  ///   - today: which dates somebody can have been born on is counted from it.
  ///   - ownWords: words and phrases the person wants to be shown. Capitals and an ASCII plural
  ///     make no difference; only whole words count. Those without a letter or digit are skipped.
  ///   - fold: makes words beyond ASCII the same that differ by capitals and accents alone.
  package init(
    today: Day, ownWords: [String], fold: @escaping @Sendable (String) -> String
  ) {
    self.fold = fold
    rules = [
      EmailRule(), HealthNumberRule(kind: .nhsNumber), HealthNumberRule(kind: .chiNumber),
      NationalInsuranceRule(), BirthDateRule(today: today), PhoneRule(), PostcodeRule(),
      TitledNameRule(), OwnWordsRule(ownWords, fold: fold), OffenceRule(),
    ]
  }

  /// The passages found, in the order of the text; none overlaps another.
  ///
  /// Takes time in proportion to the text. Any text will do.
  package func findings(in text: String) -> [IdentifierFinding] {
    let text = TextPieces(text, fold: fold)
    var isTaken = [Bool](repeating: false, count: text.count)
    var findings: [IdentifierFinding] = []
    for rule in rules {
      let begins = rule.begins
      for index in 0..<text.count where begins.contains(text.pieces[index].sort) {
        guard !isTaken[index], let match = rule.match(at: index, in: text),
          !match.pieces.isEmpty, !isTaken[match.pieces].contains(true)
        else { continue }
        for piece in match.pieces { isTaken[piece] = true }
        findings.append(text.finding(rule.kind, match))
      }
    }
    return findings.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension TextPieces {
  fileprivate func finding(_ kind: IdentifierKind, _ match: IdentifierMatch) -> IdentifierFinding {
    let range = offsets(of: match.pieces)
    return IdentifierFinding(
      kind: kind, passage: String(decoding: bytes[range], as: UTF8.self), range: range,
      note: match.note)
  }
}
