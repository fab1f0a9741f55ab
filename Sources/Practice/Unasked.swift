extension Interview {
  /// A step of a meeting that a party is not asked, because it hangs on what others answer.
  package struct Unasked: Sendable, Hashable {
    package var step: Step
    /// The ids of the parties whose answers decide about it, in the order of the alphabet.
    package var parties: [String]

    package init(step: Step, parties: [String]) {
      self.step = step
      self.parties = parties
    }
  }
}

extension Interview.Unasked {
  /// The party's steps that look at what another party answers, or at such a step.
  ///
  /// Even one that might come up without the others' answers is left out: whether a question is asked
  /// would otherwise change with answers that nobody here can see.
  static func all(of steps: [Step], for party: String) -> [Self] {
    var deciding: [String: Set<String>] = [:]
    var found: [Self] = []
    for step in steps where deciding[step.id] == nil {
      guard step.isAnswered(by: party) else {
        deciding[step.id] = Set([step.who].compactMap(\.self))
        continue
      }
      let others = step.looksAt.reduce(into: Set<String>()) { others, name in
        guard let named = name.party, named != party else {
          return others.formUnion(deciding[name.step] ?? [])
        }
        others.insert(named)
      }.union(step.block.flatMap { deciding[$0] } ?? [])
      guard !others.isEmpty else { continue }
      deciding[step.id] = others
      found.append(.init(step: step, parties: others.sorted()))
    }
    return found
  }
}

extension Step {
  /// Whether a party is told or asked this, alone or with others.
  package func isAnswered(by party: String) -> Bool {
    who.map { $0 == party || Meeting.everyone.contains($0) } ?? true
  }
}
