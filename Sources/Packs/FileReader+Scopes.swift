import YAML

extension FileReader {
  /// Which keys a step of this type may and must have; the description says.
  mutating func checkScopes(_ node: Node) {
    let isSaid = node["say"] != nil && node["ask"] == nil
    let type = node["type"].map { $0.words ?? "" } ?? "text"
    guard FileKind.stepTypes.contains(type) else { return }
    for pair in node.pairs ?? [] {
      guard let key = FileKind.stepRule.key(pair.key) else { continue }
      checkScope(of: key, at: pair.keyMark, type, isSaid: isSaid)
    }
    guard !isSaid else { return }
    for key in FileKind.stepRule.keys {
      guard case .requiredFor(let types) = key.presence, types.contains(type),
        node[key.name] == nil
      else { continue }
      missingKey(key, at: node.mark, in: "a \(type) step")
    }
  }

  private mutating func checkScope(
    of key: KeyRule, at mark: Mark, _ type: String, isSaid: Bool
  ) {
    if isSaid, key.scope != .everywhere {
      return findings.add(
        .keyNotForType, at: mark,
        "\"\(key.name)\" belongs to a question; this step only says something.",
        hint: "Write \"ask\" in place of \"say\", or take \"\(key.name)\" away.")
    }
    guard case .types(let types) = key.scope, !types.contains(type) else { return }
    let first = types.first ?? ""
    findings.add(
      .keyNotForType, at: mark,
      "\"\(key.name)\" belongs to \(types.joined(separator: ", ")); this step is \(type).",
      hint: "Write type: \(first), or take \"\(key.name)\" away.")
  }
}
