import Practice
import YAML

extension FileReader {
  mutating func checkMap(_ node: Node, _ rule: MapRule, as name: String) {
    guard let pairs = node.pairs else { return wrongType(node, .map(rule), as: name) }
    for pair in pairs {
      if let key = rule.key(pair.key) {
        check(pair.value, key.shape, as: "\"\(key.name)\"")
      } else if !pair.key.hasPrefix("x-") {
        unknownKey(pair, in: rule)
      }
    }
    for key in rule.keys where key.presence == .required && node[key.name] == nil {
      missingKey(key, at: node.mark, in: rule.name)
    }
  }

  private mutating func unknownKey(_ pair: Node.Pair, in rule: MapRule) {
    let typed = pair.key
    // In braces, what follows a comma is a key of its own: `{label: Yes, mostly}`.
    if pair.value.isEmpty, typed.utf8.contains(0x20) {
      return findings.add(
        .unknownKey, at: pair.keyMark,
        "\(Self.start(rule.name)) has no key \"\(typed.prefix(60))\".",
        hint: "If this is the rest of a text with a comma in it, put the whole text in quotes.")
    }
    let meant = rule.keys.first { $0.otherNames.contains(typed.lowercased()) }?.name
    let known = "It takes \(rule.keyNames.joined(separator: ", "))."
    findings.add(
      .unknownKey, at: pair.keyMark, "\(Self.start(rule.name)) has no key \"\(typed.prefix(60))\".",
      hint: meant.map { "Did you mean \"\($0)\"?" }
        ?? Nearest.question(typed, among: rule.keyNames) ?? known)
  }

  mutating func missingKey(_ key: KeyRule, at mark: Mark, in name: String) {
    findings.add(
      .missingKey, at: mark, "\(Self.start(name)) needs the key \"\(key.name)\".",
      hint: key.summary)
  }

  /// The words with a capital at their beginning.
  static func start(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }
}
