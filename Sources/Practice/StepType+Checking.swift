extension StepType {
  /// The answer in the form it is kept in, or nil when there is nothing in it.
  ///
  /// Option ids come back in the order of the options, each once; empty fields and records are
  /// left out. How many options are chosen is never checked: those bounds are a hint. Throws when
  /// the answer does not fit, with a message that says what would.
  package func checked(_ value: Value) throws(AnswerProblem) -> Value? {
    switch fit(value) {
    case .fits(let value): return value
    case .empty: return nil
    case .fitsNot: throw AnswerProblem("Please answer with \(form).")
    }
  }

  func fit(_ value: Value) -> Fit {
    switch self {
    case .text, .party, .entry: Fit(words: value)
    case .line: Fit(words: value) { $0.isOneLine }
    case .choice(let options, nil): Fit(value, words: options.holds)
    case .choice(let options, _?): Fit(choice: value, among: options)
    case .choices(let options, _, _, let other):
      Fit(ids: value, among: options, orOther: other != nil)
    case .scale(let scale): Fit(value, words: scale.also.holds, number: scale.holds)
    case .yesNo: Fit(value, words: kind.facts.ids.contains)
    case .number(let least, let most, let also):
      Fit(value, words: also.holds) {
        $0.isFinite && $0 >= (least ?? $0) && $0 <= (most ?? $0)
      }
    case .date: Fit(value, words: { Day($0) != nil })
    case .time: Fit(value, words: { ClockTime($0) != nil })
    case .duration: Fit(value, words: { _ in false }, number: \.isWholeMinutes)
    case .list(let fields): Fit(records: value, of: fields)
    case .table(let rows, let columns): Fit(cells: value, rows: rows, columns: columns)
    case .confirm: value == .yes ? .fits(value) : .fitsNot
    }
  }

  /// What the step takes, in words that finish "Please answer with ...".
  package var form: String {
    switch self {
    case .text, .party, .entry: "words"
    case .line: "words on one line"
    case .choice(_, let other):
      "one of: \(parts.named.idList)" + (other == nil ? "" : ", or {other: your words}")
    case .choices(let options, _, _, let other):
      "any of: \(parts.named.idList)" + Self.alone(options)
        + (other == nil ? "" : ", or {chosen: [...], other: your words}")
    case .scale(let scale):
      "a whole number from \(scale.from) to \(scale.to)" + Self.orOneOf(scale.also)
    case .yesNo: "yes or no"
    case .number(let least, let most, let also):
      "a number" + Self.bounds(least, most) + Self.orOneOf(also)
    case .date: "a date such as 2026-01-31"
    case .time: "a time such as 09:05"
    case .duration: "whole minutes"
    case .list(let fields):
      "a list of records made of: " + fields.map(\.form).joined(separator: ", ")
    case .table(let rows, let columns):
      "one of \(columns.idList) for each of: \(rows.idList)"
    case .confirm: "a plain yes, or leave it out"
    }
  }

  /// What was chosen beside the `other` of a choice; `nil` if that was not chosen.
  package func otherChosen(in value: Value) -> [String]? {
    guard parts.other != nil else { return nil }
    switch value {
    case .words(Option.other): return []
    case .ids(let ids) where ids.contains(Option.other): return ids.filter { $0 != Option.other }
    default: return nil
    }
  }

  private static func alone(_ options: [Option]) -> String {
    let alone = options.filter(\.isAlone)
    return alone.isEmpty ? "" : " (\(alone.idList) by itself)"
  }

  private static func orOneOf(_ options: [Option]) -> String {
    options.isEmpty ? "" : ", or one of: \(options.idList)"
  }

  private static func bounds(_ least: Double?, _ most: Double?) -> String {
    switch (least, most) {
    case (nil, nil): ""
    case (let least?, nil): " of \(least.plain) or more"
    case (nil, let most?): " of \(most.plain) or less"
    case (let least?, let most?): " from \(least.plain) to \(most.plain)"
    }
  }
}
