import YAML

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
