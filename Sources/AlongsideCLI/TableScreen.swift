internal import AlongsideRuntime
internal import Console
internal import Practice

/// A table, asked row by row on one set of columns.
struct TableScreen {
  let answer: AnswerScreen
  let rows: [Practice.Option]
  let columns: [Practice.Option]

  private var cells: [String: String] {
    guard case .cells(let cells)? = answer.standing else { return [:] }
    return cells
  }

  /// Asks each row; what is there already is kept by Enter.
  func ask() throws -> InterviewScreen.Step {
    let terminal = answer.screen.terminal
    terminal.say(answer.turn.ask, as: .heading)
    if let help = answer.turn.help { terminal.say(help, as: .hint) }
    let left = answer.screen.reflection.interview.typed?.part
    var index = rows.firstIndex { $0.id == left } ?? 0
    while index < rows.count {
      let row = rows[index].id
      let reply = answer.screen.ask(question(at: index)) { save(.init($0, part: row)) }
      switch reply {
      case .words(let words):
        do {
          let column = try TypedWords(words, today: answer.today).column(among: columns)
          hold(.init(""), cells.merging([row: column]) { $1 })
          save(.init(""))
          index += 1
        } catch {
          terminal.say(error.message, as: .hint)
        }
      case .nothing: index += 1
      case let reply:
        if let step = try answer.heed(reply, hold: { hold(.init($0, part: row), cells) }) {
          return step
        }
      }
    }
    guard !cells.isEmpty else { return try answer.leave() ?? .again }
    try answer.take(.cells(cells))
    return .next
  }

  private func question(at index: Int) -> Question {
    var question = Question(
      rows[index].label, help: answer.help, options: columns.map(\.label), form: .pick,
      standing: cells[rows[index].id].flatMap { id in columns.first { $0.id == id }?.label },
      hint: "A number, or Enter to leave it open.", isSkippable: false,
      progress: "\(index + 1) of \(rows.count)")
    let typed = answer.screen.reflection.interview.typed
    if typed?.part == rows[index].id { question.half = typed?.text ?? "" }
    return question
  }

  private func hold(_ typed: Interview.Typed, _ cells: [String: String]) {
    answer.screen.reflection.interview.hold(typed, beside: .cells(cells))
  }

  private func save(_ typed: Interview.Typed) {
    answer.screen.saveDraft(holding: typed, beside: .cells(cells))
  }
}
