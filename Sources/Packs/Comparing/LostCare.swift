import PackFormat
import Practice

/// What a newer version of a pack takes from the person who answers: its own author may, and it is said.
///
/// No other pack can, so of a pack that comes for the first time there is nothing to say.
package struct LostCare: Sendable, Hashable {
  /// The item's title, and what people would lose in it, as the end of a sentence.
  package struct Loss: Sendable, Hashable {
    package var title: String
    package var words: String
  }

  package private(set) var losses: [Loss] = []

  package var isEmpty: Bool { losses.isEmpty }

  /// Compares everything that is asked with the one version and with the other, in all packs: a change
  /// that is no longer made in another pack can be a loss too.
  package init(from old: Pack, to new: Pack, beside installed: [Pack]) {
    let others = installed.filter { $0.id != new.id }.map { Composition.Member($0) }
    let before = Composition(others + [.init(old)]).shelf
    let after = Composition(others + [.init(new)]).shelf
    for prompt in before.prompts + before.templates {
      let same = after.prompts + after.templates
      guard
        let now = same.first(where: { $0.fullID == prompt.fullID && $0.itemKind == prompt.itemKind }
        )
      else { continue }
      losses += Weakening.ofCare(from: prompt.steps, to: now.steps).map {
        Loss(title: now.title, words: $0.loss)
      }
    }
  }
}

extension Weakening {
  /// What is less private, less easy to skip or less tender, and what no longer protects.
  fileprivate static func ofCare(from before: [Step], to after: [Step]) -> [Weakening] {
    var found: [Weakening] = []
    for old in before {
      guard let new = after.first(where: { $0.id == old.id }) else {
        if old.protects { found.append(unprotected(old, "people would no longer be told")) }
        continue
      }
      found += privacy(old, new) + ways(old, new) + offers(old, new)
      if old.protects, !new.protects {
        found.append(unprotected(old, "other packs could change or hide"))
      }
    }
    return found + unskippable(after, besides: before)
  }

  private static func unprotected(_ step: Step, _ loss: String) -> Weakening {
    Weakening(step: step.id, field: "protects", loss: "\(loss) \"\(step.id)\", which protects.")
  }
}
