/// Finds words about offences.
///
/// The list is short on purpose: each word on it is seldom used for anything else, and a longer
/// list would stop people at every other line. Where a word has an everyday meaning as well, the
/// note says so.
struct OffenceRule: IdentifierRule {
  let kind = IdentifierKind.offence
  let begins: TextPieces.Sort = .word

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    guard 4...12 ~= text.length(at: index), text.begins(at: index, withOneOf: "abcjmoprst"),
      !text.isWordOrDigits(at: index - 1),
      !text.isWordOrDigits(at: index + 1)
    else { return nil }
    let word = text.folded(at: index)
    guard let note = Self.words[word], !isEveryday(word, at: index, in: text) else { return nil }
    return IdentifierMatch(pieces: index..<index + 1, note: note)
  }

  /// "No offence", "cardiac arrest", "assault course", "bail out".
  private func isEveryday(_ word: String, at index: Int, in text: TextPieces) -> Bool {
    let before = text.folded(at: index - 2)
    switch word {
    case "offence":
      return ["no", "take", "took", "taken", "taking", "mean", "meant"].contains(before)
    case "arrest": return ["cardiac", "respiratory"].contains(before)
    case "bail": return text.folded(at: index + 2) == "out"
    case "assault": return text.folded(at: index + 2) == "course"
    default: return false
    }
  }

  /// Each word with its note on what else it can mean.
  private static let words: [String: String?] = {
    let plain = [
      "arrest", "arrested", "arrests", "assault", "assaulted", "assaults", "bail", "burglary",
      "burglaries", "convict", "convicted", "jail", "jailed", "manslaughter", "murder",
      "murdered", "offence", "offences", "offender", "offenders", "parole", "prison", "prisoner",
      "prisoners", "prisons", "rape", "raped", "reoffend", "reoffended", "reoffending", "robbery",
      "robberies", "shoplifting", "theft", "thefts",
    ]
    var words = [String: String?](uniqueKeysWithValues: plain.map { ($0, nil) })
    words["conviction"] = "A conviction can also be something somebody believes."
    words["convictions"] = "Convictions can also be what somebody believes."
    words["criminal"] = "The word is also used of things that are merely a pity."
    words["probation"] = "Probation can also be the first months in a job."
    words["sentenced"] = "A sentence can also be one of words."
    return words
  }()
}
