package import Packs
internal import Practice

/// What packs know that entries do not say: the words for ids, and which answers are carried.
package struct InsightLabels: Sendable, Hashable {
  /// Values items by id: `hope` to `Hope`.
  ///
  /// Ids that are not here are no values.
  package var values: [String: String]
  /// Prompts by full id: `core/values-srn` to its title.
  package var prompts: [String: String]
  /// The steps whose answers are offered again later.
  package var carried: Set<PromptStep>

  package init(
    values: [String: String] = [:], prompts: [String: String] = [:],
    carried: Set<PromptStep> = []
  ) {
    self.values = values
    self.prompts = prompts
    self.carried = carried
  }

  /// The labels of all packs; where two use an id, the first pack's stands.
  package init(_ shelf: Shelf) {
    self.init()
    for item in shelf.values.flatMap(\.items) where values[item.id] == nil {
      values[item.id] = item.label
    }
    for prompt in shelf.prompts {
      if prompts[prompt.fullID] == nil { prompts[prompt.fullID] = prompt.title }
      for step in prompt.steps where step.carry != nil {
        carried.insert(PromptStep(prompt: prompt.fullID, step: step.id))
      }
    }
  }
}

/// One step among all prompts.
package struct PromptStep: Sendable, Hashable {
  /// The prompt's full id.
  package var prompt: String
  package var step: String

  package init(prompt: String, step: String) {
    self.prompt = prompt
    self.step = step
  }
}
