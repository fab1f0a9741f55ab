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
  /// The pack's own words, by the term that stands in braces: `peer`.
  package var vocabulary: [String: String] = [:]
  /// Where each term stands in `pack.yaml`.
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

  /// What the program must bring.
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

  /// Whole fields of another pack's item, set anew.
  package struct Override: Sendable, Hashable {
    package var item: String
    package var set: [Node.Pair]
    package var because: String

    /// The names of the fields, in the order of the file.
    package var fields: [String] { self.set.map(\.key) }

    /// Where the item is named in `pack.yaml`.
    package var mark = Mark.start
  }

  /// An item of another pack that is not suggested; it still runs.
  package struct Hiding: Sendable, Hashable {
    package var item: String
    package var because: String
    /// Where the item is named in `pack.yaml`.
    package var mark = Mark.start
  }

  /// Who looks after the words, and when.
  package struct Review: Sendable, Hashable {
    package var by: String?
    package var on: Day?
    package var next: Day?
  }
}
