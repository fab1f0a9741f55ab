package import Practice

/// The sorts of things in a pack that have an id of their own.
package enum ItemKind: String, Sendable, Hashable, CaseIterable {
  /// The raw values are the folders.
  case prompts, templates, values, signposts

  /// The kind of file that has one.
  package var file: FileKind {
    switch self {
    case .prompts: .prompt
    case .templates: .session
    case .values: .values
    case .signposts: .signposts
    }
  }

  /// What it is called in a sentence.
  package var noun: String {
    switch self {
    case .prompts: "prompt"
    case .templates: "session"
    case .values: "values framework"
    case .signposts: "list of signposts"
    }
  }
}

extension Prompt {
  /// A template where it is for a meeting, else a prompt.
  package var itemKind: ItemKind { meeting == nil ? .prompts : .templates }
}
