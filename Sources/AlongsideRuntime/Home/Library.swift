internal import Archive
package import PackFormat
package import Packs
package import Practice

/// The prompts, values and signposts that a person has, from all their packs.
package struct Library: Sendable {
  package var shelf: Shelf { composition.shelf }
  /// The packs, and what they do to each other.
  package let composition: Composition
  /// What is wrong in the packs.
  ///
  /// A broken file costs only itself.
  package let findings: [Finding]

  /// The ids of packs that were named for one run: nobody vouched for them.
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

  /// The prompt to offer when none was named: this one, else the first of the same tag, else the
  /// first; never one that a pack leaves out or the person switched off.
  package func suggestion(preferring id: String, tagged tag: String) -> Prompt? {
    let suggested = composition.suggested
    return suggested.first { $0.id == id } ?? suggested.first { $0.tags.contains(tag) }
      ?? suggested.first
  }

  /// The prompt that was answered, if it is here and was not reworded since.
  package func prompt(of entry: Entry) -> Prompt? {
    guard let reference = entry.prompt, let prompt = try? shelf.prompt(named: reference.id)
    else { return nil }
    return Self.sha256(of: prompt) == reference.sha256 ? prompt : nil
  }

  /// An answer in the words it was picked by, if its prompt is here in the same words.
  package func words(of answer: Answer, in entry: Entry) -> String? {
    guard let value = answer.value, let prompt = prompt(of: entry) else { return nil }
    let type = prompt.steps.first { $0.id == answer.step }?.type
    return type.map { QuestionParts.shown(value, $0) }
  }

  /// The list of places to turn to called `PACK/ID`, or `ID` where only one pack has it; a prompt of that
  /// name comes first.
  package func signposts(named name: String) -> SignpostList? {
    guard !shelf.prompts.contains(where: { $0.id == name || $0.fullID == name }) else { return nil }
    let found = shelf.signposts.filter { $0.id == name || $0.fullID == name }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether some pack is written in this language itself.
  package func isWritten(in locale: String) -> Bool {
    let names = LocaleChoice(naming: locale).names.map { $0.lowercased() }
    return shelf.packs.contains { names.contains($0.manifest.defaultLocale.lowercased()) }
  }

  /// The hash of a prompt's canonical JSON: which very words an entry answered.
  package static func sha256(of prompt: Prompt) -> String {
    ContentHash(of: CanonicalJSON.bytes(of: prompt)).description
  }

  /// A prompt as `--json` prints it: its own keys, and its hash.
  package static func json(of prompt: Prompt) -> JSONValue {
    guard case .object(var keys) = CanonicalJSON.wholeValue(of: prompt) else { return .null }
    keys["sha256"] = .string(sha256(of: prompt))
    return .object(keys)
  }

  /// How an entry names the prompt it answered.
  static func reference(to prompt: Prompt) -> PromptReference {
    PromptReference(id: prompt.fullID, revision: prompt.revision, sha256: sha256(of: prompt))
  }
}
