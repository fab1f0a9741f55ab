internal import AlongsideRuntime
internal import Console
internal import Practice

/// A list of small records, asked field by field, as many as the person likes.
///
/// What is complete is in the interview after every field, and what is being typed with it, so that
/// whoever is called away comes back to the same field of the same record.
struct RecordsScreen {
  let answer: AnswerScreen
  let fields: [Field]

  private var terminal: Terminal { answer.screen.terminal }

  private var records: [[String: Value]] {
    guard case .records(let records)? = answer.standing else { return [] }
    return records
  }

  private var typed: Interview.Typed { answer.screen.reflection.interview.typed ?? .init("") }

  /// Asks until an empty first field, going on from what is there already.
  func ask() throws -> InterviewScreen.Step {
    terminal.say(answer.turn.ask, as: .heading)
    if let help = answer.turn.help { terminal.say(help, as: .hint) }
    if !records.isEmpty {
      terminal.say("You wrote:\n\(Value.records(records).listed)")
      terminal.say("Go on with the next one, or Enter to keep it as it is.", as: .hint)
    }
    while true {
      if let step = try askField() { return step }
    }
  }

  /// One field of one record; `nil` goes on.
  private func askField() throws -> InterviewScreen.Step? {
    let typed = typed
    let index = fields.firstIndex { $0.id == typed.part } ?? 0
    let field = fields[index]
    switch answer.screen.ask(question(field, isFirst: index == 0), soFar: { save($0, field) }) {
    case .words(let words):
      do {
        let value = try TypedWords(words, today: answer.today).value(for: field)
        answer.sayDay(value, typed: words, field.kind.stepType)
        hold(typed.record.merging([field.id: value]) { $1 }, after: index)
      } catch {
        terminal.say(error.message, as: .hint)
      }
    case .nothing:
      if index == 0 { return try done() }
      hold(typed.record, after: index)
    case .command(.stop, let words):
      finish(words, field)
      return .stop
    case let reply:
      return try answer.heed(reply) { hold($0, field) }
    }
    return nil
  }

  private func question(_ field: Field, isFirst: Bool) -> Question {
    var question = Question(
      field.label, help: answer.help,
      form: QuestionParts.form(of: field.kind.stepType) == .pick
        ? .pick : .line,
      hint: isFirst ? "Enter when there are no more." : "Enter leaves it open.",
      isSkippable: false, progress: "\(records.count + 1).")
    question.half = typed.text
    return question
  }

  private func done() throws -> InterviewScreen.Step {
    guard !records.isEmpty else { return try answer.leave() ?? .again }
    try answer.take(.records(records))
    return .next
  }

  /// Goes on to the next field, or with a whole record to the next one.
  private func hold(_ record: [String: Value], after index: Int) {
    let isWhole = index + 1 == fields.count
    let next = Interview.Typed(
      "", part: isWhole ? nil : fields[index + 1].id, record: isWhole ? [:] : record)
    let all = records + (isWhole && !record.isEmpty ? [record] : [])
    answer.screen.reflection.interview.hold(next, beside: .records(all))
    answer.screen.saveDraft(holding: next, beside: .records(all))
  }

  private func hold(_ words: String, _ field: Field) {
    let now = Interview.Typed(words, part: field.id, record: typed.record)
    answer.screen.reflection.interview.hold(now, beside: .records(records))
  }

  private func save(_ words: String, _ field: Field) {
    let now = Interview.Typed(words, part: field.id, record: typed.record)
    answer.screen.saveDraft(holding: now, beside: .records(records))
  }

  /// The person stops in the middle of a record: what there is of it is kept.
  private func finish(_ words: String, _ field: Field) {
    var record = typed.record
    if !words.trimmed.isEmpty {
      record[field.id] = try? TypedWords(words, today: answer.today).value(for: field)
    }
    let all = records + (record.isEmpty ? [] : [record])
    answer.screen.reflection.interview.hold(.init(""), beside: .records(all))
  }
}
