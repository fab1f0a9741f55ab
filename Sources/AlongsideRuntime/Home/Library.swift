internal import Archive
package import PackFormat
package import Packs
package import Practice

/// The prompts, values and signposts of all packs that a person has.
package struct Library: Sendable {
  package var shelf: Shelf { composition.shelf }
  /// The packs, and what they do to each other.
  package let composition: Composition
  /// What is wrong in the packs.
  ///
  /// A broken file affects only itself.
  package let findings: [Finding]

  /// The ids of packs that were named for one run, which nobody vouched for.
  package let unsigned: Set<String>
  /// How each pack came to be here, by its id.
  package var standing: [String: Composition.Standing] {
    Dictionary(composition.members.map { ($0.pack.id, $0.standing) }) { _, last in last }
  }

  package init(_ composition: Composition, findings: [Finding] = []) {
    self.composition = composition
    self.findings = findings
    unsigned = Set(composition.members.filter { $0.standing == .named }.map(\.pack.id))
  }

  package init(shelf: Shelf) {
    self.init(Composition(plain: shelf))
  }

  /// Returns the prompt to offer if none was named.
  ///
  /// It is this one, otherwise the first of the same tag, otherwise the first. It is never one
  /// that a pack leaves out or the person switched off.
  package func suggestion(preferring id: String, tagged tag: String) -> Prompt? {
    let suggested = composition.suggested
    return suggested.first { $0.id == id } ?? suggested.first { $0.tags.contains(tag) }
      ?? suggested.first
  }

  /// Returns the prompt that was answered, or `nil` if it is missing or was reworded since.
  package func prompt(of entry: Entry) -> Prompt? {
    guard let reference = entry.prompt, let prompt = try? shelf.prompt(named: reference.id)
    else { return nil }
    return Self.sha256(of: prompt) == reference.sha256 ? prompt : nil
  }

  /// Returns an answer in the words of its option, or `nil` if its prompt is missing or reworded.
  package func words(of answer: Answer, in entry: Entry) -> String? {
    guard let value = answer.value, let prompt = prompt(of: entry) else { return nil }
    let type = prompt.steps.first { $0.id == answer.step }?.type
    return type.map { QuestionParts.shown(value, $0) }
  }

  /// Returns the list of places to turn to called `PACK/ID`, or `ID` if only one pack has it.
  ///
  /// A prompt of that name takes precedence.
  package func signposts(named name: String) -> SignpostList? {
    guard !shelf.prompts.contains(where: { $0.id == name || $0.fullID == name }) else { return nil }
    let found = shelf.signposts.filter { $0.id == name || $0.fullID == name }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether some pack was written in this language, not translated into it.
  package func isWritten(in locale: String) -> Bool {
    let names = LocaleChoice(naming: locale).names.map { $0.lowercased() }
    return shelf.packs.contains { names.contains($0.manifest.defaultLocale.lowercased()) }
  }

  /// Returns the hash of a prompt's canonical JSON, which identifies the words an entry answered.
  package static func sha256(of prompt: Prompt) -> String {
    ContentHash(of: CanonicalJSON.bytes(of: prompt)).description
  }

  /// Returns a prompt as `--json` prints it: its own keys, and its hash.
  package static func json(of prompt: Prompt) -> JSONValue {
    guard case .object(var keys) = CanonicalJSON.wholeValue(of: prompt) else { return .null }
    keys["sha256"] = .string(sha256(of: prompt))
    return .object(keys)
  }

  /// Returns the reference by which an entry names the prompt it answered.
  static func reference(to prompt: Prompt) -> PromptReference {
    PromptReference(id: prompt.fullID, revision: prompt.revision, sha256: sha256(of: prompt))
  }
}
