import PackFormat

/// What people are not asked or told here, known by its words.
///
/// Only words that are sure are in the table: a rule that is often wrong is not heeded when it is right. To add
/// one, add its phrase, its code and what to write instead; `Phrase` says how phrases are written. A
/// sentence with "not", "no" or "never" before the phrase says the opposite: "Your manager does not read this."
struct HouseRule: Sendable {
  /// A place of a text that a rule is about.
  struct Breach {
    let code: FindingCode
    /// The words of the text.
    let words: String
    /// What to do instead, as a sentence.
    let instead: String
  }

  let code: FindingCode
  /// What to do instead, as a sentence.
  let instead: String

  private static let book = PhraseBook(
    (identifiers + readers + blame + counting + anonymity + pressing).map { line in
      (line.phrase, HouseRule(code: line.code, instead: line.instead))
    })

  private static let exceptions = PhraseBook(permitted.map { ($0, ()) })

  /// What a text has of the table, each code once.
  ///
  /// - Parameter isShared: whether others may read what is answered, as in a meeting.
  static func breaches(in text: Wording, isShared: Bool = false) -> [Breach] {
    let found = book.found(in: text)
    guard !found.isEmpty else { return [] }
    let allowed = exceptions.found(in: text).map(\.words)
    var seen: Set<FindingCode> = isShared ? [.readByOthers] : []
    return found.compactMap { place in
      let rule = place.meaning
      guard !allowed.contains(where: place.words.overlaps),
        !isTakenBack(place.words, in: text, rule.code), seen.insert(rule.code).inserted
      else { return nil }
      let words = text.words[place.words].joined(separator: " ")
      return Breach(code: rule.code, words: words, instead: rule.instead)
    }
  }

  private static let turns: Set = [
    "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot",
    "leave", "avoid",
  ]

  /// Words that turn round who reads it: "If you want, your manager reads it" leaves the choice, and
  /// "Did your manager read it?" asks of something else.
  private static let choices: Set = [
    "if", "unless", "who", "when", "did", "does", "do", "has", "have", "would", "could", "should",
  ]

  /// Whether the sentence says that it is not so.
  ///
  /// Of names and of "anonymous" it may say so afterwards too: "Full names do not belong here."
  private static func isTakenBack(
    _ place: Range<Int>, in text: Wording, _ code: FindingCode
  ) -> Bool {
    let sentence = text.sentences[place.lowerBound]
    let isAnywhere = code == .asksIdentifiers || code == .saysAnonymous
    let around = text.words.indices.filter { index in
      text.sentences[index] == sentence && !place.contains(index)
        && (isAnywhere || index < place.lowerBound)
    }.map { text.words[$0] }
    let staysOut =
      around.contains("out") && around.contains { ["keep", "stay", "stays"].contains($0) }
    return isAnywhere && staysOut
      || around.contains { word in
        turns.contains(word) || word.hasSuffix("n't")
          || code == .readByOthers && choices.contains(word)
      }
  }
}

extension HouseRule.Breach {
  /// What is wrong, as a sentence.
  var sentence: String {
    switch code {
    case .asksIdentifiers: "\"\(words)\" asks for what could point to somebody."
    case .readByOthers: "\"\(words)\" says that others get to read this. Nobody does."
    case .blames: "\"\(words)\" can sound like blame."
    case .scores: "\"\(words)\" makes a score, or counts somebody's days."
    case .saysAnonymous: "\"\(words)\" promises too much: a story alone can point to a person."
    default: "\"\(words)\" presses, and every question here can be skipped."
    }
  }
}
