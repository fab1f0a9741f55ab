import PackFormat
import Practice
import YAML

/// What a prompt offers at its end.
struct NamedOnward: Sendable, Hashable {
  var file: String
  var mark: Mark
  var onward: Onward
  /// The id of the prompt; nil for one that could not be read.
  var prompt: String?
  /// Whether the file says why it is as it is.
  var isAnswered: Bool
}

extension Onward {
  /// What it should be, in words for findings.
  var noun: String {
    switch self {
    case .item: "prompt or list of places"
    case .prompt: "prompt"
    case .signposts: "list of places"
    case .command: "plugin"
    }
  }

  var canBePrompt: Bool {
    switch self {
    case .item, .prompt: true
    case .signposts, .command: false
    }
  }

  var canBeList: Bool {
    switch self {
    case .item, .signposts: true
    case .prompt, .command: false
    }
  }
}

extension PackContents {
  /// What is offered at the end without a pack, or with this one, must be in this pack.
  mutating func checkOnwards() {
    for one in onwards {
      guard let id = ownID(one.onward.name) else { continue }
      let (prompts, lists) = (prompts.map(\.id), signposts.map(\.id))
      let known: [String]
      switch one.onward {
      case .item: known = prompts + lists + triedPrompts + triedSignposts
      case .prompt: known = prompts + triedPrompts
      case .signposts: known = lists + triedSignposts
      case .command: continue
      }
      guard !known.contains(id) else { continue }
      add(
        .onwardTarget, one.file, one.mark, "There is no \(one.onward.noun) \"\(id)\" in this pack.",
        Nearest.question(id, among: known)
          ?? "Name one of another pack with its pack, such as core/daily-three.")
    }
    checkCircles()
  }

  /// Offers that lead back to where they began: nobody is led round, and the author is told.
  private mutating func checkCircles() {
    var ahead: [String: [(to: String, by: NamedOnward)]] = [:]
    for one in onwards {
      guard let from = one.prompt, let to = ownID(one.onward.name), one.onward.canBePrompt,
        prompts.contains(where: { $0.id == to })
      else { continue }
      ahead[from, default: []].append((to, one))
    }
    for from in ahead.keys.sorted() {
      for (to, one) in ahead[from] ?? [] where !one.isAnswered {
        guard let way = Self.way(from: to, to: from, ahead) else { continue }
        let circle = ([from] + way).joined(separator: " > ")
        add([
          Finding(
            file: one.file, line: one.mark.line, column: one.mark.column,
            code: FindingCode.onwardCircle.rawValue, severity: .warning,
            message: "This offer leads back to where it began: \(circle).",
            hint:
              "Nobody is offered a prompt twice in one sitting. Take one of the offers away, or "
              + "say why at the top: because: \"...\"")
        ])
      }
    }
  }

  /// The shortest way along the offers.
  private static func way(
    from start: String, to end: String, _ ahead: [String: [(to: String, by: NamedOnward)]]
  ) -> [String]? {
    var (ways, seen) = ([[start]], Set([start]))
    while !ways.isEmpty {
      var longer: [[String]] = []
      for way in ways {
        guard let last = way.last else { continue }
        if last == end { return way }
        for next in ahead[last] ?? [] where seen.insert(next.to).inserted {
          longer.append(way + [next.to])
        }
      }
      ways = longer
    }
    return nil
  }
}
