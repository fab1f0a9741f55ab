package import PackFormat
package import Practice
import YAML

/// A pack as it was read: what it says about itself, and everything sound in it.
package struct Pack: Sendable, Hashable {
  package var manifest: Manifest
  /// For one person; in the order of their file names.
  package var prompts: [Prompt]
  package var values: [ValuesFramework]
  package var signposts: [SignpostList]
  /// The templates for meetings.
  package var sessions: [Prompt]
  package var locales: [PackLocale]
  package var tests: [PromptTests]
  /// What the items were read from, by folder and id: `prompts/daily-three`.
  package var sources: [String: ItemSource] = [:]
  /// The values frameworks that steps name, and where.
  var lists: [NamedList] = []
  /// What prompts offer at their end, and where they say so.
  var onwards: [NamedOnward] = []

  package init(
    manifest: Manifest, prompts: [Prompt] = [], values: [ValuesFramework] = [],
    signposts: [SignpostList] = [], sessions: [Prompt] = [], locales: [PackLocale] = [],
    tests: [PromptTests] = []
  ) {
    self.manifest = manifest
    self.prompts = prompts
    self.values = values
    self.signposts = signposts
    self.sessions = sessions
    self.locales = locales
    self.tests = tests
  }

  package var id: String { manifest.id }
}

/// A values framework that a step names.
struct NamedList: Sendable, Hashable {
  var file: String
  var mark: Mark
  /// `ID` or `PACK/ID`.
  var name: String
  /// The id of an item of it that a condition looks for.
  var item: String?
}
