/// What a person typed at a question, read as an answer to it.
///
/// Reading is lenient: options go by number, id, label or the beginning of a label, in any case.
/// Every problem says what can be typed instead, and never what was typed.
package struct TypedWords: Sendable {
  /// What an empty line does where it was typed; the last words of every problem.
  package enum Enter: Sendable, Hashable {
    case skips
    /// An answer stands there already.
    case keeps
  }

  let typed: String
  let today: Day
  let enter: Enter

  /// - Parameters:
  ///   - typed: the words without their line end.
  ///   - today: what `today` and `yesterday` are counted from.
  package init(_ typed: String, today: Day, enter: Enter = .skips) {
    self.typed = typed
    self.today = today
    self.enter = enter
  }

  /// The answer to a step.
  ///
  /// A `list` is asked field by field and a `table` row by row (`value(for:)` of a field,
  /// `column(among:)`), so those two always throw.
  package func value(for type: StepType) throws(AnswerProblem) -> Value {
    switch type {
    case .text, .party, .entry: return .words(typed)
    case .line:
      guard typed.isOneLine else { throw problem("Please keep this to one line.") }
      return .words(typed)
    case .choice: return .words(try option(among: type.parts.named))
    case .choices(let options, _, _, _):
      let ids = try severalOptions(among: type.parts.named)
      if let alone = options.first(where: { $0.isAlone && ids.contains($0.id) }), ids.count > 1 {
        throw problem("“\(alone.label)” goes by itself. Please pick it alone, or leave it out.")
      }
      return .ids(ids)
    case .scale(let scale): return try point(on: scale)
    case .yesNo: return .words(try yesOrNo())
    case .number(let least, let most, let also):
      return try number(atLeast: least, atMost: most, also: also)
    case .date: return .words(try date())
    case .time: return .words(try time())
    case .duration: return .number(Double(try minutes()))
    case .list: throw problem("This one is answered part by part.")
    case .table: throw problem("This one is answered row by row.")
    case .confirm: return try confirm()
    }
  }

  /// The answer to one part of a record.
  package func value(for field: Field) throws(AnswerProblem) -> Value {
    try value(for: field.kind.stepType)
  }

  /// The id of the column chosen for one row of a table.
  package func column(among columns: [Option]) throws(AnswerProblem) -> String {
    try option(among: columns)
  }

  /// The ids of the items picked before a repeated step.
  package func picks(among items: [Option]) throws(AnswerProblem) -> [String] {
    try severalOptions(among: items)
  }

  /// A problem in gentle words, with what Enter does at its end.
  func problem(_ message: String) -> AnswerProblem {
    switch enter {
    case .skips: AnswerProblem(message + " Enter skips.")
    case .keeps: AnswerProblem(message + " Enter keeps what is there.")
    }
  }

  /// The words to compare: no white space around, lower case.
  var plain: String { typed.trimmed.lowercased() }
}
