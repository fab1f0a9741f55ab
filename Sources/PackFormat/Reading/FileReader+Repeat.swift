import Practice
import YAML

extension FileReader {
  mutating func repeats(from node: Node, _ context: StepContext) -> Repeat? {
    guard let pairs = node.pairs else { return nil }
    let kinds = pairs.filter { FileKind.repeatRule.exactlyOneOf.contains($0.key) }
    guard let kind = kinds.first, kinds.count == 1 else {
      let isMisspelt = pairs.contains { FileKind.repeatRule.key($0.key) == nil }
      if !isMisspelt || kinds.count > 1 {
        findings.add(
          .repeatShape, at: kinds.dropFirst().first?.keyMark ?? node.mark,
          "for_each wants exactly one of: list, given, answered.",
          hint: "Write it like: {list: core/srn}, {given: [one, two]} or {answered: some-step}")
      }
      return nil
    }
    guard let items = items(kind, context) else { return nil }
    var count: Int?
    if case .given(let options) = items { count = options.count }
    return Repeat(items: items, pick: pick(node["pick"], count: count))
  }

  private mutating func items(_ kind: Node.Pair, _ context: StepContext) -> Repeat.Items? {
    switch kind.key {
    case "list": return kind.value.words.map { .values($0) }
    case "given": return .given(options(kind.value))
    default:
      guard let known = known(kind.value, context), let id = kind.value.words else { return nil }
      switch known.type {
      case .list, .choices, .table, nil:
        guard known.isRepeated else { return .answered(id) }
        notASource(kind.value, "is asked for each item itself")
      case let type?: notASource(kind.value, "is answered with \(type.form)")
      }
      return nil
    }
  }

  private mutating func notASource(_ node: Node, _ reason: String) {
    findings.add(
      .repeatSource, at: node.mark,
      "for_each cannot go through \"\(node.words ?? "")\": that step \(reason).",
      hint: "Use a list, choices or table step that is asked once.")
  }

  private mutating func pick(_ node: Node?, count: Int?) -> Repeat.Pick? {
    guard let node, node.pairs != nil else { return nil }
    let (least, most) = (node["at_least"]?.whole, node["at_most"]?.whole)
    checkBounds(least, most, most: node["at_most"]?.mark, count: count)
    if let least, let count, most == nil, least > count, let mark = node["at_least"]?.mark {
      tooFewToChoose(count, at: mark)
    }
    return Repeat.Pick(atLeast: least, atMost: most)
  }
}
