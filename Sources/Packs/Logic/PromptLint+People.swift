import Practice
import YAML

extension FileReader {
  /// Being asked, or not, tells what was answered: nobody may learn that way what they cannot read.
  mutating func lintLeaks(_ meeting: Meeting, _ parts: [Part]) {
    let steps = Dictionary(
      parts.map { ($0.step.id, $0.step) }, uniquingKeysWith: { first, _ in first })
    for part in parts where part.isSound {
      for name in part.names + skipped(by: part, parts) {
        guard let source = steps[StepName(name.words).step],
          let other = Self.leak(from: source, StepName(name.words), to: part.step, meeting)
        else { continue }
        findings.add(
          .leak, at: name.mark,
          "Whether \"\(part.step.id)\" is asked tells \(other.reader) what "
            + "\(other.author) answered to \"\(source.id)\", which \(other.reader) cannot read.",
          hint: Self.way(out: source))
      }
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

  private static func way(out source: Step) -> String {
    if source.reveal == .never || (source.who == "each" && source.keep == .private) {
      return "What nobody else may read decides nothing for them: look at another step."
    }
    let line = source.who == "each" ? "reveal: together" : "keep: shared"
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
    if isOfEach { return source.reveal != nil && source.keep != .private }
    return source.keep == .shared || source.keep == .agreed
  }
}

extension FileReader.Part {
  /// The names of steps that decide whether this one is asked, each once, where they stand.
  var names: [(words: String, mark: Mark)] {
    var names: [(words: String, mark: Mark)] = []
    if let when = node["when"] { Self.collect(from: when, into: &names) }
    if let source = node["for_each"]?["answered"], let words = source.words {
      names.append((words, source.mark))
    }
    var seen: Set<String> = []
    return names.filter { seen.insert($0.words).inserted }
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
