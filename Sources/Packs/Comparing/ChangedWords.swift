import PackFormat
import Practice
import YAML

/// What a pack changes in one item of another pack: every text as it is, beside what it would be.
package struct ChangedWords: Sendable, Hashable {
  /// One text of the item; `before` or `after` is `nil` if that side does not have it.
  package struct Text: Sendable, Hashable {
    /// `title`, `stayed/ask`, `how/options/easy`.
    package var field: String
    package var before: String?
    package var after: String?

    /// Whether an override of the field sets this text.
    fileprivate func isPart(of field: String) -> Bool {
      self.field == field || self.field.hasPrefix(field + "/")
        || (field == "steps" && self.field.contains("/"))
    }
  }

  /// `PACK/ID`.
  package var item: String
  package var because: String
  package var texts: [Text]
  /// What it sets without changing a text that is here: `how/sensitivity` to `tender`.
  package var others: [Setting]

  /// A field, and what it is set to.
  package struct Setting: Sendable, Hashable {
    package var field: String
    package var value: String
  }

  /// All that a pack changes, in the order of its overrides.
  ///
  /// - Parameter installed: all other packs; what they change in each other is left out, so that each text
  ///   is shown beside the one of its own pack.
  package static func all(by pack: Pack, in installed: [Pack]) -> [ChangedWords] {
    let others = installed.filter { $0.id != pack.id }.map { pack in
      var silent = pack
      (silent.manifest.overrides, silent.manifest.hides) = ([], [])
      return Composition.Member(silent)
    }
    let before = Composition(others)
    let after = Composition(others + [Composition.Member(pack)])
    return pack.manifest.overrides.map { change in
      let item = after.fullName(of: change, from: pack.id)
      let texts = compare(before.texts(of: item), after.texts(of: item))
      return ChangedWords(
        item: item, because: change.because, texts: texts,
        others: change.set.filter { pair in !texts.contains { $0.isPart(of: pair.key) } }
          .map { Setting(field: $0.key, value: $0.value.flow) })
    }
  }

  private static func compare(_ before: [TextPaths.Text], _ after: [TextPaths.Text]) -> [Text] {
    let (then, now) = (byField(before), byField(after))
    let changed = after.filter { then[$0.path] != $0.text }.map { text in
      Text(field: text.path, before: then[text.path], after: text.text)
    }
    let gone = before.filter { now[$0.path] == nil }.map { text in
      Text(field: text.path, before: text.text, after: nil)
    }
    return changed + gone
  }

  private static func byField(_ texts: [TextPaths.Text]) -> [String: String] {
    Dictionary(texts.map { ($0.path, $0.text) }) { first, _ in first }
  }
}

extension Composition {
  /// The full name of what an override names, where it is here.
  fileprivate func fullName(of change: Manifest.Override, from pack: String) -> String {
    guard !change.item.contains("/") else { return change.item }
    let owner = packs.first { other in
      other.id != pack && ItemKind.allCases.contains { other.ids(of: $0).contains(change.item) }
    }
    return owner.map { "\($0.id)/\(change.item)" } ?? change.item
  }

  /// The texts of every item of a name, by the fields that overrides have for them; none where the item
  /// is not here.
  fileprivate func texts(of item: String) -> [TextPaths.Text] {
    let parts = item.split(separator: "/").map(String.init)
    guard parts.count == 2, let pack = packs.first(where: { $0.id == parts[0] }) else { return [] }
    return TextPaths.texts(of: pack).compactMap { text in
      let way = text.path.split(separator: "/", maxSplits: 2).map(String.init)
      guard way.count == 3, way[1] == parts[1], ItemKind(rawValue: way[0]) != nil else {
        return nil
      }
      return TextPaths.Text(path: way[2], text: text.text)
    }
  }
}
