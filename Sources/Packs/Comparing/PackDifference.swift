package import PackFormat
import Practice

/// What is different between two states of one pack, for the people who answer its questions.
package struct PackDifference: Sendable, Hashable {
  package enum Change: String, Sendable, Hashable {
    case added
    case removed
    /// Other words for the same.
    case reworded
    /// Something else than words.
    case changed
  }

  /// One question of a prompt, or words that it says.
  package struct Question: Sendable, Hashable {
    package var step: String
    package var change: Change
    /// False for words that want no answer.
    package var isAsked: Bool
    package var before: String?
    package var after: String?
    /// What else is different, a sentence each.
    package var notes: [String] = []
  }

  /// A prompt, a session, a values framework or a list of signposts.
  package struct Item: Sendable, Hashable {
    package var kind: ItemKind
    package var id: String
    package var title: String
    package var change: Change
    package var questions: [Question] = []
    package var notes: [String] = []
  }

  /// Only what is different.
  package var items: [Item]
  /// What is different in `pack.yaml`, a sentence each.
  package var notes: [String]

  package var isEmpty: Bool { items.isEmpty && notes.isEmpty }

  /// Compares what people read, with the packs' own words filled in.
  package init(from old: Pack, to new: Pack) {
    let (old, new) = (Composition.filled(old), Composition.filled(new))
    items =
      Self.items(.prompts, old.prompts, new.prompts)
      + Self.items(.templates, old.sessions, new.sessions)
      + Self.lists(.values, old.values.map(Listed.init), new.values.map(Listed.init))
      + Self.lists(.signposts, old.signposts.map(Listed.init), new.signposts.map(Listed.init))
    notes = Self.notes(from: old, to: new)
  }

  /// How many questions there are of a change, over all prompts and sessions.
  package func count(_ change: Change) -> Int {
    items.flatMap(\.questions).count { $0.isAsked && $0.change == change }
  }

  /// The gist of it in one sentence, such as `3 questions added, 1 reworded, 1 taken away`.
  package var summary: String {
    guard !isEmpty else { return "Nothing that people read or answer is different." }
    let names: [(Change, String)] = [
      (.added, "added"), (.reworded, "reworded"), (.changed, "changed"), (.removed, "taken away"),
    ]
    var parts: [String] = []
    for (change, name) in names {
      let count = count(change)
      guard count > 0 else { continue }
      let noun = parts.isEmpty ? (count == 1 ? " question" : " questions") : ""
      parts.append("\(count)\(noun) \(name)")
    }
    let asked = parts.isEmpty ? "No question is different" : parts.joined(separator: ", ")
    return asked + "."
  }
}

/// What two values frameworks, or two lists of signposts, are compared by.
struct Listed {
  var id: String
  var title: String
  /// Where it is for, of a list of signposts.
  var area: String?
  /// The items by their ids, as people read them.
  var items: [(id: String, words: String)]

  /// Whether a new list is named item by item: whom people turn to is never only counted.
  var isNamedWhole: Bool { area != nil }

  init(_ values: ValuesFramework) {
    (id, title) = (values.id, values.title)
    items = values.items.map { option in
      (option.id, option.gloss.map { "\(option.label): \($0)" } ?? option.label)
    }
  }

  init(_ list: SignpostList) {
    (id, title) = (list.id, list.title)
    area = list.area ?? "any place"
    items = list.items.map { signpost in
      let purpose = signpost.purpose.map { " [\($0)]" } ?? ""
      return (signpost.id, signpost.line + purpose)
    }
  }
}
