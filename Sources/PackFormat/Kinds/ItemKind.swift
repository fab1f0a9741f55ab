package import Practice

/// The kinds of items in a pack that have an id of their own.
package enum ItemKind: String, Sendable, Hashable, CaseIterable {
  /// The raw values are the folders.
  case prompts, templates, values, signposts

  /// The kind of file that holds such an item.
  package var file: FileKind {
    switch self {
    case .prompts: .prompt
    case .templates: .session
    case .values: .values
    case .signposts: .signposts
    }
  }

  /// The name of the kind in a sentence.
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
  /// The kind of item: a template if the prompt is for a meeting, otherwise a prompt.
  package var itemKind: ItemKind { meeting == nil ? .prompts : .templates }
}
