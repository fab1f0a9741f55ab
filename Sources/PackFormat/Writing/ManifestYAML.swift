import Practice
import YAML

/// Writes a manifest as a `pack.yaml` that a person would like to read and edit.
package enum ManifestYAML {
  /// Returns the whole file; reading it gives the same manifest.
  ///
  /// - Parameter heading: lines to put above as comments.
  package static func text(of manifest: Manifest, heading: [String] = []) -> String {
    typealias YAML = PromptYAML
    var members: [YAMLPiece.Member] = [
      ("schema", .plain(FileKind.pack.schema)), ("id", .words(manifest.id)),
      ("version", .plain(manifest.version)), ("revision", .plain("\(manifest.revision)")),
      ("name", .words(manifest.name)),
    ]
    members += YAML.words("licence", manifest.licence)
    members += [
      ("default_locale", .words(manifest.defaultLocale)), ("locales", YAML.row(manifest.locales)),
    ]
    members += relations(manifest)
    members += YAML.words("expires", manifest.expires?.description)
    if !manifest.attribution.isEmpty {
      members.append(("attribution", .list(manifest.attribution.map { .words($0) })))
    }
    return YAMLPiece.file(members, heading: heading)
  }

  private static func relations(_ manifest: Manifest) -> [YAMLPiece.Member] {
    typealias YAML = PromptYAML
    var members: [YAMLPiece.Member] = []
    let needs = manifest.needs
    if needs != .init() {
      members.append(
        (
          "needs",
          .map(
            YAML.words("alongside", needs.alongside)
              + (needs.features.isEmpty ? [] : [("features", YAML.row(needs.features))]))
        ))
    }
    members += list(
      "extends",
      manifest.extends.map { base in
        [("pack", .words(base.pack))] + YAML.words("version", base.version)
      })
    members += list(
      "overrides",
      manifest.overrides.map { override in
        [
          ("item", .words(override.item)),
          ("set", .map(override.set.map { ($0.key, YAMLPiece($0.value)) })),
          ("because", .words(override.because)),
        ]
      })
    members += list(
      "hides",
      manifest.hides.map { hiding in
        [("item", .words(hiding.item)), ("because", .words(hiding.because))]
      })
    if !manifest.vocabulary.isEmpty {
      let words = manifest.vocabulary.sorted { $0.key < $1.key }
      members.append(("vocabulary", .map(words.map { ($0.key, .words($0.value)) })))
    }
    if let review = manifest.review {
      members.append(
        (
          "review",
          .map(
            YAML.words("by", review.by) + YAML.words("on", review.on?.description)
              + YAML.words("next", review.next?.description))
        ))
    }
    return members
  }

  private static func list(
    _ key: String, _ maps: [[YAMLPiece.Member]]
  ) -> [YAMLPiece.Member] {
    maps.isEmpty ? [] : [(key, .list(maps.map { .map($0) }))]
  }
}
