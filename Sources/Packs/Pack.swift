package import Practice

/// A pack as it was read: what it says about itself, and everything sound in it.
package struct Pack: Sendable, Hashable {
  package var manifest: Manifest
  /// In the order of their file names.
  package var prompts: [Prompt]
  package var values: [ValuesFramework]
  package var signposts: [SignpostList]

  package init(
    manifest: Manifest, prompts: [Prompt] = [], values: [ValuesFramework] = [],
    signposts: [SignpostList] = []
  ) {
    self.manifest = manifest
    self.prompts = prompts
    self.values = values
    self.signposts = signposts
  }

  package var id: String { manifest.id }
}
