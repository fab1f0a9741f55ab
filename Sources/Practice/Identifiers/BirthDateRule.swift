/// Finds dates that somebody could have been born on.
///
/// A date beside a word such as "born" counts whenever it is not in the future, even without its
/// year. Others count only with their year, and when they lie 3 to 120 years back: nearer dates
/// are those of meetings.
struct BirthDateRule: IdentifierRule {
  let kind = IdentifierKind.dateOfBirth
  let begins: TextPieces.Sort = .digits
  let today: Day

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    guard let date = WrittenDate(at: index, in: text), let years = years(since: date) else {
      return nil
    }
    if Self.hasCue(beside: date.pieces, in: text) {
      return 0...130 ~= years ? IdentifierMatch(pieces: date.pieces) : nil
    }
    guard date.isPlain, 3...120 ~= years else { return nil }
    return IdentifierMatch(
      pieces: date.pieces,
      note: "No word such as \"born\" stands beside it, so it may be the date of something else.")
  }

  /// How many whole years ago it was, below zero in the future; nil when there is no such day.
  ///
  /// Without a year it is 0.
  private func years(since date: WrittenDate) -> Int? {
    let year: Int
    switch date.year {
    case .none: return Day(year: 2000, month: date.month, day: date.day).map { _ in 0 }
    case .full(let full): year = full
    case .short(let short):
      let near = today.year / 100 * 100 + short
      let isAhead = (near, date.month, date.day) > (today.year, today.month, today.day)
      year = isAhead ? near - 100 : near
    }
    guard let day = Day(year: year, month: date.month, day: date.day) else { return nil }
    let isBeforeAnniversary = (today.month, today.day) < (day.month, day.day)
    return today.year - day.year - (isBeforeAnniversary ? 1 : 0)
  }

  /// Whether a word about birth stands in the same sentence, a little before or after.
  private static func hasCue(beside date: Range<Int>, in text: TextPieces) -> Bool {
    var index = date.lowerBound - 1
    while index >= date.lowerBound - 20, index >= 0, !isEnd(index, in: text) {
      // A year further back belongs to another date, which has the word for itself.
      if text.digits(at: index).count == 4 { break }
      if isCue(index, in: text) { return true }
      index -= 1
    }
    index = date.upperBound
    while index < date.upperBound + 16, index < text.count, !isEnd(index, in: text) {
      if text.isDigits(at: index) { break }
      if isCue(index, in: text) { return true }
      index += 1
    }
    return false
  }

  private static func isCue(_ index: Int, in text: TextPieces) -> Bool {
    let word = text.folded(at: index)
    if word == "b" { return text.folded(at: index - 2) == "o" && text.folded(at: index - 4) == "d" }
    return cues.contains(word)
  }

  private static let cues: Set = ["born", "dob", "birth", "birthday", "birthdate", "birthdays"]

  /// Whether a sentence or paragraph ends there; the full stop of an initial ends none.
  private static func isEnd(_ index: Int, in text: TextPieces) -> Bool {
    if text.sort(at: index) == .lineEnd { return text.sort(at: index - 1) == .lineEnd }
    guard let sign = text.sign(at: index), [".", "!", "?"].contains(sign) else { return false }
    let isSpaceNext = text.sort(at: index + 1).map(TextPieces.Sort.space.contains) ?? true
    return isSpaceNext && !(text.isWord(at: index - 1) && text.length(at: index - 1) == 1)
  }
}
