import Practice
import YAML

extension FileReader {
  /// Returns the kind of answer with its parts; `nil` if it could not be read.
  mutating func stepType(from node: Node) -> StepType? {
    guard node["say"] == nil || node["ask"] != nil else { return .text }
    guard let name = node["type"] else { return .text }
    guard let kind = name.words.flatMap(StepType.Kind.init) else { return nil }
    var parts = StepParts()
    for key in kind.facts.keys { read(key, of: node, into: &parts) }
    checkOptions(parts, kind, node)
    return StepType(kind, parts, isOpen: node["options_from"] != nil)
  }

  /// Checks what options say beside their words, where it means nothing or is said twice.
  private mutating func checkOptions(_ parts: StepParts, _ kind: StepType.Kind, _ node: Node) {
    for item in node["options"]?.items ?? [] {
      if let other = parts.other { check(item, besides: other) }
      if let alone = item["alone"], kind != .choices {
        findings.add(
          .keyNotForType, at: alone.mark,
          "\"alone\" belongs to choices; of a \(kind.rawValue) step nothing else is chosen beside it.",
          hint: "Take \"alone\" away, or write type: choices.")
      }
      if let then = item["then"], kind == .table {
        findings.add(
          .keyNotForType, at: then.mark,
          "\"then\" belongs to choice, choices; this is a table step.",
          hint: "Write \"then\" for the whole prompt.")
      }
    }
  }

  /// Checks that an option is told from the answer in one's own words, by its id and by its label.
  private mutating func check(_ item: Node, besides other: String) {
    let id = item["id"]?.words ?? item.words.flatMap { Identifier.made(from: $0) }
    if id == Option.other {
      findings.add(
        .duplicateID, at: item["id"]?.mark ?? item.mark,
        "The id \"other\" is that of the key \"other\" of this step.",
        hint: "Give this option another id, or take the key \"other\" away.")
    } else if (item["label"]?.words ?? item.words) == other {
      findings.add(
        .duplicateID, at: item["label"]?.mark ?? item.mark,
        "\"other\" has the same words as this option.", hint: "Word one of the two otherwise.",
        severity: .warning)
    }
  }

  private mutating func read(_ key: StepParts.Key, of node: Node, into parts: inout StepParts) {
    switch key {
    case .options: parts.options = options(node["options"])
    case .rows: parts.rows = options(node["rows"])
    case .fields: parts.fields = fields(node["of"]) ?? []
    case .scale: parts.scale = scale(node["scale"])
    case .also: parts.also = options(node["also"])
    case .other: parts.other = node["other"]?.words
    case .counts: counts(of: node, into: &parts)
    case .bounds: bounds(of: node, into: &parts)
    }
  }

  private mutating func counts(of node: Node, into parts: inout StepParts) {
    let least = count(node["at_least"])
    let most = count(node["at_most"])
    let choosable = parts.options.count + (node["other"] == nil ? 0 : 1)
    checkBounds(
      least, most, most: node["at_most"]?.mark, count: parts.options.isEmpty ? nil : choosable)
    if let least, !parts.options.isEmpty, least > choosable, most == nil,
      let mark = node["at_least"]?.mark
    {
      tooFewToChoose(choosable, at: mark)
    }
    (parts.atLeast, parts.atMost) = (least.map { Double($0) }, most.map { Double($0) })
  }

  /// Returns how many to choose: a whole number, 0 or more.
  private mutating func count(_ node: Node?) -> Int? {
    guard let node, node.number != nil else { return nil }
    if let whole = node.whole, whole >= 0 { return whole }
    findings.add(.wrongType, at: node.mark, "This wants a whole number of options, such as 3.")
    return nil
  }

  /// Checks that `at_least` is not above `at_most`, and neither is above the count.
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

  /// Returns the parts of a record; a part without a label is labelled by its id.
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

  /// Returns the words of an id on screen: `next step` for `next-step`.
  static func label(from id: String) -> String {
    id.split(separator: "-").joined(separator: " ")
  }

  /// Returns a scale between two numbers, or in words alone.
  mutating func scale(_ node: Node?) -> Scale? {
    guard let node, node.pairs != nil else { return nil }
    let labels = node["labels"]?.items?.map { $0.words ?? "" }
    guard let (from, to) = ends(of: node, labels?.count) else {
      if node["from"]?.whole == nil || node["to"]?.whole == nil { noEnds(node) }
      return nil
    }
    checkEnds(node, from, to, labels?.count)
    var scale = Scale(
      from: from, to: to, low: node["low"]?.words, high: node["high"]?.words,
      also: options(node["also"]))
    if let labels {
      for (index, label) in labels.enumerated() { scale.labels[from + index] = label }
    }
    for pair in node["labels"]?.pairs ?? [] {
      guard let point = Numerals.whole(pair.key) else { continue }
      scale.labels[point] = pair.value.words
      if point < from || point > to { outside(pair, from, to) }
    }
    return scale
  }

  /// Returns the two ends; labels for every point give the missing ones.
  private func ends(of node: Node, _ labels: Int?) -> (Int, Int)? {
    let (from, to) = (node["from"]?.whole, node["to"]?.whole)
    if let from, let to { return (from, to) }
    guard let labels, labels > 1 else { return nil }
    if let from, node["to"] == nil { return (from, from + labels - 1) }
    guard node["from"] == nil, node["to"] == nil else { return nil }
    return (1, labels)
  }

  private mutating func noEnds(_ node: Node) {
    // A value of the wrong shape has been reported.
    for key in ["from", "to", "labels"] {
      guard let value = node[key] else { continue }
      if key == "labels" ? (value.items?.count ?? 2) < 2 : value.whole == nil { return }
    }
    findings.add(
      .scaleShape, at: node.mark, "A scale needs both its ends, or words for its points.",
      hint: "Write words for its points, such as {labels: [not at all, a little, a lot]}.")
  }

  private mutating func checkEnds(_ node: Node, _ from: Int, _ to: Int, _ labels: Int?) {
    if from >= to {
      findings.add(
        .bounds, at: node["to"]?.mark ?? node.mark,
        "The scale ends at \(to), which is not above its beginning, \(from).", hint: "Swap them.")
    } else if let labels, labels != to - from + 1, let mark = node["labels"]?.mark {
      findings.add(
        .scaleShape, at: mark,
        "There are \(labels) labels for \(to - from + 1) points from \(from) to \(to).",
        hint: "Give each point a label, or leave from and to away.")
    }
  }

  private mutating func outside(_ pair: Node.Pair, _ from: Int, _ to: Int) {
    findings.add(
      .outOfRange, at: pair.keyMark, "The label for \(pair.key) is outside the scale.",
      hint: "The scale goes from \(from) to \(to).")
  }
}
