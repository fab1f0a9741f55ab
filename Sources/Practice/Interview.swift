// Practice: what people are asked and what they answer, as values.
//
// A pack gives `Prompt`s of `Step`s; a step has a `StepType`, which says what an answer to it can be, and
// perhaps a `Condition`. `Interview` asks the steps and yields a `Turn` at a time. What it comes to is an
// `Entry` with `Answer`s, each with its own `Moment`. `ValuesFramework` and `SignpostList` are the other
// things that packs hold. `TypedWords` reads what was typed, `IdentifierCheck` finds what could point to a
// person, and `Difference` tells two wordings apart.
//
// All of it is pure: the same answers lead to the same turns, in a test as on a screen.
//
// It must never import anything, read a clock, or know how a question is shown or where an answer is kept.
// No type has a field for another person's name, number or diagnosis.

/// Steps being answered: takes answers and yields the next thing to say or ask.
///
/// The steps may be those of a prompt, of a form, or what one party of a meeting is asked. A pure
/// value: it knows no clock, no terminal and no journal. Going on always moves forward in
/// the order of the steps; which steps are shown is worked out again after every change.
///
/// - An answer whose step is hidden, or whose item is no longer picked, is kept, left out of
///   `outcome`, and stands again when it is shown again.
/// - An empty answer (blank words, no ids, no records, no cells) is a skip.
/// - A party of a meeting is asked what it answers, alone or with others. Of the others' answers
///   nothing is known here: what they decide about is in `unasked`, and not asked.
/// - A step repeated over more than `mostItems` is asked about the first of them.
///
/// ```swift
/// var interview = Interview(steps: prompt.steps, sets: [:], sealed: true)
/// while let turn = interview.turn {
///   switch turn.kind {
///   case .say: interview.passOn()
///   case .question: try interview.answer(.words("The quiet by the river."))
///   case .pick: interview.skip()
///   }
/// }
/// let answers = interview.outcome
/// ```
package struct Interview: Sendable {
  /// How many items one step is asked about at most.
  package static let mostItems = 50

  /// All that may be said and asked, in order; of a meeting only what is this party's.
  package let steps: [Step]
  /// Whose answers these are; nil outside a meeting.
  package let party: String?
  /// The steps that wait for what other parties answer.
  package let unasked: [Unasked]
  /// The items of the values frameworks that steps name, by the id as the prompt writes it.
  package let sets: [String: [Option]]
  /// True while the journal is closed: no `default: last`; `party` and `entry` take plain words.
  package let isSealed: Bool
  /// What `default: last` and `shows: last` bring.
  package let lastTime: [Place: LastTime]
  /// All that was answered so far, to save and to resume from.
  package internal(set) var progress: Progress {
    didSet { if !progress.leads(as: oldValue) { route = makeRoute() } }
  }
  /// Words of the person's own that were saved and have no question any more, in no order.
  package internal(set) var strays: [String] = []
  /// The way through the steps as the answers are now.
  private(set) var route: Route

  /// Begins at the first step.
  ///
  /// - Parameters:
  ///   - steps: those of the whole prompt, form or meeting.
  ///   - sets: the items that a repeated step, or one with other options, names by id; an unknown id
  ///     has no items, and the step is then not applicable.
  ///   - sealed: whether the journal is closed.
  ///   - lastTime: what was answered last time; not looked at when sealed.
  ///   - party: in a meeting, the party that answers.
  package init(
    steps: [Step], sets: [String: [Option]], sealed: Bool, lastTime: [Place: LastTime] = [:],
    as party: String? = nil
  ) {
    let own = party.map { party in steps.filter { $0.isAnswered(by: party) } } ?? steps
    self.steps = own.map { $0.withValues(sets) }
    self.party = party
    unasked = party.map { Unasked.all(of: steps, for: $0) } ?? []
    self.sets = sets
    self.isSealed = sealed
    self.lastTime = sealed ? [:] : lastTime
    let progress = Progress()
    self.progress = progress
    route = Route(
      steps: self.steps, waiting: Set(unasked.map(\.step.id)), sets: sets, progress: progress,
      party: party)
    self.progress.current = route.places.first
  }

  /// True once every turn was taken, or `stop()` was called.
  package var isFinished: Bool { progress.isStopped || progress.current == nil }

  /// True when something was answered that the finished entry would hold.
  package var hasAnswers: Bool { !Set(route.places).isDisjoint(with: route.given.keys) }

  /// Where something was answered that the finished entry would hold.
  package var answered: Set<Place> { Set(route.places).intersection(route.given.keys) }

  /// True when there is anything to come back to: an answer, or words that were being typed.
  package var hasWords: Bool { hasAnswers || !progress.typed.isEmpty }

  /// The words that were left on the screen at the current turn.
  package var typed: Typed? { progress.current.flatMap { progress.typed[$0] } }

  /// Where the person stopped; `nil` where they did not.
  package var stoppedAt: Place? { progress.isStopped ? progress.current : nil }

  private func makeRoute() -> Route {
    Route(
      steps: steps, waiting: Set(unasked.map(\.step.id)), sets: sets, progress: progress,
      party: party)
  }
}

extension Interview: Hashable {
  /// The way follows from all the rest.
  package static func == (a: Interview, b: Interview) -> Bool {
    (a.steps, a.party, a.isSealed, a.progress) == (b.steps, b.party, b.isSealed, b.progress)
      && (a.unasked, a.sets, a.lastTime) == (b.unasked, b.sets, b.lastTime)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(steps)
    hasher.combine(progress)
  }
}

extension Interview.Progress {
  /// Whether the same steps are shown, for the same items, as with another state.
  fileprivate func leads(as other: Self) -> Bool {
    given == other.given && skipped == other.skipped && picks == other.picks
  }
}
