extension Interview {
  /// Answers the current question and goes on to the next turn.
  ///
  /// An empty answer is a skip. Throws, changing nothing, when the answer does not fit the step;
  /// the message says what would.
  package mutating func answer(_ value: Value) throws(AnswerProblem) {
    guard let turn, turn.kind == .question, let place = progress.current else {
      throw AnswerProblem("There is no question waiting for an answer here.")
    }
    guard let checked = try turn.step.type.checked(value) else { return skip() }
    keep(checked, at: place)
    goOn(from: place)
  }

  /// Picks the items that the repeated step is asked about; an empty list is a skip.
  ///
  /// Throws, changing nothing, on an id that is not among the items, and on more than `atMost`.
  /// Fewer than `atLeast` is taken: nobody is made to say more than they want.
  package mutating func pick(_ ids: [String]) throws(AnswerProblem) {
    guard let turn, case .pick(let items, let pick) = turn.kind else {
      throw AnswerProblem("There is nothing to pick here.")
    }
    let known = Set(items.map(\.id))
    guard ids.allSatisfy(known.contains) else {
      throw AnswerProblem("Please pick among: \(items.map(\.id).joined(separator: ", ")).")
    }
    let picked = Set(ids)
    let most = min(pick.atMost ?? Self.mostItems, Self.mostItems)
    guard picked.count <= most else {
      throw AnswerProblem("Please pick \(most) at most.")
    }
    progress.picks[turn.step.id] = items.map(\.id).filter(picked.contains)
    goOn(from: Place(step: turn.step.id))
  }

  /// Goes on from words that want no answer.
  ///
  /// Does nothing at a question.
  package mutating func passOn() {
    guard let turn, turn.kind == .say, let place = progress.current else { return }
    progress.said.insert(place)
    goOn(from: place)
  }

  /// Leaves the current turn without an answer, and lets go of one given earlier.
  ///
  /// Nobody is held at a question: not at a `confirm` that asks for a yes, either.
  package mutating func skip() {
    guard let turn, let place = progress.current else { return }
    switch turn.kind {
    case .say: return passOn()
    case .pick: progress.picks[place.step] = []
    case .question: keep(nil, at: place)
    }
    goOn(from: place)
  }

  /// The steps that asked for a yes and were skipped, by their ids: nothing was agreed there.
  package var unagreed: [String] {
    outcome.filter { answer in
      answer.state == .skipped && steps.contains { $0.id == answer.step && $0.type == .confirm }
    }.map(\.step)
  }

  /// Goes to the turn before this one that asked something; its answer stands there.
  ///
  /// Words that were only said are passed over. When everything was answered this is the last
  /// question; after `stop()`, the one where the person stopped. False, changing nothing, when
  /// there is none.
  @discardableResult
  package mutating func back() -> Bool {
    if progress.isStopped, progress.current != nil {
      progress.isStopped = false
      return true
    }
    let route = route
    let end = progress.current.flatMap(route.places.firstIndex(of:)) ?? route.places.count
    guard let before = route.places[..<end].last(where: { isAsked($0, on: route) }) else {
      return false
    }
    progress.current = before
    return true
  }

  /// Finishes here.
  ///
  /// Everything not yet asked becomes not reached; answers are kept.
  package mutating func stop() {
    guard !isFinished else { return }
    progress.isStopped = true
  }

  /// Remembers what is on the screen at the current turn, without going on.
  ///
  /// Words of a long text or a line are an answer already; anything else is only remembered, until an
  /// answer, a skip or a pick takes its place. A text whose last line was ended needs no memory of
  /// its own.
  ///
  /// - Parameter value: the parts of an answer of several parts that are complete.
  package mutating func hold(_ typed: Typed, beside value: Value? = nil) {
    guard let turn, let place = progress.current else { return }
    progress.typed[place] = typed.isEmpty ? nil : typed
    guard turn.kind == .question else { return }
    let isWords = turn.step.type.isWords && value == nil
    let answer = isWords ? Value.words(typed.text.withoutLineEnd) : value
    guard let answer, let checked = try? turn.step.type.checked(answer) else { return }
    keep(checked, at: place)
    if isWords, typed.text.hasLineEnd { progress.typed[place] = nil }
  }

  /// Answers a long text with words as they were on the screen, and goes on.
  ///
  /// A line end at their end is no part of the answer: it says that the last line was ended, so that
  /// who comes back begins on a new one.
  package mutating func answer(typed words: String) throws(AnswerProblem) {
    let place = progress.current
    try answer(.words(words.withoutLineEnd))
    if !words.hasLineEnd, let place, progress.given[place] != nil {
      progress.typed[place] = Typed(words)
    }
  }

  /// The words to go on with at the current turn, as they were left: an answer in words, or words
  /// that are no answer yet.
  package var words: String {
    guard let turn, turn.kind == .question, let place = progress.current else { return "" }
    guard turn.step.type.isWords else { return "" }
    if let typed = progress.typed[place] { return typed.text }
    guard case .words(let words)? = progress.given[place] else { return "" }
    return turn.step.type == .text ? words + "\n" : words
  }

  /// The turns that are shown and that the person has not been through.
  package var untaken: Set<Place> {
    let route = route
    return Set(route.places.filter { !isTaken($0, on: route) })
  }

  /// After an answer was changed, goes on to what it opened, or back to where the person was.
  ///
  /// - Parameters:
  ///   - known: what was untaken before the change; none of it is asked now.
  ///   - stop: where the person had stopped; `nil` where they were at the end.
  package mutating func goOnToNew(besides known: Set<Place>, stoppedAt stop: Place?) {
    let opened = untaken.subtracting(known)
    progress.current = route.places.first(where: opened.contains) ?? stop
    progress.isStopped = opened.isEmpty && stop != nil
  }

  private mutating func goOn(from place: Place) {
    progress.typed[place] = nil
    progress.current = route.place(after: place)
  }

  /// Files an answer, or with nil a skip.
  private mutating func keep(_ value: Value?, at place: Place) {
    if let step = steps.first(where: { $0.id == place.step }) {
      moveItems(of: step, from: progress.given[place], to: value)
    }
    var next = progress
    next.given[place] = value
    if value == nil { next.skipped.insert(place) } else { next.skipped.remove(place) }
    progress = next
  }
}

extension StepType {
  /// Whether its answers are the person's own words, kept as they were typed.
  package var isWords: Bool { kind.facts.form == .words }
}

extension String {
  fileprivate var hasLineEnd: Bool { utf8.last == UInt8(ascii: "\n") }
  fileprivate var withoutLineEnd: String { hasLineEnd ? String(dropLast()) : self }
}
