import PackFormat
package import Practice
import YAML

/// Why an item is not suggested; it still runs for whoever names it.
package struct LeftOut: Sendable, Hashable {
  /// The pack that leaves it out; nil where the person switched it off.
  package var pack: String?
  package var because: String
  /// Where the pack says so.
  package var line: Int?

  /// Who it was, for people.
  package var by: String { pack ?? "you" }

  static let switchedOff = LeftOut(because: "you switched it off")
}

extension Composition {
  /// The prompts that are suggested.
  package var suggested: [Prompt] { shelf.prompts.filter { leftOut[$0.fullID] == nil } }
  /// The templates for meetings that are suggested.
  package var suggestedTemplates: [Prompt] {
    shelf.templates.filter { leftOut[$0.fullID] == nil }
  }

  mutating func applyHides() {
    for member in speaking {
      for hiding in member.pack.manifest.hides where !hiding.because.isEmpty {
        guard let target = hidden(hiding, by: member) else { continue }
        leftOut[target.fullID] =
          leftOut[target.fullID]
          ?? LeftOut(pack: member.pack.id, because: hiding.because, line: hiding.mark.line)
      }
    }
    guard !switches.isEmpty else { return }
    for pack in packs {
      for id in ItemKind.asking.flatMap(pack.ids) {
        let name = "\(pack.id)/\(id)"
        if switches.isOff(item: name, of: pack.id) {
          leftOut[name] = .switchedOff
        } else if switches.isOn(item: name) {
          leftOut[name] = nil
        }
      }
    }
  }

  private mutating func hidden(_ hiding: Manifest.Hiding, by member: Member) -> Target? {
    let kinds = ItemKind.asking + [.signposts]
    guard let target = target(hiding.item, at: hiding.mark, of: member, kinds: kinds, fields: [])
    else { return nil }
    if target.kind == .signposts {
      add(
        .protected, member, hiding.mark,
        "\(target.fullID) names places to turn to; they cannot be hidden.",
        hint: "Take this away. A pack can add a list of its own.")
      return nil
    }
    let hint: Hint = "Take this away. People can switch it off for themselves."
    if target.pack == Self.corePack, isAboutOrganisation(target) {
      add(
        .protected, member, hiding.mark,
        "\(target.fullID) asks about the organisation's own part; it cannot be hidden.", hint: hint)
      return nil
    }
    guard let step = original(of: target)?.steps.first(where: \.protects) else { return target }
    add(
      .protectedPrompt, member, hiding.mark,
      "In \(target.fullID), \"\(step.id)\" protects the person who answers; it cannot be hidden.",
      hint: hint)
    return nil
  }

  /// Whether an item, as its own pack has it, asks about the organisation's part.
  private func isAboutOrganisation(_ target: Target) -> Bool {
    guard let prompt = original(of: target) else { return false }
    return (prompt.tags + prompt.steps.flatMap(\.tags)).contains(Self.organisationTag)
  }
}
