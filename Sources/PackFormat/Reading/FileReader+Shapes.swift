import Practice
package import YAML

extension FileReader {
  /// Checks a value against its shape.
  ///
  /// - Parameter name: the key in quotes, or words such as `An item`, that begin a sentence.
  package mutating func check(_ node: Node, _ shape: Shape, as name: String) {
    if case .named(let other) = shape {
      if let shape = kind.shapes[other] { check(node, shape, as: name) }
      return
    }
    if case .anything = shape { return }
    if case .optional(let shape) = shape {
      if !node.isEmpty { check(node, shape, as: name) }
      return
    }
    guard !node.isEmpty else {
      return findings.add(
        .emptyValue, at: node.mark, "\(name) is empty; it wants \(shape.expected).",
        hint: lineInQuotes(at: node.mark, opening: "#").map { "If this is the text, write: \($0)" }
          ?? "Write something, or take the key away. Text that begins with # goes in quotes.")
    }
    switch shape {
    case .list(let item, let range): checkList(node, of: item, range, shape, as: name)
    case .map(let rule): checkMap(node, rule, as: name)
    case .entries(let key, let value, let range):
      checkEntries(node, key: key, value: value, range, as: name)
    case .either(let shapes): checkEither(node, shapes, shape, as: name)
    default: checkScalar(node, shape, as: name)
    }
  }

  private mutating func checkList(
    _ node: Node, of item: Shape, _ range: ClosedRange<Int>, _ shape: Shape, as name: String
  ) {
    guard let items = node.items else { return wrongType(node, shape, as: name) }
    checkCount(items.count, range, at: node.mark, as: name)
    for node in items { check(node, item, as: "An item of \(name)") }
  }

  private mutating func checkCount(
    _ count: Int, _ range: ClosedRange<Int>, at mark: Mark, as name: String
  ) {
    if count > range.upperBound {
      findings.add(
        .tooMany, at: mark, "\(name) has \(count) items; at most \(range.upperBound) are allowed.",
        hint: "Take some away, or make two of it.")
    } else if count < range.lowerBound {
      findings.add(
        .tooFew, at: mark, "\(name) has \(count) items; at least \(range.lowerBound) are needed.",
        hint: "Add some, or take the key away.")
    }
  }

  private mutating func checkEntries(
    _ node: Node, key: Shape, value: Shape, _ range: ClosedRange<Int>, as name: String
  ) {
    guard let pairs = node.pairs else {
      return wrongType(node, .entries(key: key, value: value, range), as: name)
    }
    checkCount(pairs.count, range, at: node.mark, as: name)
    for pair in pairs {
      let keyNode = Node(.scalar(.init(pair.key, isPlain: true)), at: pair.keyMark)
      check(keyNode, key, as: "A key of \(name)")
      check(pair.value, value, as: "\"\(pair.key)\"")
    }
  }

  private mutating func checkEither(
    _ node: Node, _ shapes: [Shape], _ shape: Shape, as name: String
  ) {
    let fitting = shapes.first { $0.takes(node) }
    guard let fitting else { return wrongType(node, shape, as: name) }
    if case .map(let rule) = fitting, let pairs = node.pairs, pairs.count == 1,
      let pair = pairs.first, rule.key(pair.key) == nil, shapes.contains(where: \.isWords),
      Nearest.near(pair.key, among: rule.keyNames) == nil
    {
      return wrongType(node, shape, as: name)
    }
    check(node, fitting, as: name)
  }

  mutating func wrongType(_ node: Node, _ shape: Shape, as name: String) {
    findings.add(
      .wrongType, at: node.mark, "\(name) is \(node.shapeName); it wants \(shape.expected).",
      hint: Self.hint(for: node, shape))
  }

  /// Returns a hint for the commonest ways to confuse a text with a list or a map.
  private static func hint(for node: Node, _ shape: Shape) -> Hint? {
    if shape.isWords, let pair = node.pairs?.first, node.pairs?.count == 1 {
      let rest = pair.value.scalar?.text ?? ""
      let whole = pair.key + ": " + rest
      guard whole.utf8.count <= 200, !whole.utf8.contains(0x22), !rest.isEmpty else {
        return "A colon inside a text makes a map of it: put the text in quotes."
      }
      return "A colon inside a text makes a map of it: put it in quotes, like: \"\(whole)\""
    }
    if shape.isWords { return "Text that begins with a bracket or brace goes in quotes." }
    if case .map(let rule) = shape, let example = rule.example {
      let isScale = rule.name == FileKind.scaleRule.name
      return "Write: \((isScale ? scale(meantBy: node) : nil) ?? example)"
    }
    if case .list = shape {
      return "Begin each item with a dash and a space, on a line of its own."
    }
    return nil
  }

  /// A scale in words for what somebody wrote as a list of words, or as numbers such as `1-5`.
  private static func scale(meantBy node: Node) -> String? {
    var words = node.items?.compactMap(\.words) ?? []
    if let typed = node.words, typed.utf8.first.map({ (0x30...0x39) ~= $0 }) == true,
      typed.utf8.last == UInt8(ascii: "5")
    {
      words = ["Very low", "Low", "Middle", "High", "Very high"]
    }
    guard (2...21).contains(words.count), words.count == node.items?.count ?? words.count else {
      return nil
    }
    let labels = words.map { YAMLScalar.inline($0, isInFlow: true) }
    return "{labels: [\(labels.joined(separator: ", "))]}"
  }
}

extension Shape {
  /// Whether a node is of the same kind: text, list or map.
  fileprivate func takes(_ node: Node) -> Bool {
    switch (self, node.kind) {
    case (.list, .sequence), (.map, .mapping), (.entries, .mapping): true
    case (.list, _), (.map, _), (.entries, _): false
    case (_, .scalar): true
    default: false
    }
  }

  /// Whether the shape takes a person's own words.
  fileprivate var isWords: Bool {
    switch self {
    case .text, .line: true
    case .either(let shapes): shapes.contains(where: \.isWords)
    default: false
    }
  }
}

extension FileReader {
  mutating func checkMap(_ node: Node, _ rule: MapRule, as name: String) {
    guard let pairs = node.pairs else { return wrongType(node, .map(rule), as: name) }
    for (place, pair) in pairs.enumerated() {
      if let key = rule.key(pair.key) {
        check(pair.value, key.shape, as: "\"\(key.name)\"")
      } else if !pair.key.hasPrefix("x-") {
        unknownKey(pair, after: place > 0 ? pairs[place - 1] : nil, in: rule)
      }
    }
    for key in rule.keys where key.presence == .required && node[key.name] == nil {
      missingKey(key, at: node.mark, in: rule.name)
    }
  }

  private mutating func unknownKey(
    _ pair: Node.Pair, after before: Node.Pair?, in rule: MapRule
  ) {
    let typed = pair.key
    // In braces, the text after a comma is a key of its own: `{label: Yes, mostly}`.
    if pair.value.isEmpty, let whole = Self.joined(pair, to: before) {
      return findings.add(
        .unknownKey, at: pair.keyMark,
        "\(rule.name.beginningSentence) has no key \"\(typed.prefix(60))\".",
        hint: "If this is the rest of a text with a comma in it, write: \(whole)")
    }
    if let nothing = Self.needless[typed.lowercased()], rule.key("ask") != nil {
      return findings.add(.unknownKey, at: pair.keyMark, nothing, hint: "Take the line away.")
    }
    let meant = rule.keys.first { $0.otherNames.contains(typed.lowercased()) }?.name
    let known: Hint = "It takes \(rule.keyNames.joined(separator: ", "))."
    findings.add(
      .unknownKey, at: pair.keyMark,
      "\(rule.name.beginningSentence) has no key \"\(typed.prefix(60))\".",
      hint: meant.map { "Did you mean \"\($0)\"?" }
        ?? Nearest.question(typed, among: rule.keyNames) ?? known)
  }

  /// What other programs let a question say and no question says here.
  private static let needless = [
    "required": "Every question can be skipped, so none is required.",
    "optional": "Every question can be skipped, so none needs to say it.",
  ]

  /// Returns the text before a comma and what follows it, as one quoted value.
  private static func joined(_ pair: Node.Pair, to before: Node.Pair?) -> String? {
    guard let before, before.keyMark.line == pair.keyMark.line,
      let scalar = before.value.scalar, scalar.isPlain
    else { return nil }
    let whole = "\(scalar.text), \(pair.key)"
    guard whole.utf8.count <= 200, !whole.utf8.contains(0x22) else { return nil }
    return "\(before.key): \"\(whole)\""
  }

  mutating func missingKey(_ key: KeyRule, at mark: Mark, in name: String) {
    findings.add(
      .missingKey, at: mark, "\(name.beginningSentence) needs the key \"\(key.name)\".",
      hint: Hint(words: key.summary))
  }
}
