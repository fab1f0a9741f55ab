/// A prompt being answered: takes answers and yields the next thing to say or ask.
///
/// A pure value: it knows no clock, no terminal and no journal. Going on always moves forward in
/// the order of the steps; which steps are shown is worked out again after every change.
///
/// - An answer whose step is hidden, or whose item is no longer picked, is kept, left out of
///   `outcome`, and stands again when it is shown again.
/// - An empty answer (blank words, no ids, no records, no cells) is a skip.
/// - A step repeated over more than `mostItems` is asked about the first of them.
package struct Interview: Sendable, Hashable {
  /// How many items one step is asked about at most.
  package static let mostItems = 50

  package let prompt: Prompt
  /// The items of `Repeat.Items.values`, by the id as the prompt writes it.
  package let sets: [String: [Option]]
  /// True while the journal is closed: no `default: last`; `party` and `entry` take plain words.
  package let isSealed: Bool
  /// What `default: last` stands for: step id to value, `STEP/ITEM` in a repeated step.
  let lastAnswers: [String: Value]
  /// All that was answered so far, to save and to resume from.
  package internal(set) var progress: Progress

  /// Begins at the first step.
  ///
  /// - Parameters:
  ///   - sets: the items that a repeated step names by id; an unknown id has no items, and the
  ///     step is then not applicable.
  ///   - sealed: whether the journal is closed.
  ///   - lastAnswers: what was answered last time; not looked at when sealed.
  package init(
    prompt: Prompt, sets: [String: [Option]], sealed: Bool, lastAnswers: [String: Value] = [:]
  ) {
    self.prompt = prompt
    self.sets = sets
    self.isSealed = sealed
    self.lastAnswers = sealed ? [:] : lastAnswers
    self.progress = Progress()
    progress.current = route.places.first
  }

  /// True once every turn was taken, or `stop()` was called.
  package var isFinished: Bool { progress.isStopped || progress.current == nil }

  /// True when something was answered that the finished entry would hold.
  package var hasAnswers: Bool { route.places.contains { progress.given[$0] != nil } }

  /// True when there is anything to come back to: an answer, or words that were being typed.
  package var hasWords: Bool { hasAnswers || !progress.typed.isEmpty }

  /// The words that were left on the screen at the current turn.
  package var typed: Typed? { progress.current.flatMap { progress.typed[$0] } }

  /// Where the person stopped; `nil` where they did not.
  package var stoppedAt: Place? { progress.isStopped ? progress.current : nil }

  /// The way through the steps as the answers stand now.
  var route: Route { Route(steps: prompt.steps, sets: sets, progress: progress) }
}
