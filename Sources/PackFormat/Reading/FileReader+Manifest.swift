import Practice
import YAML

extension FileReader {
  /// The manifest, or nil without an id to call the pack by.
  mutating func manifest(from root: Node) -> Manifest? {
    guard let id = root["id"]?.words, Identifier.isPackID(id) else { return nil }
    let locale = root["default_locale"]?.words ?? "en"
    var manifest = Manifest(
      id: id, version: root["version"]?.words ?? "0.0.0", revision: root["revision"]?.whole ?? 0,
      name: root["name"]?.words ?? id, licence: root["licence"]?.words, defaultLocale: locale,
      locales: root["locales"]?.wordList ?? [locale])
    readRelations(root, into: &manifest)
    checkRanges(root)
    manifest.expires = Self.day(root["expires"])
    manifest.attribution = root["attribution"]?.wordList ?? []
    manifest.review = root["review"].map { node in
      .init(by: node["by"]?.words, on: Self.day(node["on"]), next: Self.day(node["next"]))
    }
    for pair in root["vocabulary"]?.pairs ?? [] {
      checkReserved(pair.key, at: pair.keyMark)
      manifest.vocabulary[pair.key] = pair.value.words
      manifest.vocabularyMarks[pair.key] = pair.keyMark
    }
    if !manifest.locales.contains(locale), let mark = root["default_locale"]?.mark {
      findings.add(
        .defaultLocale, at: mark, "The default locale \"\(locale)\" is not among the locales.",
        hint: "Add it to \"locales\".")
    }
    return manifest
  }

  /// A range that is none would be found only by those who install the pack.
  private mutating func checkRanges(_ root: Node) {
    let ranges =
      [root["needs"]?["alongside"]] + (root["extends"]?.items ?? []).map { $0["version"] }
    for node in ranges.compactMap(\.self) {
      guard let words = node.words, PackVersion("0.0.0")?.isWithin(words) == nil else { continue }
      findings.add(
        .badVersion, at: node.mark, "\"\(words.prefix(60))\" is no range of versions.",
        hint: "Write it like: \">=1.0 <2.0\"")
    }
  }

  private func readRelations(_ root: Node, into manifest: inout Manifest) {
    manifest.needs = .init(
      alongside: root["needs"]?["alongside"]?.words,
      features: root["needs"]?["features"]?.wordList ?? [])
    manifest.extends = (root["extends"]?.items ?? []).compactMap { node in
      node["pack"]?.words.map {
        .init(pack: $0, version: node["version"]?.words, mark: node["pack"]?.mark ?? node.mark)
      }
    }
    manifest.overrides = (root["overrides"]?.items ?? []).compactMap { node in
      guard let item = node["item"]?.words, let set = node["set"]?.pairs else { return nil }
      return .init(
        item: item, set: set, because: node["because"]?.words ?? "",
        mark: node["item"]?.mark ?? node.mark)
    }
    manifest.hides = (root["hides"]?.items ?? []).compactMap { node in
      node["item"]?.words.map {
        .init(
          item: $0, because: node["because"]?.words ?? "", mark: node["item"]?.mark ?? node.mark)
      }
    }
  }

  private static func day(_ node: Node?) -> Day? { (node?.words).flatMap { Day($0) } }
}
