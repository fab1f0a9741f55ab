// PackFormat: the form of the files of a pack, and how they are read and written.
//
// A `FileKind` describes each kind of file once: a `MapRule` of `KeyRule`s, each with the `Shape`
// of its value. The checks, the hints and the JSON Schema follow from that description.
// `FileReader` reads one file by it; `PackFile` has a function for each kind. Whatever is wrong is
// a `Finding`; nothing throws. `AnswersFile` reads answers. `PromptYAML` and `ManifestYAML` write
// files as a person would like to edit them. `CanonicalJSON` is the one spelling of a prompt,
// whose hash an entry keeps.
//
// `Packs` decides whether a condition can ever hold, how words may land, what a pack may change in
// another, and whom to trust.
//
// It must never touch a disk, pass on a file with an error as if it were sound, or show a
// word of someone's answers.

package import Practice
package import YAML

/// The result of reading one file: its content if it is sound, and all findings.
package struct FileResult<Content: Sendable>: Sendable {
  /// The content; `nil` if an error was found.
  package var content: Content?
  /// The findings in the order of the file.
  package var findings: [Finding]
  /// The node that the content was read from.
  package var root: Node?
  /// The values frameworks that it names.
  package var lists: [ListReference]
  /// What it offers at its end.
  package var onwards: [OnwardReference]

  package init(
    content: Content?, findings: [Finding], root: Node? = nil, lists: [ListReference] = [],
    onwards: [OnwardReference] = []
  ) {
    self.content = content
    self.findings = findings
    self.root = root
    self.lists = lists
    self.onwards = onwards
  }
}

/// A prompt with everything that a linter needs, even if the file has errors.
package struct PromptReading: Sendable {
  package let kind: FileKind
  /// The prompt as far as it could be read; `nil` if the file is not a map, or of another kind.
  package let prompt: Prompt?
  /// The node that the prompt was read from.
  package let root: Node?
  /// The findings so far.
  package var findings: FindingList
  /// The values frameworks that it names.
  package let lists: [ListReference]
  /// What it offers at its end.
  package let onwards: [OnwardReference]

  /// The prompt if no finding is an error.
  package var result: FileResult<Prompt> {
    FileResult(
      content: findings.errors == 0 ? prompt : nil, findings: findings.inOrder, root: root,
      lists: lists, onwards: onwards)
  }
}

/// Reads single files of packs, and never throws: whatever is wrong is a finding.
///
/// ```swift
/// let result = PackFile.prompt(bytes, file: "prompts/evening.yaml")
/// for finding in result.findings {
///   print(finding.line, finding.column, finding.code, finding.message)
/// }
/// let questions = result.content?.steps.map(\.text)
/// ```
package enum PackFile {
  /// Reads an `alongside.prompt/1` file, or an `alongside.session/1` file if `kind` is `.session`.
  ///
  /// - Parameters:
  ///   - file: the name to use in findings.
  ///   - kind: `.prompt` or `.session`.
  ///   - pack: the pack it belongs to, with the pack's revision.
  ///   - terms: the words of the pack's vocabulary, which texts may name in braces.
  package static func prompt(
    _ bytes: [UInt8], file: String, kind: FileKind = .prompt, pack: String? = nil,
    revision: Int? = nil, terms: Set<String> = []
  ) -> FileResult<Prompt> {
    reading(bytes, file: file, kind: kind, pack: pack, revision: revision, terms: terms).result
  }

  /// Reads a prompt as far as possible, for a linter that adds its own findings.
  ///
  /// - Parameter linting: whether to report what makes a file poor, too.
  package static func reading(
    _ bytes: [UInt8], file: String, kind: FileKind, pack: String?, revision: Int?,
    terms: Set<String>, linting: Bool = false
  ) -> PromptReading {
    var reader = FileReader(kind, file: file, terms: terms, linting: linting)
    let root = reader.root(of: bytes)
    var prompt = root.map { reader.prompt(from: $0) }
    prompt?.pack = pack
    prompt?.revision = revision
    return PromptReading(
      kind: kind, prompt: prompt, root: root, findings: reader.findings, lists: reader.lists,
      onwards: reader.onwards)
  }

  /// Reads steps from a JSON list, as a program sends them, by the rules for the steps of a prompt.
  ///
  /// - Parameters:
  ///   - file: the name to use in findings.
  ///   - terms: words that texts may name in braces.
  package static func steps(
    json bytes: [UInt8], file: String, terms: Set<String> = []
  ) -> FileResult<[Step]> {
    var reader = FileReader(.prompt, file: file, terms: terms)
    let reading = JSONReading(bytes)
    for problem in reading.problems { reader.findings.add(problem) }
    if let root = reading.root, let key = reader.kind.root.key("steps") {
      reader.check(root, key.shape, as: "\"steps\"")
    }
    let steps = reader.steps(from: reading.root)
    return FileResult(
      content: reader.findings.errors == 0 ? steps : nil, findings: reader.findings.inOrder,
      root: reading.root, lists: reader.lists)
  }

  /// Reads an `alongside.values/1` file.
  package static func values(
    _ bytes: [UInt8], file: String, pack: String? = nil, linting: Bool = false
  ) -> FileResult<ValuesFramework> {
    read(FileReader(.values, file: file, linting: linting), bytes) { reader, root in
      var values = reader.values(from: root)
      values.pack = pack
      return values
    }
  }

  /// Reads an `alongside.signposts/1` file.
  package static func signposts(
    _ bytes: [UInt8], file: String, pack: String? = nil, linting: Bool = false
  ) -> FileResult<SignpostList> {
    read(FileReader(.signposts, file: file, linting: linting), bytes) { reader, root in
      var list = reader.signposts(from: root)
      list.pack = pack
      return list
    }
  }

  /// Reads `pack.yaml`.
  ///
  /// A manifest with an id is returned in spite of errors, so that a slip in it does not take the
  /// whole pack away.
  package static func manifest(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> FileResult<Manifest> {
    var manifest: Manifest?
    let result = read(FileReader(.pack, file: file, linting: linting), bytes) { reader, root in
      manifest = reader.manifest(from: root)
      return manifest
    }
    return FileResult(content: manifest, findings: result.findings)
  }

  /// Reads an `alongside.locale/1` file.
  package static func locale(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> FileResult<PackLocale> {
    read(FileReader(.locale, file: file, linting: linting), bytes) { reader, root in
      reader.locale(from: root)
    }
  }

  /// Reads an `alongside.tests/1` file.
  ///
  /// Only the pack can tell whether the prompt and its steps exist.
  package static func tests(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> FileResult<PromptTests> {
    testsAndReference(bytes, file: file, linting: linting).0
  }

  /// Reads the tests and every step that they name, for a caller that knows the prompt.
  package static func testsAndReference(
    _ bytes: [UInt8], file: String, linting: Bool = false
  ) -> (FileResult<PromptTests>, TestReference?) {
    var reference: TestReference?
    let result = read(FileReader(.tests, file: file, linting: linting), bytes) { reader, root in
      reader.tests(from: root, reference: &reference)
    }
    return (result, reference)
  }

  private static func read<Content: Sendable>(
    _ reader: FileReader, _ bytes: [UInt8], _ content: (inout FileReader, Node) -> Content?
  ) -> FileResult<Content> {
    var reader = reader
    let root = reader.root(of: bytes)
    let made = root.flatMap { content(&reader, $0) }
    return FileResult(
      content: reader.findings.errors == 0 ? made : nil, findings: reader.findings.inOrder,
      root: root, lists: reader.lists)
  }
}
