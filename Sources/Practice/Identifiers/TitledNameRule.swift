/// Finds a title with the name after it: "Dr" or "Sister" and words with a capital letter.
///
/// Weekdays, most months and the words that begin sentences are no names. A title with nothing but
/// initials ("Mr B.") is left alone: somebody has shortened that name already.
struct TitledNameRule: IdentifierRule {
  let kind = IdentifierKind.titleAndName
  let begins: TextPieces.Sort = .word

  func match(at index: Int, in text: TextPieces) -> IdentifierMatch? {
    guard 2...9 ~= text.length(at: index), text.begins(at: index, withOneOf: "mrdpsn"),
      Self.titles.contains(text.written(at: index)),
      !text.isWordOrDigits(at: index - 1)
    else { return nil }
    let isDotted = text.sign(at: index + 1) == "."
    // In "I saw the Dr. Later we talked" the sentence ends at the full stop.
    if isDotted, Self.determiners.contains(text.folded(at: index - 2)) { return nil }
    guard let name = text.afterGap(at: index + (isDotted ? 2 : 1)),
      let end = Self.endOfName(at: name, in: text)
    else { return nil }
    return IdentifierMatch(pieces: index..<end)
  }

  /// The end of up to three names with initials and particles among them, on one line.
  private static func endOfName(at index: Int, in text: TextPieces) -> Int? {
    var next = index
    var end: Int?
    var names = 0
    while names < 3, next < index + 24 {
      var after = next + 1
      if isCapital(next, in: text), !isOrdinary(next, in: text) {
        after = endOfCompound(at: next, in: text)
        if after > next + 1 || characters(at: next, in: text) > 1 {
          names += 1
          end = after
        } else if text.sign(at: after) == "." {
          after += 1
        }
      } else if !particles.contains(text.folded(at: next)) {
        break
      }
      next = text.sort(at: after) == .gap ? after + 1 : after
      guard next > after || text.sign(at: after - 1) == "." else { break }
    }
    return end
  }

  /// The end of names joined by hyphens or apostrophes, such as double-barrelled ones.
  private static func endOfCompound(at index: Int, in text: TextPieces) -> Int {
    var end = index + 1
    while end < index + 9, let sign = text.sign(at: end), sign == "-" || sign == "'",
      isCapital(end + 1, in: text), text.written(at: end + 1) != "S"
    {
      end += 2
    }
    return end
  }

  private static func characters(at index: Int, in text: TextPieces) -> Int {
    text.written(at: index).count
  }

  /// Whether the word begins with a capital, or with a letter of a script that has none.
  private static func isCapital(_ index: Int, in text: TextPieces) -> Bool {
    guard text.isWord(at: index), let first = text.written(at: index).unicodeScalars.first else {
      return false
    }
    if first.isASCII { return ("A"..."Z").contains(first) }
    return first.properties.isUppercase || first.properties.generalCategory == .otherLetter
  }

  private static func isOrdinary(_ index: Int, in text: TextPieces) -> Bool {
    text.length(at: index) <= 12 && ordinary.contains(text.folded(at: index))
  }

  /// As they are written; "sister" and "nurse" in small letters, and "MS", are no titles.
  private static let titles: Set = [
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Doctor", "Prof", "Professor", "Sir", "Dame", "Rev",
    "Revd", "Reverend", "Sister", "Nurse", "MR", "MRS", "MISS", "DR", "PROF", "mr", "mrs", "dr",
    "prof",
  ]

  private static let determiners: Set = ["the", "a", "my", "his", "her", "their", "our", "your"]

  private static let particles: Set = [
    "al", "bin", "da", "de", "del", "den", "der", "di", "el", "la", "le", "ten", "van", "von",
  ]

  private static let ordinary = Set(
    """
    the a an and or but so if of in on at to is was will would has had then this that these those \
    there here it its i we you he she they my your his her our their what when where who why how \
    not no yes after before because later also monday tuesday wednesday thursday friday saturday \
    sunday today tomorrow yesterday january february march july september october november \
    december associate consultant practitioner prescriber specialist team manager led
    """.split(separator: " ").map(String.init))
}
