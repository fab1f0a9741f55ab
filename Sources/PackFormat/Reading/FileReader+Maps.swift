import Practice
import YAML

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
    // In braces, what follows a comma is a key of its own: `{label: Yes, mostly}`.
    if pair.value.isEmpty, let whole = Self.joined(pair, to: before) {
      return findings.add(
        .unknownKey, at: pair.keyMark,
        "\(rule.name.beginningSentence) has no key \"\(typed.prefix(60))\".",
        hint: "If this is the rest of a text with a comma in it, write: \(whole)")
    }
    let meant = rule.keys.first { $0.otherNames.contains(typed.lowercased()) }?.name
    let known: Hint = "It takes \(rule.keyNames.joined(separator: ", "))."
    findings.add(
      .unknownKey, at: pair.keyMark,
      "\(rule.name.beginningSentence) has no key \"\(typed.prefix(60))\".",
      hint: meant.map { "Did you mean \"\($0)\"?" }
        ?? Nearest.question(typed, among: rule.keyNames) ?? known)
  }

  /// The text before a comma and what follows it, as one value in quotes.
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
