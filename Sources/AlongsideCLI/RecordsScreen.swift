internal import Console
internal import Practice

/// A list of small records, asked field by field, as many as the person likes.
struct RecordsScreen {
  let answer: AnswerScreen
  let fields: [Field]

  /// Asks until an empty first field, going on from what stands there already.
  func ask() throws -> InterviewScreen.Step {
    let terminal = answer.screen.terminal
    terminal.say(answer.turn.ask, as: .heading)
    if let help = answer.turn.help { terminal.say(help, as: .hint) }
    var records: [[String: Value]] = []
    if case .records(let standing) = answer.standing {
      records = standing
      terminal.say("You wrote:\n\(Value.records(standing).listed)")
      terminal.say("Go on with the next one, or Enter to keep it as it is.", as: .hint)
    }
    while true {
      var record: [String: Value] = [:]
      let outcome = try askRecord(number: records.count + 1, into: &record)
      if !record.isEmpty { records.append(record) }
      switch outcome {
      case .complete: continue
      case .done:
        guard !records.isEmpty else { return try answer.leave() ?? .again }
        try answer.take(.records(records))
        return .next
      case .reply(let reply):
        if let step = try answer.heed(reply, soFar: records.isEmpty ? nil : .records(records)) {
          return step
        }
      }
    }
  }

  private enum Outcome {
    case complete
    /// No more records.
    case done
    /// Something other than words.
    case reply(Reply)
  }

  /// One record, as far as it comes; an empty first field ends the list.
  private func askRecord(
    number: Int, into record: inout [String: Value]
  ) throws -> Outcome {
    for (index, field) in fields.enumerated() {
      let question = Question(
        field.label, help: answer.help,
        hint: index == 0 ? "Enter when there are no more." : "Enter leaves it open.",
        isSkippable: false, progress: "\(number).")
      asking: while true {
        switch answer.screen.ask(question) {
        case .words(let words):
          do {
            record[field.id] = try TypedWords(words, today: answer.today).value(for: field)
            break asking
          } catch {
            answer.screen.terminal.say(error.message, as: .hint)
          }
        case .nothing:
          if index == 0 { return .done }
          break asking
        case .interrupted(let typed) where !typed.trimmed.isEmpty:
          // What stood on the line is words too; what does not fit there is not kept.
          record[field.id] = try? TypedWords(typed, today: answer.today).value(for: field)
          return .reply(.interrupted(typed: ""))
        case let reply: return .reply(reply)
        }
      }
    }
    return .complete
  }
}
