import Practice
import YAML

extension FileReader {
  mutating func answered(
    _ step: Node, _ test: Node.Pair?, _ context: StepContext
  ) -> Condition? {
    guard let known = known(step, context), let id = step.words else { return nil }
    guard let test else { return .answered(step: id, .given) }
    // A step whose type could not be read has been reported.
    guard let type = known.type, let made = self.test(test, type) else { return nil }
    return .answered(step: id, made)
  }

  private mutating func test(_ pair: Node.Pair, _ type: StepType) -> Condition.Test? {
    let value = pair.value
    // What has the wrong shape was reported with its shape.
    guard !value.isEmpty else { return nil }
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

  /// An answer that the step could get.
  private mutating func literal(_ node: Node, _ pair: Node.Pair, _ type: StepType) -> Value? {
    guard node.scalar != nil else { return nil }
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
    case .ids: ids = type.parts.options.map(\.id)
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
