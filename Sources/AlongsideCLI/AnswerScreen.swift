internal import AlongsideRuntime
internal import Console
internal import Practice

/// One question on the screen, until there is an answer or a command.
struct AnswerScreen {
  let screen: InterviewScreen
  let turn: Turn

  private var interview: Interview { screen.reflection.interview }
  private var terminal: Terminal { screen.terminal }

  /// Asks, and takes the answer into the interview.
  func ask() throws -> InterviewScreen.Step {
    switch turn.kind {
    case .say: return .next
    case .pick(let items, let pick): return try askPick(items, pick)
    case .question:
      switch turn.step.type {
      case .list(let fields): return try RecordsScreen(answer: self, fields: fields).ask()
      case .table(let rows, let columns):
        return try TableScreen(answer: self, rows: rows, columns: columns).ask()
      case .choice, .choices:
        if let step = try goOnWithOther() { return step }
        return try askOnce()
      case .text where screen.opensEditor:
        if let step = try edit(interview.words) { return step }
        return try askOnce()
      default: return try askOnce()
      }
    }
  }

  /// The question as the console shows it.
  func question(_ words: String? = nil) -> Question {
    var question = Question(
      words ?? turn.ask, help: help, example: turn.example,
      options: QuestionParts.options(of: turn.step.type),
      form: .init(QuestionParts.form(of: turn.step.type)),
      standing: interview.standing.map { QuestionParts.shown($0, turn.step.type) },
      hint: QuestionParts.hint(for: turn.step.type),
      progress: isCounted ? "\(turn.position) of \(turn.total)" : nil)
    question.isOffered = !interview.wasHere
    question.text = interview.words
    if question.text.isEmpty, interview.typed?.part == nil {
      question.half = interview.typed?.text ?? ""
    }
    // What is loaded need not be shown as well.
    if !question.text.isEmpty { question.standing = nil }
    return question
  }

  /// Whether it helps to say which question this is: not where each one may bring more.
  private var isCounted: Bool { turn.total > 1 && screen.words.isCounted }

  /// The step's help, and what its own pack says where another pack says something else.
  var help: String? {
    let originals = Self.originals(of: turn, in: screen.reflection.prompt)
    let lines = [turn.help].compactMap(\.self) + originals + lastWords
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// What was answered last time, where the step shows it.
  var lastWords: [String] {
    guard let last = interview.shownLast else { return [] }
    let words = last.answer.words ?? last.answer.value?.listed ?? ""
    return ["Last time, \(DayWords.long(last.day)):", words]
  }

  /// What the pack that a step comes from says, where another pack says something else.
  static func originals(of turn: Turn, in prompt: Prompt) -> [String] {
    OriginalText.lines(turn.originals, of: prompt.pack)
  }

  private func askOnce() throws -> InterviewScreen.Step {
    while true {
      switch screen.ask(question(), soFar: { screen.saveDraft(holding: .init($0)) }) {
      case .words(".") where turn.step.type != .text:
        // The dot that ends long answers, typed out of habit.
        if let step = try leave() { return step }
      case .words(let words) where turn.step.type == .confirm && typed(words).isNo:
        if let step = try goOnWithout(isSure: true) { return step }
      case .words(let words):
        if let step = try take(typed: words) { return step }
      case .nothing: if let step = try leave() { return step }
      case .command(.edit, let words): if let step = try edit(words) { return step }
      // Ctrl-D is taught as the end of a long answer, so there it is an empty one.
      case .end where turn.step.type == .text: if let step = try leave() { return step }
      case let reply: if let step = try heed(reply, hold: keepTyped) { return step }
      }
    }
  }

  private func typed(_ words: String) -> TypedWords {
    TypedWords(words, today: today, enter: enter)
  }

  /// Takes words as the answer; `nil`, perhaps with a word to the person, asks again.
  private func take(typed words: String) throws -> InterviewScreen.Step? {
    do {
      guard turn.step.type != .text else {
        try screen.reflection.interview.answer(typed: words)
        return .next
      }
      let value = try typed(words).value(for: turn.step.type)
      if let beside = turn.step.type.otherChosen(in: value) { return try askOther(beside) }
      try take(value)
      sayDay(value, typed: words, turn.step.type)
      return .next
    } catch let problem as AnswerProblem {
      terminal.say(problem.message, as: .hint)
      return nil
    }
  }

  /// Says which day words meant, so that a slip is seen at once.
  func sayDay(_ value: Value, typed words: String, _ type: StepType) {
    guard type == .date, case .words(let text) = value, text != words.trimmed,
      let day = Day(text)
    else { return }
    terminal.say("\(DayWords.long(day)).", as: .quiet)
  }

  /// Goes on with words of one's own that were left half written.
  private func goOnWithOther() throws -> InterviewScreen.Step? {
    guard let typed = interview.typed, typed.part == Practice.Option.other else { return nil }
    guard case .ids(let ids)? = typed.record[Practice.Option.other] else {
      return try askOther([])
    }
    return try askOther(ids)
  }

  /// Asks in place what is meant by the `other` of a choice; `nil` asks the choice again.
  ///
  /// The answer changes once this is answered too; until then words are held beside it.
  ///
  /// - Parameter ids: what was chosen beside it.
  private func askOther(_ ids: [String]) throws -> InterviewScreen.Step? {
    func typed(_ words: String) -> Interview.Typed {
      let part = Practice.Option.other
      return .init(words, part: part, record: ids.isEmpty ? [:] : [part: .ids(ids)])
    }
    while true {
      let question = wordsQuestion(half: wordsOfOther)
      switch screen.ask(question, soFar: { screen.saveDraft(holding: typed($0)) }) {
      case .words(let words): try take(.other(words, beside: ids))
      case .nothing, .command(.skip, _): try take(.other("", beside: ids))
      case .command(.stop, let words):
        try take(.other(words, beside: ids))
        return .stop
      case .command(.back, let words):
        screen.reflection.interview.hold(typed(words))
        return nil
      case let reply:
        let step = try heed(reply) { screen.reflection.interview.hold(typed($0)) }
        if let step { return step }
        continue
      }
      return .next
    }
  }

  /// The words under the `other` of this choice so far.
  private var wordsOfOther: String {
    if let half = interview.typed, half.part == Practice.Option.other { return half.text }
    if case .other(let words, _)? = interview.standing { return words }
    return ""
  }

  private func wordsQuestion(half: String) -> Question {
    var question = Question(
      "\(turn.step.type.parts.other ?? ""): in your words?", form: .line,
      hint: "Enter adds no words.", isSkippable: false)
    question.half = half
    return question
  }

  /// Which items a repeated question is to be about.
  private func askPick(_ items: [Practice.Option], _ pick: Repeat.Pick) throws
    -> InterviewScreen.Step
  {
    var question = question(turn.step.isLeader ? nil : "Which would you like to look at?")
    question.options = items.map(QuestionParts.label)
    question.form = .pick
    question.half = interview.typed?.text ?? ""
    question.hint = QuestionParts.hint(for: pick)
    question.standing = interview.standingPicks.map { ids in
      items.filter { ids.contains($0.id) }.map(\.label).joined(separator: ", ")
    }
    while true {
      switch screen.ask(question, soFar: { screen.saveDraft(holding: .init($0)) }) {
      case .words(let words):
        do {
          let ids = try typed(words).picks(among: items)
          try screen.reflection.interview.pick(ids)
          return .next
        } catch {
          terminal.say(error.message, as: .hint)
        }
      case .nothing:
        guard let picks = interview.standingPicks, !picks.isEmpty else {
          screen.reflection.interview.skip()
          return .next
        }
        try screen.reflection.interview.pick(picks)
        return .next
      case let reply: if let step = try heed(reply, hold: keepTyped) { return step }
      }
    }
  }
}

extension Question.Form {
  /// How the console asks for an answer of this form.
  init(_ form: QuestionParts.Form) {
    self =
      switch form {
      case .line: .line
      case .lines: .lines
      case .pick: .pick
      }
  }
}
