internal import Archive
package import Packs
package import Practice

/// The prompts, values and signposts that a person has, from all their packs.
package struct Library: Sendable {
  package let shelf: Shelf
  /// What is wrong in the packs.
  ///
  /// A broken file costs only itself.
  package let findings: [Finding]

  /// The ids of packs that were named for one run: nobody vouched for them.
  package let unsigned: Set<String>

  package init(shelf: Shelf, findings: [Finding] = [], unsigned: Set<String> = []) {
    self.shelf = shelf
    self.findings = findings
    self.unsigned = unsigned
  }

  /// The hash of a prompt's canonical JSON: which very words an entry answered.
  package static func sha256(of prompt: Prompt) -> String {
    ContentHash(of: CanonicalJSON.bytes(of: prompt)).description
  }

  /// How an entry names the prompt it answered.
  static func reference(to prompt: Prompt) -> PromptReference {
    PromptReference(id: prompt.fullID, revision: prompt.revision, sha256: sha256(of: prompt))
  }
}
