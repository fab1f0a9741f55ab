internal import Console
internal import Practice

/// A list of small records, asked field by field, as many as the person likes.
struct RecordsScreen {
  let answer: AnswerScreen
  let fields: [Field]

  func ask() throws -> InterviewScreen.Step {
    let terminal = answer.screen.terminal
    terminal.say(answer.turn.ask, as: .heading)
    if let help = answer.turn.help { terminal.say(help, as: .hint) }
    var records: [[String: Value]] = []
    while true {
      switch try askRecord(number: records.count + 1) {
      case .step(let step): return step
      case .record(let record): records.append(record)
      case .done:
        guard !records.isEmpty else { return try answer.leave() ?? .again }
        try answer.take(.records(records))
        return .next
      }
    }
  }

  private enum Outcome {
    case record([String: Value])
    case done
    case step(InterviewScreen.Step)
  }

  /// One record; an empty first field ends the list.
  private func askRecord(number: Int) throws -> Outcome {
    var record: [String: Value] = [:]
    for (index, field) in fields.enumerated() {
      let question = Question(
        field.label, hint: index == 0 ? "Enter when there are no more." : "Enter leaves it open.",
        isSkippable: false, progress: "\(number).")
      while true {
        switch answer.screen.terminal.ask(question) {
        case .words(let words):
          do {
            record[field.id] = try TypedWords(words, today: answer.today).value(for: field)
          } catch {
            answer.screen.terminal.say(error.message, as: .hint)
            continue
          }
        case .nothing: if index == 0 { return .done }
        case .command(.helpNow, _):
          HelpNow.say(answer.screen.desk)
          continue
        case .command(let command, _):
          guard let step = try answer.obey(command, typed: "") else { continue }
          return .step(step)
        case .end: return .step(.end(try answer.screen.putAside(interrupted: false)))
        case .interrupted: return .step(.end(try answer.screen.putAside(interrupted: true)))
        }
        break
      }
    }
    return .record(record)
  }
}
