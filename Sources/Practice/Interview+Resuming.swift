extension Interview {
  /// Goes on from what was saved, even where the steps have changed since.
  ///
  /// Answers to steps that are gone, options that are gone, and answers that no longer fit their
  /// step are dropped; what the person wrote there is in `strays`. It lands on the very turn that was open, answered before or not; on the first
  /// one not yet taken when that place is gone. An interview that was stopped goes on where it stopped.
  package init(
    steps: [Step], sets: [String: [Option]], sealed: Bool, lastTime: [Place: LastTime] = [:],
    as party: String? = nil, resuming saved: Progress
  ) {
    self.init(steps: steps, sets: sets, sealed: sealed, lastTime: lastTime, as: party)
    resume(saved)
  }

  /// A property's observer is not called in an initialiser, and the route hangs on that.
  private mutating func resume(_ saved: Progress) {
    progress = saved.fitting(steps)
    progress.isStopped = false
    dropItemsThatAreGone()
    strays = words(of: saved)
    guard let place = saved.current else { return }
    let route = route
    let start = route.places.firstIndex(of: place)
    // Words that were said already are not said again; a question that was open is.
    let isOpen = start != nil && !progress.said.contains(place)
    progress.current =
      isOpen ? place : route.places[(start ?? 0)...].first { !isTaken($0, on: route) }
  }
}

extension Interview {
  /// What a person wrote in answers that have no place here any more.
  private func words(of saved: Progress) -> [String] {
    let gone = saved.given.filter { place, value in progress.given[place] != value }
    let typed = saved.typed.filter { progress.typed[$0.key] == nil }
    let words =
      gone.flatMap { place, value in value.ownWords(without: progress.given[place]) }
      + typed.map(\.value.text)
    return Set(words.map(\.trimmed).filter { !$0.isEmpty }).sorted()
  }

  private mutating func dropItemsThatAreGone() {
    progress.given = progress.given.filter { !isOfItemThatIsGone($0.key) }
    progress.typed = progress.typed.filter { !isOfItemThatIsGone($0.key) }
  }

  /// Whether a place is about an item that its step had when it was saved and has no more; not one that
  /// is only not picked, or hangs on an answer.
  private func isOfItemThatIsGone(_ place: Place) -> Bool {
    guard let item = place.item, let step = steps.first(where: { $0.id == place.step }) else {
      return false
    }
    switch step.repeats?.items {
    case .given(let items)?: return !items.contains { $0.id == item }
    case .values(let name)?: return !(sets[name] ?? []).contains { $0.id == item }
    case .answered?: return false
    case nil: return true
    }
  }
}

extension Value {
  /// The words in it that a person wrote, as far as they can be told from ids.
  ///
  /// - Parameter left: what was left of the answer.
  fileprivate func ownWords(without left: Value?) -> [String] {
    let kept = Set(left?.texts ?? [])
    switch self {
    case .words(let words): return kept.contains(words) || words.isID ? [] : [words]
    case .other(let words, _): return kept.contains(words) ? [] : [words]
    case .records: return texts.filter { !kept.contains($0) }
    case .number, .ids, .cells, .yes: return []
    }
  }
}

extension String {
  /// Small letters and digits joined by hyphens, as the ids of options are.
  fileprivate var isID: Bool {
    utf8.allSatisfy { 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }
  }
}

extension Interview.Progress {
  /// What can still stand with these steps.
  fileprivate func fitting(_ steps: [Step]) -> Interview.Progress {
    let known = Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    var fitting = self
    fitting.given = [:]
    for (place, value) in given { fitting.given[place] = known[place.step]?.surviving(value) }
    // Items are numbered by their list: without that list they would settle on another.
    for step in steps {
      guard let source = step.repeats?.items.source, given[.init(step: source)] != nil,
        fitting.given[.init(step: source)] == nil
      else { continue }
      fitting.given = fitting.given.filter { $0.key.step != step.id }
    }
    fitting.skipped = skipped.filter { known[$0.step].map { !$0.isSaid } ?? false }
    fitting.said = said.filter { known[$0.step]?.isSaid ?? false }
    fitting.typed = typed.filter { known[$0.key.step] != nil }
    fitting.picks = picks.filter { known[$0.key]?.repeats?.pick != nil }
    return fitting
  }
}

extension Step {
  /// What is left of an answer kept earlier: without the options that are gone, and nil when it
  /// no longer fits.
  fileprivate func surviving(_ value: Value) -> Value? {
    guard !isSaid else { return nil }
    // Options that an earlier answer gives are looked at on the way through the steps.
    if case .answered? = optionsFrom { return value }
    let parts = type.parts
    switch value {
    case .ids(let ids):
      let left = ids.filter(parts.named.holds)
      // An option that excludes the others since was chosen among them.
      let together = left.filter { id in !parts.options.contains { $0.id == id && $0.isAlone } }
      return (try? type.checked(.ids(left))) ?? (try? type.checked(.ids(together)))
    case .other(let words, let ids):
      let left = ids.filter(parts.options.holds)
      return try? type.checked(.other(words, beside: left))
    case .cells(let cells):
      let left = cells.filter { parts.rows.holds($0.key) && parts.options.holds($0.value) }
      return try? type.checked(.cells(left))
    case .words, .number, .records, .yes: return try? type.checked(value)
    }
  }
}
