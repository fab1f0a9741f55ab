import Practice
import YAML

extension FileReader {
  /// The kind of answer with what belongs to it, or nil when it could not be read.
  mutating func stepType(from node: Node) -> StepType? {
    guard node["say"] == nil || node["ask"] != nil else { return .text }
    guard let name = node["type"] else { return .text }
    guard let kind = name.words.flatMap(StepType.Kind.init) else { return nil }
    var parts = StepParts()
    for key in kind.facts.keys { read(key, of: node, into: &parts) }
    return StepType(kind, parts)
  }

  private mutating func read(_ key: StepParts.Key, of node: Node, into parts: inout StepParts) {
    switch key {
    case .options: parts.options = options(node["options"])
    case .rows: parts.rows = options(node["rows"])
    case .fields: parts.fields = fields(node["of"]) ?? []
    case .scale: parts.scale = scale(node["scale"])
    case .also: parts.also = options(node["also"])
    case .counts: counts(of: node, into: &parts)
    case .bounds: bounds(of: node, into: &parts)
    }
  }

  private mutating func counts(of node: Node, into parts: inout StepParts) {
    let least = count(node["at_least"])
    let most = count(node["at_most"])
    checkBounds(least, most, most: node["at_most"]?.mark, count: parts.options.count)
    if let least, !parts.options.isEmpty, least > parts.options.count, most == nil,
      let mark = node["at_least"]?.mark
    {
      tooFewToChoose(parts.options.count, at: mark)
    }
    (parts.atLeast, parts.atMost) = (least.map { Double($0) }, most.map { Double($0) })
  }

  /// How many to choose: a whole number, 0 or more.
  private mutating func count(_ node: Node?) -> Int? {
    guard let node, node.number != nil else { return nil }
    if let whole = node.whole, whole >= 0 { return whole }
    findings.add(.wrongType, at: node.mark, "This wants a whole number of options, such as 3.")
    return nil
  }

  /// `at_least` not above `at_most`, and neither above how many there are.
  mutating func checkBounds(_ least: Int?, _ most: Int?, most mark: Mark?, count: Int?) {
    guard let most, let mark else { return }
    if let least, least > most {
      findings.add(
        .bounds, at: mark, "at_least is \(least), which is more than at_most, \(most).",
        hint: "Swap them.")
    } else if let count, count > 0, most > count {
      tooFewToChoose(count, at: mark)
    }
  }

  mutating func tooFewToChoose(_ count: Int, at mark: Mark) {
    findings.add(
      .bounds, at: mark, "There are only \(count) to choose from.",
      hint: "Write \(count) or less, or take the line away.")
  }

  private mutating func bounds(of node: Node, into parts: inout StepParts) {
    let (least, most) = (node["at_least"]?.number, node["at_most"]?.number)
    if let least, let most, least > most, let mark = node["at_most"]?.mark {
      findings.add(
        .bounds, at: mark,
        "at_least is \(Numerals.text(least)), which is more than at_most, \(Numerals.text(most)).",
        hint: "Swap them.")
    }
    (parts.atLeast, parts.atMost) = (least, most)
  }

  /// The parts of a record; one without a label is labelled by its id.
  private mutating func fields(_ node: Node?) -> [Field]? {
    let pairs = node?.pairs?.map { ($0.key, $0.value) }
    let items = node?.items?.map { ($0["id"]?.words ?? "", $0) }
    guard let parts = pairs ?? items, !parts.isEmpty else { return nil }
    var seen: Set<String> = []
    for (id, part) in parts where !seen.insert(id).inserted {
      findings.add(
        .duplicateID, at: part["id"]?.mark ?? part.mark, "The id \"\(id)\" stands twice.",
        hint: "Give each part of the record an id of its own.")
    }
    return parts.map { id, part in
      let kind = part.words ?? part["type"]?.words ?? ""
      return Field(
        id: id, label: part["label"]?.words ?? Self.label(from: id),
        kind: Field.Kind(rawValue: kind) ?? .line)
    }
  }

  /// `next-step` on screen is `next step`.
  static func label(from id: String) -> String {
    id.split(separator: "-").joined(separator: " ")
  }
}
