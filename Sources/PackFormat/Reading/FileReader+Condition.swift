import Practice
import YAML

extension FileReader {
  /// A condition over earlier answers; nil when some part of it could not be read.
  mutating func condition(from node: Node, _ context: StepContext) -> Condition? {
    guard let pairs = node.pairs else { return nil }
    let kinds = pairs.filter { FileKind.conditionRule.exactlyOneOf.contains($0.key) }
    let tests = pairs.filter { FileKind.conditionRule.atMostOneOf.contains($0.key) }
    guard checkParts(node, kinds, tests), let kind = kinds.first else { return nil }
    switch kind.key {
    case "answered": return answered(kind.value, tests.first, context)
    case "skipped":
      return known(kind.value, context) == nil
        ? nil : kind.value.words.map { .skipped(step: $0) }
    case "not": return condition(from: kind.value, context).map { .not($0) }
    default:
      let nodes = kind.value.items ?? []
      var parts: [Condition] = []
      for node in nodes {
        if let part = condition(from: node, context) { parts.append(part) }
      }
      guard parts.count == nodes.count, !parts.isEmpty else { return nil }
      return kind.key == "all" ? .all(parts) : .any(parts)
    }
  }

  private static let example: Hint = "Write it like: {answered: some-step, is: yes}"

  /// One kind, and one test at most, which only `answered` takes.
  private mutating func checkParts(
    _ node: Node, _ kinds: [Node.Pair], _ tests: [Node.Pair]
  ) -> Bool {
    guard let kind = kinds.first else {
      // A misspelt key was reported as one.
      let isMisspelt = (node.pairs ?? []).contains { FileKind.conditionRule.key($0.key) == nil }
      guard !isMisspelt else { return false }
      findings.add(
        .conditionShape, at: node.mark, "This condition looks at no step.", hint: Self.example)
      return false
    }
    guard isAlone(kinds), isAlone(tests) else { return false }
    guard kind.key != "answered", let test = tests.first else { return true }
    findings.add(
      .conditionShape, at: test.keyMark, "\"\(test.key)\" goes with \"answered\" only.",
      hint: Self.example)
    return false
  }

  private mutating func isAlone(_ pairs: [Node.Pair]) -> Bool {
    guard pairs.count > 1 else { return true }
    findings.add(
      .conditionShape, at: pairs[1].keyMark,
      "One condition cannot have both \"\(pairs[0].key)\" and \"\(pairs[1].key)\".",
      hint: "Put the two in a list: all: [{...}, {...}]")
    return false
  }

  /// The earlier step that a condition or repeat names, or nil after saying what is wrong.
  mutating func known(_ node: Node, _ context: StepContext) -> StepContext.Known? {
    guard let words = node.words, Identifier.isStepName(words) else { return nil }
    let (party, id) = (StepName(words).party, StepName(words).step)
    guard party == nil || kind.isSame(as: .session) else { return nil }
    guard let known = context.earlier[id] else {
      if context.all.contains(id) {
        findings.add(
          .laterStep, at: node.mark,
          "The step \"\(id)\" does not come before this one; only earlier steps are known.",
          hint: "Move that step up, or look at another one.")
      } else {
        findings.add(
          .unknownStep, at: node.mark, "There is no step \"\(id)\" in this \(kind.name).",
          // After so many mistakes there is another cause than a slip of the hand.
          hint: findings.errors > 100
            ? nil : Nearest.question(id, among: context.earlier.keys.sorted()))
      }
      return nil
    }
    guard !known.isSaid else {
      findings.add(
        .sayStep, at: node.mark, "The step \"\(id)\" only says something; nobody answers it.",
        hint: "Look at a step with \"ask\".")
      return nil
    }
    guard let party else { return known }
    return check(party: party, of: id, known, at: node.mark) ? known : nil
  }
}
