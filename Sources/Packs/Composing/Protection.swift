import PackFormat
import Practice

/// What of an item no other pack changes: the steps that protect the person who answers, and those
/// that decide whether one of them comes up.
///
/// The person's own pack, and one named for a run, are other packs too.
struct Protection {
  /// The ids of both.
  let steps: Set<String>
  /// Those that are marked.
  private let marked: Set<String>
  private let before: [Step]

  /// - Parameter steps: as their own pack has them.
  init(_ steps: [Step]) {
    before = steps
    marked = Set(steps.filter(\.protects).map(\.id))
    self.steps = HiddenSteps.deciding(steps, about: \.protects)
  }

  /// Why a step is not another pack's to change.
  private func reason(_ step: String) -> String {
    marked.contains(step)
      ? "\"\(step)\" protects the person who answers"
      : "\"\(step)\" decides whether a step that protects comes up"
  }

  /// What is said where another pack sets a field of such a step; nil for a step that is free.
  func refusal(ofSetting field: String, of step: String, to words: String) -> String? {
    guard steps.contains(step) else { return nil }
    let shown = words.count > 160 ? words.prefix(160) + "…" : words[...]
    return "\(reason(step)); no other pack sets its \(field), here to \"\(shown)\"."
  }

  /// What a change of all steps would do to those that protect.
  func breaches(in after: [Step]) -> [Weakening] {
    let changed = before.filter { old in
      steps.contains(old.id) && !after.contains { Self.isSame($0, old) }
    }
    guard changed.isEmpty else {
      return changed.map { breach($0.id, "\(reason($0.id)), and would not be as its pack has it.") }
    }
    guard let last = before.last(where: { steps.contains($0.id) }),
      let count = before.firstIndex(of: last).map({ $0 + 1 }),
      after.prefix(count).map(\.id) != before.prefix(count).map(\.id)
    else { return [] }
    return [
      breach(
        last.id, "the steps up to \"\(last.id)\", which protects, would not come in their order.")
    ]
  }

  private func breach(_ step: String, _ loss: String) -> Weakening {
    Weakening(step: step, field: "steps", loss: loss, code: .protectedStep)
  }

  /// Whether a step is the same; that it protects need not be said again.
  private static func isSame(_ new: Step, _ old: Step) -> Bool {
    var new = new
    new.protects = old.protects
    return new == old
  }
}

extension Prompt {
  /// The same with the steps marked that protect in `original`.
  func protecting(as original: Prompt) -> Prompt {
    var prompt = self
    for index in prompt.steps.indices {
      let before = original.steps.first { $0.id == prompt.steps[index].id }
      prompt.steps[index].protects = before?.protects ?? prompt.steps[index].protects
    }
    return prompt
  }
}
