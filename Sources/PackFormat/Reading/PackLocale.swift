package import YAML

/// The texts of a pack in another language, from an `alongside.locale/1` file.
package struct PackLocale: Sendable, Hashable {
  package var file: String
  /// The language: `cy`, `pt-BR`.
  package var locale: String
  /// The id of the pack whose texts these are.
  package var of: String
  /// The texts in the order of the file.
  package var entries: [Entry]
  /// The place that names the language.
  package internal(set) var localeMark = Mark.start
  /// The place that names the pack.
  package internal(set) var ofMark = Mark.start

  /// One text and its path.
  package struct Entry: Sendable, Hashable {
    /// The path: `prompts/ID/STEP/ask`.
    package var path: String
    package var text: String
    /// The beginning of the SHA-256 of the text that was translated; `nil` if nobody noted it.
    package var sourceHash: String?
    /// The place of the path in the file.
    package var mark: Mark

    package init(path: String, text: String, sourceHash: String? = nil, mark: Mark) {
      self.path = path
      self.text = text
      self.sourceHash = sourceHash
      self.mark = mark
    }
  }

  package init(file: String, locale: String, of: String, entries: [Entry]) {
    self.file = file
    self.locale = locale
    self.of = of
    self.entries = entries
  }
}

extension FileReader {
  mutating func locale(from root: Node) -> PackLocale {
    var locale = PackLocale(
      file: findings.file, locale: root["locale"]?.words ?? "", of: root["of"]?.words ?? "",
      entries: (root["entries"]?.pairs ?? []).compactMap { pair in
        guard let text = pair.value.words ?? pair.value["text"]?.words else { return nil }
        return .init(
          path: pair.key, text: text, sourceHash: pair.value["source_hash"]?.words,
          mark: pair.keyMark)
      })
    locale.localeMark = root["locale"]?.mark ?? .start
    locale.ofMark = root["of"]?.mark ?? .start
    return locale
  }
}
