internal import Packs
package import Vault

extension Reader {
  /// The unfinished interviews that nobody is asked right now, newest first; and the files that should
  /// hold one and do not open.
  ///
  /// - Parameter prompt: only those of this prompt, with or without its pack.
  /// - Throws: `RuntimeError.noDraft`, or `draftWithoutPrompt` when its pack is gone, or
  ///   `unopenedDrafts` when none opens.
  package func drafts(
    of prompt: String?, in library: Library
  ) throws -> (found: [OpenDraft], unopened: [Unopened]) {
    var found: [OpenDraft] = []
    var missing: String?
    let drafts = try journal.drafts()
    var unopened = drafts.unopened
    for (hold, draft) in drafts.free {
      guard let json = try? JSON.read(DraftJSON.self, from: draft.payload) else {
        unopened.append(Unopened(path: "drafts/\(draft.interview).age", reason: .garbage))
        continue
      }
      if let prompt, json.prompt != prompt, !json.prompt.hasSuffix("/\(prompt)") { continue }
      let revision: EntryRevision?
      do {
        revision = try json.revises.map { EntryRevision(try show($0), library: library) }
      } catch VaultError.noSuchEntry {
        // An entry that was erased since takes its unfinished new words with it.
        try hold.drop()
        continue
      }
      guard let asked = revision?.prompt ?? (try? library.shelf.prompt(named: json.prompt)) else {
        missing = json.prompt
        continue
      }
      found.append(
        OpenDraft(
          prompt: asked, progress: json.progress, saved: draft.saved,
          isReworded: Library.sha256(of: asked) != json.sha256,
          revision: revision, title: json.title, tags: json.tags,
          hold: hold))
    }
    guard found.isEmpty else { return (found, unopened) }
    if let missing { throw RuntimeError.draftWithoutPrompt(id: missing) }
    guard unopened.isEmpty else { throw RuntimeError.unopenedDrafts(unopened) }
    throw RuntimeError.noDraft(prompt: prompt)
  }
}
