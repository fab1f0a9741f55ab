import Practice
import YAML

extension FileReader {
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
        "\(Self.start(party)) answers \(own) of \(questions.count) questions.",
        hint: "Is that how it is meant? If so, say why at the top: because: \"...\"",
        severity: .note)
    }
  }
}
