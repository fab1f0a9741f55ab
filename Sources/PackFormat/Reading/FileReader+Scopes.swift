import YAML

extension FileReader {
  private var stepRule: MapRule {
    kind.isSame(as: .session) ? FileKind.sessionStepRule : FileKind.stepRule
  }

  /// Which keys a step of this type may and must have; the description says.
  mutating func checkScopes(_ node: Node) {
    let isSaid = node["say"] != nil && node["ask"] == nil
    let type = node["type"].map { $0.words ?? "" } ?? "text"
    guard FileKind.stepTypes.contains(type) else { return }
    for pair in node.pairs ?? [] {
      guard let key = stepRule.key(pair.key) else { continue }
      checkScope(of: key, at: pair.keyMark, type, isSaid: isSaid)
    }
    guard !isSaid else { return }
    for key in stepRule.keys where node[key.name] == nil {
      switch key.presence {
      case .requiredFor(let types) where types.contains(type):
        missingKey(key, at: node.mark, in: "a \(type) step")
      case .requiredInQuestions: missingKey(key, at: node.mark, in: "a question of a session")
      default: break
      }
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
