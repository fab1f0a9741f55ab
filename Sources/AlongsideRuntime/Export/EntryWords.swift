internal import Practice

/// The words around an entry in a file made for people.
enum EntryWords {
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// "22 November 2026".
  static func day(_ day: Day) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

  /// "Sunday 22 November 2026, 14:05", as it was where it was written.
  static func moment(_ moment: Moment) -> String {
    let weekday = weekdays[moment.day.weekday.rawValue - 1]
    return "\(weekday) \(day(moment.day)), \(two(moment.hour)):\(two(moment.minute))"
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// What stands where an entry has no title.
  static func kind(_ kind: Entry.Kind) -> String {
    switch kind {
    case .reflection: "A reflection"
    case .page: "A page"
    case .record: "A record"
    case .session: "A session"
    }
  }

  /// The questions that were answered, each with its answer in words.
  static func answered(_ entry: Entry, _ words: Export.AnswerWords?) -> [(Answer, String)] {
    entry.answers.compactMap { answer in
      guard answer.state == .answered, let value = answer.value else { return nil }
      return (answer, words?(entry, answer) ?? text(value))
    }
  }

  /// The question on one line, with the party who answered it.
  static func question(_ answer: Answer) -> String {
    let ask = answer.ask.split(whereSeparator: \.isNewline).joined(separator: " ")
    return answer.by.map { "\(ask) (\($0))" } ?? ask
  }

  /// "2 questions left open"; nil where there are none.
  static func leftOpen(_ entry: Entry) -> String? {
    switch entry.answers.count(where: { $0.state == .skipped }) {
    case 0: nil
    case 1: "1 question left open"
    case let count: "\(count) questions left open"
    }
  }

  /// An answer in words; ids stand as they are kept.
  private static func text(_ value: Value) -> String {
    switch value {
    case .words(let words): words
    case .number(let number): Int64(exactly: number).map(String.init) ?? "\(number)"
    case .ids(let ids): ids.joined(separator: ", ")
    case .records(let records): records.map { "- " + pairs($0) }.joined(separator: "\n")
    case .cells(let cells):
      cells.sorted { $0.key < $1.key }.map { "- \($0.key): \($0.value)" }.joined(separator: "\n")
    case .yes: "yes"
    }
  }

  private static func pairs(_ record: [String: Value]) -> String {
    record.sorted { $0.key < $1.key }.map { "\($0.key): \(text($0.value))" }
      .joined(separator: "; ")
  }
}
