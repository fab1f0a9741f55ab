import Practice
import YAML

extension FileReader {
  /// Returns a condition over earlier answers; `nil` if part of it could not be read.
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

  /// Whether a condition has one kind and at most one test, which only `answered` takes.
  private mutating func checkParts(
    _ node: Node, _ kinds: [Node.Pair], _ tests: [Node.Pair]
  ) -> Bool {
    guard let kind = kinds.first else {
      // A misspelt key has been reported as one.
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

  /// Returns the earlier step that a condition or repeat names, or `nil` after reporting why not.
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
          // After that many mistakes the cause is not a slip of the hand.
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

  mutating func answered(
    _ step: Node, _ test: Node.Pair?, _ context: StepContext
  ) -> Condition? {
    guard let known = known(step, context), let id = step.words else { return nil }
    guard let test else { return .answered(step: id, .given) }
    // A step whose type could not be read has been reported.
    guard let type = known.type, let made = self.test(test, type, known) else { return nil }
    return .answered(step: id, made)
  }

  private mutating func test(
    _ pair: Node.Pair, _ type: StepType, _ known: StepContext.Known
  ) -> Condition.Test? {
    let value = pair.value
    // A value of the wrong shape has been reported.
    guard !value.isEmpty else { return nil }
    if let source = known.options { note(value, among: source) }
    switch pair.key {
    case "is": return literal(value, pair, type).map { .equals($0) }
    case "is_not": return literal(value, pair, type).map { .differs($0) }
    case "in":
      guard let items = value.items else { return nil }
      var values: [Value] = []
      for item in items {
        guard let value = literal(item, pair, type) else { return nil }
        values.append(value)
      }
      return .oneOf(values)
    case "includes": return included(value, pair, type)
    default:
      guard let bound = bound(value, pair, type) else { return nil }
      return pair.key == "at_least" ? .atLeast(bound) : .atMost(bound)
    }
  }

  /// Returns an answer that the step could get.
  private mutating func literal(_ node: Node, _ pair: Node.Pair, _ type: StepType) -> Value? {
    guard node.scalar != nil else { return nil }
    // Which options a step gets from elsewhere, this file alone cannot tell.
    if type.kind.facts.form == .option, type.isOpen, let id = node.words, Identifier.isID(id) {
      return .words(id)
    }
    switch type.kind.facts.form {
    case .ids, .records, .cells:
      notForType(pair, "Several things can be answered there.", hint: "Use \"includes\".")
      return nil
    case .words where !type.kind.facts.isComparable:
      notForType(
        pair, "Nobody will answer there with exactly these words.",
        hint: "Use {answered: ...} alone, or look at a choice.")
      return nil
    case .words, .exact, .option, .number, .numberOrOption, .yes:
      return ValueReader.value(from: node, for: type, into: &findings)
    }
  }

  /// Remembers ids that a condition or a default names in a values framework.
  mutating func note(_ value: Node, among source: Step.OptionSource) {
    guard case .values(let list) = source else { return }
    for node in value.items ?? [value] {
      guard let id = node.words, Identifier.isID(id), id != Option.other else { continue }
      lists.append(ListReference(name: list, mark: node.mark, item: id))
    }
  }

  private mutating func bound(_ node: Node, _ pair: Node.Pair, _ type: StepType) -> Double? {
    guard let number = node.number else { return nil }
    switch type.kind.facts.form {
    case .number, .numberOrOption:
      guard let scale = type.parts.scale,
        number < Double(scale.from) || number > Double(scale.to)
      else { return number }
      findings.add(
        .outOfRange, at: node.mark, "\(Numerals.text(number)) is outside the scale of that step.",
        hint: "It goes from \(scale.from) to \(scale.to).")
      return nil
    case .words, .exact, .option, .ids, .records, .cells, .yes:
      notForType(
        pair, "That step is not answered with a number.", hint: "Use \"is\" or \"includes\".")
      return nil
    }
  }

  private mutating func included(
    _ node: Node, _ pair: Node.Pair, _ type: StepType
  ) -> Condition.Test? {
    let ids: [String]
    switch type.kind.facts.form {
    case .ids where type.isOpen: ids = [node.words ?? ""]
    case .ids: ids = type.parts.named.map(\.id)
    case .records: ids = type.parts.fields.map(\.id)
    case .cells: ids = type.parts.rows.map(\.id)
    case .words, .exact, .option, .number, .numberOrOption, .yes:
      notForType(pair, "That step is answered with one thing only.", hint: "Use \"is\".")
      return nil
    }
    guard let id = node.words, Identifier.isID(id) else { return nil }
    guard ids.contains(id) else {
      findings.add(
        .unknownOption, at: node.mark, "\"\(id)\" is not one of: \(ids.joined(separator: ", ")).",
        hint: Nearest.question(id, among: ids))
      return nil
    }
    return .includes(id)
  }

  private mutating func notForType(_ pair: Node.Pair, _ message: String, hint: Hint) {
    findings.add(
      .testNotForType, at: pair.keyMark, "\"\(pair.key)\" cannot be used here. " + message,
      hint: hint)
  }
}

/// What the steps read so far tell the later ones.
struct StepContext {
  /// A step that was read.
  struct Known {
    var line: Int
    /// The type; `nil` if it could not be read, so that nothing more is reported about it.
    var type: StepType?
    var isSaid: Bool
    var isRepeated: Bool
    /// Who answers, in a session.
    var who: String?
    /// The step that leads the block it is in.
    var block: String?
    /// Where its options come from, if they are not its own.
    var options: Step.OptionSource?
  }

  private(set) var earlier: [String: Known] = [:]
  /// The step that leads the block of the step being read; `nil` outside a block.
  var leader: Step?
  /// All ids of the prompt, including those of later steps.
  let all: [String]

  init(all: [String]) {
    self.all = all
  }

  mutating func add(_ id: String, _ known: Known) {
    if earlier[id] == nil { earlier[id] = known }
  }
}
