internal import Console
internal import Practice

/// A table, asked row by row on one set of columns.
struct TableScreen {
  let answer: AnswerScreen
  let rows: [Practice.Option]
  let columns: [Practice.Option]

  func ask() throws -> InterviewScreen.Step {
    answer.screen.terminal.say(answer.turn.ask, as: .heading)
    var cells: [String: String] = [:]
    for (index, row) in rows.enumerated() {
      let question = Question(
        row.label, options: columns.map(\.label), hint: "A number, or Enter to leave it open.",
        progress: "\(index + 1) of \(rows.count)")
      while true {
        switch answer.screen.terminal.ask(question) {
        case .words(let words):
          do {
            cells[row.id] = try TypedWords(words, today: answer.today).column(among: columns)
          } catch {
            answer.screen.terminal.say(error.message, as: .hint)
            continue
          }
        case .nothing: break
        case .command(.helpNow, _):
          HelpNow.say(answer.screen.desk)
          continue
        case .command(let command, _):
          guard let step = try answer.obey(command, typed: "") else { continue }
          return step
        case .end: return .end(try answer.screen.putAside(interrupted: false))
        case .interrupted: return .end(try answer.screen.putAside(interrupted: true))
        }
        break
      }
    }
    guard !cells.isEmpty else { return try answer.leave() ?? .again }
    try answer.take(.cells(cells))
    return .next
  }
}
