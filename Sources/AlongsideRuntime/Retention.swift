package import Practice
package import Vault

/// How long a person means to keep what they wrote, in their own words and for their own reasons.
///
/// Nothing goes by itself: it only lets the program say what is older, and ask.
package struct Retention: Codable, Sendable, Hashable {
  /// Whole months from the day an entry was written.
  package var months: Int
  /// Why this long: a policy's name, an agreement, "my own choice".
  package var basis: String
  /// The day on which to think again, `YYYY-MM-DD`; nil for none.
  package var review: String?

  package init(months: Int, basis: String, review: String?) {
    self.months = months
    self.basis = basis
    self.review = review
  }

  /// Reads "18 months", "2 years", "2y" or a number of months; nil for anything else.
  package static func months(reading text: String) -> Int? {
    let words = text.lowercased().filter { !$0.isWhitespace }
    let digits = words.prefix(while: \.isNumber)
    guard let count = Int(digits), (1...1200).contains(count) else { return nil }
    switch words.dropFirst(digits.count) {
    case "", "m", "month", "months": return count
    case "y", "year", "years": return count <= 100 ? count * 12 : nil
    default: return nil
    }
  }

  /// "2 years", "18 months".
  package var period: String {
    if months.isMultiple(of: 12) { return months == 12 ? "1 year" : "\(months / 12) years" }
    return months == 1 ? "1 month" : "\(months) months"
  }

  /// The last day whose entries are older than this by `today`.
  package func limit(today: Day) -> Day? {
    let index = today.year * 12 + today.month - 1 - months
    guard index >= 12 else { return nil }
    let (year, month) = (index / 12, index % 12 + 1)
    // The last of a shorter month stands for its missing days.
    for day in stride(from: today.day, through: 1, by: -1) {
      if let found = Day(year: year, month: month, day: day) { return found.dayBefore }
    }
    return nil
  }
}

extension Reader {
  private static let retentionNote = "retention"

  package func retention() throws -> Retention? {
    try journal.note(Self.retentionNote).flatMap { try? JSON.read(Retention.self, from: $0) }
  }

  package mutating func keep(_ retention: Retention?) throws {
    try journal.refresh()
    try journal.keep(note: retention.map { try JSON.bytes($0) }, as: Self.retentionNote)
  }

  /// What is older than the person means to keep, oldest first.
  package func older(than retention: Retention, today: Day) throws -> Reading<[Entry]> {
    guard let limit = retention.limit(today: today) else { return Reading(found: [], damage: []) }
    let reading = try list(SearchFilter(until: limit))
    return Reading(found: reading.found.reversed(), damage: reading.damage)
  }
}
