/// A day as somebody wrote it, in figures or with the name of a month.
struct WrittenDate: Sendable, Hashable {
  /// A year of four digits, of two (87), or none.
  enum Year: Sendable, Hashable {
    case full(Int)
    case short(Int)
    case none
  }

  var pieces: Range<Int>
  var year: Year
  var month: Int
  var day: Int
  /// Whether it is a date beyond doubt; 3.4.87 could be a version, and "3 April" lacks its year.
  var isPlain: Bool

  /// The date whose day stands there, or whose year does when it comes first.
  init?(at index: Int, in text: TextPieces) {
    guard
      let date = Self.figures(at: index, in: text) ?? Self.dayAndMonth(at: index, in: text)
        ?? Self.monthAndDay(at: index, in: text)
    else { return nil }
    self = date
  }

  private init(_ pieces: Range<Int>, _ year: Year, _ month: Int, _ day: Int, isPlain: Bool) {
    self.pieces = pieces
    self.year = year
    self.month = month
    self.day = day
    self.isPlain = isPlain
  }

  /// 03/04/1987, 3.4.87, 1987-04-03, 03 04 1987; the month comes first where only that can be.
  private static func figures(at index: Int, in text: TextPieces) -> WrittenDate? {
    guard let sign = separator(at: index + 1, in: text),
      separator(at: index + 3, in: text) == sign,
      let first = text.number(at: index), let last = text.number(at: index + 4),
      var month = text.number(at: index + 2), text.length(at: index + 2) <= 2,
      text.isLoose(before: index), text.isLoose(after: index + 5)
    else { return nil }
    let pieces = index..<index + 5
    let lengths = (text.length(at: index), text.length(at: index + 4))
    if lengths.0 == 4, lengths.1 <= 2 {
      return WrittenDate(pieces, .full(first), month, last, isPlain: sign != " ")
    }
    guard lengths.0 <= 2, lengths.1 == 4 || lengths.1 == 2 else { return nil }
    var day = first
    if month > 12 { (day, month) = (month, day) }
    if lengths.1 == 4 {
      return WrittenDate(pieces, .full(last), month, day, isPlain: sign != " ")
    }
    let isPlain = sign == "/" && lengths.0 == 2 && text.length(at: index + 2) == 2
    return WrittenDate(pieces, .short(last), month, day, isPlain: isPlain)
  }

  private static func separator(at index: Int, in text: TextPieces) -> Unicode.Scalar? {
    if text.sort(at: index) == .gap { return " " }
    return text.sign(at: index).flatMap { $0 == "/" || $0 == "-" || $0 == "." ? $0 : nil }
  }

  /// 3 April 1987, 3rd of April, 1987, 3-Apr-87, 3 April.
  private static func dayAndMonth(at index: Int, in text: TextPieces) -> WrittenDate? {
    guard text.length(at: index) <= 2, let day = text.number(at: index),
      text.isLoose(before: index)
    else { return nil }
    var next = afterSigns(afterOrdinal(index + 1, in: text), in: text)
    if text.folded(at: next) == "of" { next = afterSigns(next + 1, in: text) }
    guard let month = month(at: next, in: text) else { return nil }
    return dated(index..<next + 1, month, day, in: text)
  }

  /// April 3, 1987; April 3rd.
  private static func monthAndDay(at index: Int, in text: TextPieces) -> WrittenDate? {
    guard text.length(at: index) <= 2, let day = text.number(at: index) else { return nil }
    var name = index - 1
    while name > index - 3, text.sort(at: name) == .gap || text.sign(at: name) == "." { name -= 1 }
    guard name < index - 1, let month = month(at: name, in: text) else { return nil }
    return dated(name..<afterOrdinal(index + 1, in: text), month, day, in: text)
  }

  /// The day and month with the year that may follow.
  private static func dated(
    _ pieces: Range<Int>, _ month: Int, _ day: Int, in text: TextPieces
  ) -> WrittenDate? {
    var next = afterSigns(pieces.upperBound, in: text)
    let isShortened = text.sign(at: next) == "'"
    if isShortened { next += 1 }
    if next > pieces.upperBound, let year = text.number(at: next), text.isLoose(after: next + 1) {
      let whole = pieces.lowerBound..<next + 1
      switch text.length(at: next) {
      case 4: return WrittenDate(whole, .full(year), month, day, isPlain: true)
      case 2: return WrittenDate(whole, .short(year), month, day, isPlain: isShortened)
      default: break
      }
    }
    guard !text.isWordOrDigits(at: pieces.upperBound) else { return nil }
    return WrittenDate(pieces, .none, month, day, isPlain: false)
  }

  private static func afterOrdinal(_ index: Int, in text: TextPieces) -> Int {
    guard text.isWord(at: index), text.length(at: index) == 2 else { return index }
    return ["st", "nd", "rd", "th"].contains(text.folded(at: index)) ? index + 1 : index
  }

  private static func afterSigns(_ index: Int, in text: TextPieces) -> Int {
    text.afterGap(at: index, also: [".", ",", "-", "/"]) ?? index
  }

  private static func month(at index: Int, in text: TextPieces) -> Int? {
    guard 3...9 ~= text.length(at: index), text.begins(at: index, withOneOf: "jfmasond") else {
      return nil
    }
    return months[text.folded(at: index)]
  }

  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months: [String: Int] = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()
}
