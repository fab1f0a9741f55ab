package import Practice
package import YAML

/// What a pack says about itself in `pack.yaml`.
package struct Manifest: Sendable, Hashable {
  /// Lower-case reverse domain words: `core`, `org.example.peer-basics`.
  package var id: String
  package var version: String
  /// A whole number that only ever grows.
  package var revision: Int
  package var name: String
  package var licence: String?
  package var defaultLocale: String
  package var locales: [String]
  package var needs = Needs()
  package var extends: [Base] = []
  package var overrides: [Override] = []
  package var hides: [Hiding] = []
  package var review: Review?
  package var expires: Day?
  package var attribution: [String] = []
  /// The pack's own words, by the term in braces: `peer`.
  package var vocabulary: [String: String] = [:]
  /// The place of each term in `pack.yaml`.
  package var vocabularyMarks: [String: Mark] = [:]

  package init(
    id: String, version: String, revision: Int, name: String, licence: String? = nil,
    defaultLocale: String, locales: [String] = []
  ) {
    self.id = id
    self.version = version
    self.revision = revision
    self.name = name
    self.licence = licence
    self.defaultLocale = defaultLocale
    self.locales = locales
  }

  /// What the program must provide.
  package struct Needs: Sendable, Hashable {
    package var alongside: String?
    package var features: [String] = []
  }

  /// A pack that this one builds on.
  package struct Base: Sendable, Hashable {
    package var pack: String
    package var version: String?
    package var mark = Mark.start
  }

  /// Whole fields of another pack's item, with new values.
  package struct Override: Sendable, Hashable {
    package var item: String
    package var set: [Node.Pair]
    package var because: String

    /// The names of the fields, in the order of the file.
    package var fields: [String] { self.set.map(\.key) }

    /// The place in `pack.yaml` that names the item.
    package var mark = Mark.start
  }

  /// An item of another pack that is not suggested; it still runs.
  package struct Hiding: Sendable, Hashable {
    package var item: String
    package var because: String
    /// The place in `pack.yaml` that names the item.
    package var mark = Mark.start
  }

  /// Who looks after the words, and when.
  package struct Review: Sendable, Hashable {
    package var by: String?
    package var on: Day?
    package var next: Day?
  }
}

extension FileReader {
  /// Returns the manifest; `nil` if it has no id to call the pack by.
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

  /// Reports broken ranges, which only those who install the pack would find.
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
