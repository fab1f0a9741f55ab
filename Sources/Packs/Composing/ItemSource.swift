package import PackFormat
import Practice
package import YAML

/// Where an item of a pack stands, and what stands there.
package struct ItemSource: Sendable, Hashable {
  /// The path inside the pack: `prompts/daily-three.yaml`.
  package var file: String
  package var root: Node

  package init(file: String, root: Node) {
    self.file = file
    self.root = root
  }
}

extension ItemKind {
  /// The kinds that say and ask.
  static let asking: [ItemKind] = [.prompts, .templates]

  /// Where a pack has its items of a kind that asks; nil for the other kinds.
  var prompts: WritableKeyPath<Pack, [Prompt]>? {
    switch self {
    case .prompts: \.prompts
    case .templates: \.sessions
    case .values, .signposts: nil
    }
  }
}

extension Prompt {
  /// The way to its texts: `prompts/daily-three`.
  var way: String { "\(itemKind.rawValue)/\(id)" }
}

extension Pack {
  /// Goes through everything that says and asks: the prompts, then the templates for meetings.
  mutating func changePrompts(_ change: (inout Prompt) -> Void) {
    for items in ItemKind.asking.compactMap(\.prompts) {
      for index in self[keyPath: items].indices { change(&self[keyPath: items][index]) }
    }
  }

  /// The ids of all items of one kind.
  package func ids(of kind: ItemKind) -> [String] {
    switch kind {
    case .prompts: prompts.map(\.id)
    case .templates: sessions.map(\.id)
    case .values: values.map(\.id)
    case .signposts: signposts.map(\.id)
    }
  }
}
