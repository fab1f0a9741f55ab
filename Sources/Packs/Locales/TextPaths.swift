import PackFormat
package import Practice

/// The texts of a pack that people read, each by the way to it.
///
/// A way names one text for good: `prompts/ID/STEP/ask`, `values/ID/items/OPT/gloss`. It is what
/// translations and comparisons are keyed by.
package enum TextPaths {
  /// A text and the way to it.
  package struct Text: Sendable, Hashable {
    package var path: String
    package var text: String
  }

  /// Does something to a text that stands at a way.
  typealias Change = (String, inout String) -> Void

  /// All texts of a pack, in the order in which its files have them.
  package static func texts(of pack: Pack) -> [Text] {
    var texts: [Text] = []
    var copy = pack
    copy.changeTexts { path, text in texts.append(Text(path: path, text: text)) }
    return texts
  }

  /// The same by their ways.
  static func byPath(_ pack: Pack) -> [String: String] {
    Dictionary(texts(of: pack).map { ($0.path, $0.text) }) { first, _ in first }
  }

  static func change(_ text: inout String?, _ path: String, _ change: Change) {
    guard var words = text else { return }
    change(path, &words)
    text = words
  }

  static func change(_ options: inout [Option], _ path: String, _ change: Change) {
    for index in options.indices {
      let path = "\(path)/\(options[index].id)"
      change(path, &options[index].label)
      Self.change(&options[index].gloss, "\(path)/gloss", change)
    }
  }
}

extension Pack {
  /// Goes through every text of the pack.
  mutating func changeTexts(_ change: TextPaths.Change) {
    change("pack/name", &manifest.name)
    for term in manifest.vocabulary.keys.sorted() {
      TextPaths.change(&manifest.vocabulary[term], "vocabulary/\(term)", change)
    }
    changePrompts { $0.changeTexts(change) }
    for index in values.indices {
      let path = "values/\(values[index].id)"
      change("\(path)/title", &values[index].title)
      TextPaths.change(&values[index].items, "\(path)/items", change)
    }
    for index in signposts.indices { signposts[index].changeTexts(change) }
  }
}

extension Prompt {
  mutating func changeTexts(_ change: TextPaths.Change) {
    let path = way
    change("\(path)/title", &title)
    meeting?.changeTexts(below: path, change)
    for index in steps.indices {
      steps[index].changeTexts(below: path, change)
      // A step of a block is about the items of its leader, in the same words.
      guard let block = steps[index].block, let leader = steps.first(where: { $0.id == block })
      else { continue }
      steps[index].repeats = leader.repeats?.inside
    }
  }
}

extension Prompt {
  /// Does something to what the steps say in their own pack.
  mutating func changeOriginals(_ change: (String) -> String) {
    for step in steps.indices {
      for index in steps[step].originals.indices {
        steps[step].originals[index].text = change(steps[step].originals[index].text)
      }
    }
  }

  /// The same with the parties' labels where its texts name them in braces.
  package var namingParties: Prompt {
    guard let meeting else { return self }
    func named(_ text: String) -> String {
      Placeholders.filled(text) { name in meeting.parties.first { $0.id == name }?.label }
    }
    var prompt = self
    prompt.changeTexts { _, text in text = named(text) }
    prompt.changeOriginals(named)
    return prompt
  }
}

extension Meeting {
  fileprivate mutating func changeTexts(below path: String, _ change: TextPaths.Change) {
    for index in parties.indices {
      change("\(path)/parties/\(parties[index].id)", &parties[index].label)
    }
  }
}

extension SignpostList {
  mutating func changeTexts(_ change: TextPaths.Change) {
    let path = "signposts/\(id)"
    change("\(path)/title", &title)
    for index in items.indices {
      let path = "\(path)/items/\(items[index].id)"
      change("\(path)/name", &items[index].name)
      TextPaths.change(&items[index].hours, "\(path)/hours", change)
    }
  }
}
