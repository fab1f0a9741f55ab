/// What every code of `packs lint` means; printed as `docs/lint.md`.
package enum LintGuide {
  /// Codes that belong together.
  package struct Chapter: Sendable {
    package var title: String
    package var rules: [LintRule]

    package init(_ title: String, _ rules: [LintRule]) {
      self.title = title
      self.rules = rules
    }
  }

  /// All chapters, in the order of the guide; each list stands in a file of its own.
  package static let chapters: [Chapter] = [
    Chapter("Signs that YAML takes otherwise", signs),
    Chapter("Lines and spaces", lines),
    Chapter("Saved otherwise, or not to be seen", unseen),
    Chapter("What files of packs may not hold", strictness),
    Chapter("The first line", firstLine),
    Chapter("Keys and values", keys),
    Chapter("Forms of words", forms),
    Chapter("Sizes", sizes),
    Chapter("Steps", steps),
    Chapter("References and conditions", references),
    Chapter("Sessions, locales and tests", sessions),
    Chapter("Where conditions lead", logic),
    Chapter("Together", together),
    Chapter("How words may land", words),
    Chapter("The pack as a whole", wholePack),
    Chapter("Between packs", between),
    Chapter("Built, signed and installed", archive),
  ]

  /// The rules of all chapters.
  package static var all: [LintRule] { chapters.flatMap(\.rules) }

  /// What a code means.
  package static func rule(for code: String) -> LintRule? { all.first { $0.code == code } }
}
