internal import Console
internal import Practice

/// A table, asked row by row on one set of columns.
struct TableScreen {
  let answer: AnswerScreen
  let rows: [Practice.Option]
  let columns: [Practice.Option]

  /// Asks each row; what stands there already is kept by Enter.
  func ask() throws -> InterviewScreen.Step {
    let terminal = answer.screen.terminal
    terminal.say(answer.turn.ask, as: .heading)
    if let help = answer.turn.help { terminal.say(help, as: .hint) }
    var cells: [String: String] = [:]
    if case .cells(let standing) = answer.standing { cells = standing }
    var index = 0
    while index < rows.count {
      switch answer.screen.ask(question(at: index, standing: cells[rows[index].id])) {
      case .words(let words):
        do {
          cells[rows[index].id] = try TypedWords(words, today: answer.today).column(among: columns)
          index += 1
        } catch {
          terminal.say(error.message, as: .hint)
        }
      case .nothing: index += 1
      case let reply:
        if let step = try answer.heed(reply, soFar: cells.isEmpty ? nil : .cells(cells)) {
          return step
        }
      }
    }
    guard !cells.isEmpty else { return try answer.leave() ?? .again }
    try answer.take(.cells(cells))
    return .next
  }

  private func question(at index: Int, standing: String?) -> Question {
    Question(
      rows[index].label, help: answer.help, options: columns.map(\.label),
      standing: standing.flatMap { id in columns.first { $0.id == id }?.label },
      hint: "A number, or Enter to leave it open.", progress: "\(index + 1) of \(rows.count)")
  }
}
