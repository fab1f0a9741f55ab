import PackFormat
import Practice
import YAML

extension PromptLint {
  /// Being asked, or not, tells what was answered: nobody may learn that way what they cannot read.
  mutating func lintLeaks(_ meeting: Meeting, _ parts: [Part]) {
    let steps = Dictionary(
      parts.map { ($0.step.id, $0.step) }, uniquingKeysWith: { first, _ in first })
    for part in parts where part.isSound {
      lintLeaks(part.names + skipped(by: part, parts), to: part, steps, meeting) { who, source in
        "Whether \"\(part.step.id)\" is asked tells \(who.reader) what "
          + "\(who.author) answered to \"\(source)\", which \(who.reader) cannot read."
      }
      lintLeaks(part.shownNames, to: part, steps, meeting) { who, source in
        "\"\(part.step.id)\" would show \(who.reader) what \(who.author) answered to "
          + "\"\(source)\", which \(who.reader) cannot read."
      }
    }
  }

  private mutating func lintLeaks(
    _ names: [(words: String, mark: Mark)], to part: Part, _ steps: [String: Step],
    _ meeting: Meeting, _ words: ((author: String, reader: String), String) -> String
  ) {
    for name in names {
      guard let source = steps[StepName(name.words).step],
        let who = Self.leak(from: source, StepName(name.words), to: part.step, meeting)
      else { continue }
      findings.add(.leak, at: name.mark, words(who, source.id), hint: Self.way(out: source))
    }
  }

  /// What decided about the steps that a condition wants to have been skipped: whoever is asked
  /// learns that they were asked, and nobody chose to tell them. (Who answers a shared question
  /// does choose to.)
  private func skipped(by part: Part, _ parts: [Part]) -> [(words: String, mark: Mark)] {
    var found: [(words: String, mark: Mark)] = []
    var waiting = part.step.when?.skippedSteps ?? []
    let mark = part.node["when"]?.mark ?? part.node.mark
    while let id = waiting.popFirst() {
      guard let source = parts.first(where: { $0.step.id == id }) else { continue }
      found += source.names.map { ($0.words, mark) }
      waiting.formUnion(source.step.when?.skippedSteps ?? [])
    }
    return found
  }

  private static func way(out source: Step) -> Hint {
    if source.reveal == .never || (source.who == "each" && source.keep == .private) {
      return "What nobody else may read decides nothing for them: look at another step."
    }
    let line = source.who == "each" ? "reveal: now" : "keep: shared"
    return "Give \"\(source.id)\" the line \(line), or look at another step."
  }

  /// Who would learn what from whom; nil when there is nothing to learn.
  private static func leak(
    from source: Step, _ name: StepName, to step: Step, _ meeting: Meeting
  ) -> (author: String, reader: String)? {
    guard let who = source.who, who != "both" else { return nil }
    let all = meeting.parties.map(\.id)
    let readers = step.who.map { all.contains($0) ? [$0] : all } ?? all
    let isOfEach = who == "each"
    // A bare name is what the one who is asked answered; asked of all at once, it is anybody's.
    let isOwn = name.party == nil && (readers.count == 1 || step.who == "each")
    if isOfEach, isOwn { return nil }
    guard !isReadable(source, isOfEach: isOfEach) else { return nil }
    let author = name.party ?? (isOfEach || who == "either" ? nil : who)
    guard let reader = readers.first(where: { $0 != author }) else { return nil }
    return (author ?? all.first { $0 != reader } ?? "someone", reader)
  }

  private static func isReadable(_ source: Step, isOfEach: Bool) -> Bool {
    guard source.reveal != .never else { return false }
    // Before all have answered, what is shown together is not shown at all.
    if isOfEach { return source.reveal == .now && source.keep != .private }
    return source.keep == .shared || source.keep == .agreed
  }

  /// In co-reflection what one is asked the others are asked too, or the file says why not.
  ///
  /// The steps for one party are matched in their order with those of the same kind and the same
  /// `keep` for each other party; the words may differ.
  mutating func lintMirror(_ meeting: Meeting, _ parts: [Part]) {
    let parties = meeting.parties.map(\.id)
    var counts: [Sort: [String: Int]] = [:]
    let single = parts.filter { part in part.step.who.map(parties.contains) ?? false }
    for part in single {
      counts[Sort(part.step), default: [:]][part.step.who ?? "", default: 0] += 1
    }
    var seen: [Sort: [String: Int]] = [:]
    for part in single {
      let (sort, who) = (Sort(part.step), part.step.who ?? "")
      let place = seen[sort]?[who] ?? 0
      seen[sort, default: [:]][who] = place + 1
      let missing = parties.filter { $0 != who && (counts[sort]?[$0] ?? 0) <= place }
      guard !missing.isEmpty, !part.isAnswered, part.isSound else { continue }
      findings.add(
        .unmirrored, at: part.node["who"]?.mark ?? part.node.mark,
        "Only \(who) is asked \"\(part.step.id)\"; "
          + "nothing of its kind is asked of \(missing.joined(separator: ", ")).",
        hint: "Write who: each, add such a step for the other, or say why: because: \"...\"")
    }
  }

  /// What has to be alike in two steps that mirror each other.
  private struct Sort: Hashable {
    /// Nil for words that are only said.
    var kind: StepType.Kind?
    var keep: Step.Keep?

    init(_ step: Step) {
      kind = step.isSaid ? nil : step.type.kind
      keep = step.keep
    }
  }

  /// Good to know when one of two is hardly asked anything.
  mutating func lintShares(_ meeting: Meeting, _ steps: [Step], _ root: Node) {
    let questions = steps.filter { !$0.isSaid }
    guard meeting.parties.count == 2, questions.count >= 3, root["because"]?.words == nil else {
      return
    }
    let parties = meeting.parties.map(\.id)
    for party in parties {
      let own = questions.count { step in
        step.who.map { $0 == party || !parties.contains($0) } ?? true
      }
      guard own * 3 < questions.count else { continue }
      findings.add(
        .fewQuestions, at: root["parties"]?.mark ?? root.mark,
        "\(party.beginningSentence) answers \(own) of \(questions.count) questions.",
        hint: "Is that how it is meant? If so, say why at the top: because: \"...\"",
        severity: .note)
    }
  }
}

extension PromptLint.Part {
  /// The names of steps that decide whether this one is asked, each once, where they stand.
  var names: [(words: String, mark: Mark)] {
    var names: [(words: String, mark: Mark)] = []
    if let when = node["when"] { Self.collect(from: when, into: &names) }
    for key in ["for_each", "options_from"] {
      guard let source = node[key]?["answered"], let words = source.words else { continue }
      names.append((words, source.mark))
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0.words).inserted }
  }

  /// The answers that its words show, at the place of the words.
  var shownNames: [(words: String, mark: Mark)] {
    ["ask", "say", "help"].compactMap { node[$0] }.flatMap { text in
      Filling.answers(in: text.words ?? "").map { ($0, text.mark) }
    }
  }

  private static func collect(
    from node: Node, into names: inout [(words: String, mark: Mark)]
  ) {
    for pair in node.pairs ?? [] {
      switch pair.key {
      case "answered", "skipped":
        if let words = pair.value.words { names.append((words, pair.value.mark)) }
      case "not": collect(from: pair.value, into: &names)
      case "all", "any": for item in pair.value.items ?? [] { collect(from: item, into: &names) }
      default: break
      }
    }
  }
}

extension Condition {
  /// The ids of the steps that have to have been asked and skipped, or must not.
  fileprivate var skippedSteps: Set<String> {
    switch self {
    case .answered: []
    case .skipped(let name): [StepName(name).step]
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.skippedSteps) }
    case .not(let part): part.skippedSteps
    }
  }
}
