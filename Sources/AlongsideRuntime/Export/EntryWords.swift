internal import Practice

/// The words around an entry in a file made for people.
enum EntryWords {
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
      return (answer, answer.words ?? words?(entry, answer) ?? value.listed)
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
}
