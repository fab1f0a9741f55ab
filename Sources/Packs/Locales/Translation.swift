import PackFormat
import Practice

/// A pack's texts put into another language, and what that language lacks.
package struct Translation: Sendable, Hashable {
  /// The language that is shown.
  package var locale: String
  /// The language that the pack is written in, which is shown where a text is lacking.
  package var source: String
  /// All texts that could be shown in it.
  package private(set) var paths: [String] = []
  /// Those that nobody has translated.
  package private(set) var missing: Set<String> = []
  /// Those that were changed since they were translated.
  package private(set) var stale: Set<String> = []

  private let entries: [String: PackLocale.Entry]

  /// - Returns: nil where the pack has no such language, or is written in it.
  init?(of pack: Pack, _ choice: LocaleChoice) {
    guard let found = Self.locale(of: pack, choice) else { return nil }
    (locale, source) = (found.name, pack.manifest.defaultLocale)
    entries = Dictionary(found.entries.map { ($0.path, $0) }) { first, _ in first }
  }

  private static func locale(
    of pack: Pack, _ choice: LocaleChoice
  ) -> (name: String, entries: [PackLocale.Entry])? {
    for name in choice.names {
      if name.lowercased() == pack.manifest.defaultLocale.lowercased() { return nil }
      if name.lowercased() == PseudoLocale.name.lowercased() {
        return (PseudoLocale.name, PseudoLocale.locale(of: pack).entries)
      }
      let files = pack.locales.filter {
        $0.of == pack.id && $0.locale.lowercased() == name.lowercased()
      }
      if let first = files.first { return (first.locale, files.flatMap(\.entries)) }
    }
    return nil
  }

  /// Puts the texts of a pack into the language.
  ///
  /// - Parameter sources: the texts as the pack itself has them; one that another pack reworded
  ///   stays as that pack words it.
  mutating func apply(to pack: inout Pack, sources: [String: String]) {
    pack.changeTexts { path, text in
      guard sources[path] == text else { return }
      paths.append(path)
      if let words = words(for: text, at: path) { text = words }
    }
    pack.changePrompts { putOriginals(of: &$0.steps, below: $0.way) }
  }

  private func putOriginals(of steps: inout [Step], below path: String) {
    for index in steps.indices {
      let way = "\(path)/\(steps[index].id)"
      steps[index].originals = steps[index].originals.map { original in
        guard let entry = entries["\(way)/\(original.field)"],
          Self.isFresh(entry, original.text)
        else { return original }
        return Step.Original(field: original.field, text: entry.text)
      }
    }
  }

  private mutating func words(for text: String, at path: String) -> String? {
    guard let entry = entries[path] else {
      missing.insert(path)
      return nil
    }
    guard Self.isFresh(entry, text) else {
      stale.insert(path)
      return nil
    }
    return entry.text
  }

  /// Made from this very text, as far as anybody noted, and with the same words in braces.
  private static func isFresh(_ entry: PackLocale.Entry, _ text: String) -> Bool {
    guard entry.sourceHash.map({ SourceHash.isMade($0, from: text) }) ?? true else { return false }
    let known = Set(Placeholders.names(in: text))
    let used = Set(Placeholders.names(in: entry.text))
    return used.subtracting(known).isEmpty && used.contains("item") == known.contains("item")
  }

  /// What to tell somebody who reads the texts below a way; nil where nothing is lacking.
  ///
  /// - Parameter prefix: `prompts/daily-three/`; nil for the whole pack.
  package func note(below prefix: String? = nil) -> String? {
    let asked = paths.filter { path in prefix.map { path.hasPrefix($0) } ?? true }
    let lacking = asked.count { missing.contains($0) || stale.contains($0) }
    guard lacking > 0 else { return nil }
    let (are, they) = lacking == 1 ? ("is", "it is") : ("are", "they are")
    return "\(lacking) of \(asked.count) texts \(are) not yet in \(locale), or changed since; "
      + "\(they) shown in \(source)."
  }
}
